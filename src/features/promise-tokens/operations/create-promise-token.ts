import type { Operation } from '../../../http/operation.ts';
import { promiseCallerOf } from '../../../preflight/promise/promise-caller.ts';
import { canMint } from '../../../preflight/promise/promise-token-for.ts';
import { existingSite } from '../../sites/site-lookup.ts';
import { mintPromiseToken } from '../built-in-issuer.ts';

export const createPromiseToken: Operation<'createPromiseToken'> = async (context, { body, shownCredential, fail }) => {
  const { db, principal, settings } = context;
  const caller = promiseCallerOf(principal, shownCredential());
  if (!canMint(caller))
    throw fail('forbidden', 'A password session or an unrestricted own token makes promise tokens.');
  if (settings.promiseIssuer !== undefined)
    throw fail('conflict', 'Promise tokens of this installation come from an issuer elsewhere; ask there for one.');
  const { accountId, domainId } = principal;
  const { id: siteId } = await existingSite(db, domainId, body.site_id);
  const binding = { accountId, domainId, siteId, purpose: body.purpose };
  const token = await mintPromiseToken(context, caller.credential, binding);
  // What was valid when it was read has ended since.
  if (token === undefined) throw fail('unauthorized', 'A valid credential is needed.', { reason: 'invalid' });
  return { status: 201, headers: { 'Cache-Control': 'no-store' }, body: token };
};
