import type { IncomingHttpHeaders } from 'node:http';
import type { AppContext } from '../context.ts';
import { AppError } from '../errors.ts';
import { domainOf } from '../features/domains/domain-by-slug.ts';
import { verifySignedAddress } from '../features/files/signed-address.ts';
import type { TokenVerifier } from '../features/tokens/token-verification.ts';
import { findLeaseHolder, findWorkerHolder } from '../features/workers/worker-credentials.ts';
import type { AccountPrincipal, Principal } from '../principal.ts';
import { isToken } from '../secrets.ts';
import type { Credential } from './credentials.ts';
import type { Route } from './route-table.ts';
import { signatureIn } from './webhook-signature.ts';

export type { TokenVerifier };

export type Authentication =
  | { readonly kind: 'anonymous'; readonly reason: 'absent' | 'invalid' }
  | { readonly kind: 'known'; readonly principal: Principal };

const absent: Authentication = { kind: 'anonymous', reason: 'absent' };
const invalid: Authentication = { kind: 'anonymous', reason: 'invalid' };
const known = (principal: Principal | undefined): Authentication =>
  principal === undefined ? invalid : { kind: 'known', principal };

/**
 * Who sends the request, by the one kind of credential that the operation takes. An operation that takes none never
 * looks at credentials.
 */
export async function authenticate(
  context: Pick<AppContext, 'db' | 'keys' | 'settings'> & { readonly tokens: TokenVerifier },
  { operation, params }: Route,
  credential: Credential,
  { query, headers }: { readonly query: URLSearchParams; readonly headers: IncomingHttpHeaders },
): Promise<Authentication> {
  if (operation.credential === 'none') return absent;
  if (operation.credential === 'signature') return bySignature(context.keys, params, query);
  if (operation.credential === 'webhook') return byWebhook(context.settings, headers);
  if (operation.credential === 'browser') return byBrowser(context, params, credential);
  if (credential.kind !== 'present') return credential.kind === 'absent' ? absent : invalid;
  if (operation.credential === 'account' && credential.source === 'cookie')
    return bySession(await context.tokens.verifySession(credential.token));
  if (operation.credential === 'account') return known(await context.tokens.verify(credential.token));
  if (credential.source !== 'authorization') return absent;
  if (operation.credential === 'worker')
    return isToken('spcw', credential.token) ? known(await findWorkerHolder(context, credential.token)) : invalid;
  const leaseId = Number(params['lease_id']);
  // Other notations of its number, such as `01`, are not its address.
  if (!isToken('spcl', credential.token) || String(leaseId) !== params['lease_id']) return invalid;
  return known(await findLeaseHolder(context, credential.token, leaseId));
}

/** A session that is none any more is as good as no cookie. */
const bySession = (account: AccountPrincipal | undefined): Authentication =>
  account === undefined ? absent : known(account);

/** Only of the domain that the page is of: a credential of another is as good as none. */
async function byBrowser(
  { db, tokens }: Pick<AppContext, 'db'> & { readonly tokens: TokenVerifier },
  params: Route['params'],
  credential: Credential,
): Promise<Authentication> {
  const domain = await domainOf(db, params['domain'] ?? '');
  if (credential.kind !== 'present') return credential.kind === 'absent' ? absent : invalid;
  const isCookie = credential.source === 'cookie';
  const account = await (isCookie ? tokens.verifySession(credential.token) : tokens.verify(credential.token));
  if (account?.domainId !== domain.id) return isCookie ? absent : invalid;
  const via = isCookie ? 'cookie' : credential.source === 'query' ? 'query' : 'header';
  return known({ kind: 'browser', account, domain: domain.slug, via });
}

function bySignature(keys: AppContext['keys'], params: Route['params'], query: URLSearchParams): Authentication {
  const signature = query.get('signature');
  if (signature === null) return absent;
  const given = {
    sha256: params['sha256'] ?? '',
    name: query.get('name') ?? '',
    domain: query.get('domain') ?? '',
    expires: query.get('expires') ?? '',
    signature,
  };
  return known(verifySignedAddress(keys, Date.now(), given));
}

/** By the form of its signature: what it signs is read later, and judged before anything is done with it. */
function byWebhook({ webhookSecret }: AppContext['settings'], headers: IncomingHttpHeaders): Authentication {
  if (webhookSecret === undefined)
    throw new AppError('unavailable', 'This installation takes no events from GitHub; its operator can change that.');
  const signature = signatureIn(headers);
  if (signature === 'absent') return absent;
  return signature === 'malformed' ? invalid : known({ kind: 'webhook' });
}
