import type { Operation, OperationContext, OperationInput } from '../../../http/operation.ts';
import { regionQuery } from '../../../region.ts';
import { mayHandOver } from '../../../request-origin.ts';
import { sessionSet } from '../../../session-cookie.ts';
import { domainOf } from '../../domains/domain-by-slug.ts';
import type { DomainRow } from '../../domains/domains.table.ts';
import { findSessionId } from '../../tokens/sessions.ts';
import { handedOverIn, sessionByPassword, sessionByToken, type HandedOver } from '../handoff.ts';

type Context = OperationContext<'createSession'>;
type Input = OperationInput<'createSession'>;

export const createSession: Operation<'createSession'> = async (context, input) => {
  const { path, region, askedBy, fail } = input;
  const domain = await domainOf(context.db, path.domain);
  if (!mayHandOver(askedBy, context.settings)) throw fail('forbidden', 'Pages of that origin may not sign anybody in.');
  const secret = await sessionFor(context, input, domain, await handedOver(context, input));
  const Location = `/${domain.slug}/graph${regionQuery(region)}`;
  return { status: 303, headers: { Location, 'Set-Cookie': sessionSet(secret), 'Cache-Control': 'no-store' } };
};

/**
 * The header before the form, which is not read then, and what names itself after it; what is wrong with a form is told to
 * the log alone.
 */
async function handedOver({ logger }: Context, { pageToken, namedCredential, body, fail }: Input): Promise<HandedOver> {
  if (pageToken !== undefined) return { kind: 'token', token: pageToken };
  const form = await body.read();
  const found = form.kind === 'fields' ? handedOverIn(form.fields) : undefined;
  if (found !== undefined) return found;
  if (form.kind === 'too_large') logger.error('the form of a handoff is too large');
  else if (form.kind === 'unparsable') logger.info('the form of a handoff cannot be parsed');
  else logger.debug('the form of a handoff holds no credential');
  if (namedCredential.kind === 'absent' || namedCredential.kind === 'malformed') {
    const reason = namedCredential.kind === 'absent' ? 'absent' : 'invalid';
    throw fail('unauthorized', 'A valid credential is needed.', { reason });
  }
  return namedCredential.kind === 'present' ? { ...namedCredential, kind: 'token' } : namedCredential;
}

async function sessionFor(context: Context, input: Input, domain: DomainRow, given: HandedOver): Promise<string> {
  const { session, region, clientAddress, fail } = input;
  const formerSessionId = await findSessionId(context, session);
  const isForDomain = (given.domain ?? domain.slug) === domain.slug;
  const isOfRegion = given.kind === 'token' || region === 'regional';
  if (!isForDomain || !isOfRegion) throw fail('unauthorized', 'A valid credential is needed.', { reason: 'invalid' });
  if (given.kind === 'password') return sessionByPassword(context, given, { domain, clientAddress, formerSessionId });
  const account = await context.tokens.verify(given.token, region);
  if (account?.domainId !== domain.id)
    throw fail('unauthorized', 'A valid credential is needed.', { reason: 'invalid' });
  const peerToken = region === 'global' ? given.token : undefined;
  return sessionByToken(context, { ...account, peerToken }, formerSessionId);
}
