import type { IncomingHttpHeaders } from 'node:http';
import type { AppContext } from '../context.ts';
import { AppError } from '../errors.ts';
import { domainOf } from '../features/domains/domain-by-slug.ts';
import type { DomainRow } from '../features/domains/domains.table.ts';
import { verifySignedAddress } from '../features/files/signed-address.ts';
import { passwordAuthority } from '../features/sessions/password-authority.ts';
import type { TokenVerifier } from '../features/tokens/token-verification.ts';
import { findLeaseHolder, findWorkerHolder } from '../features/workers/worker-credentials.ts';
import type { AccountPrincipal, BrowserPrincipal, Principal } from '../principal.ts';
import type { Region } from '../region.ts';
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

interface Sender {
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly clientAddress: string;
  readonly region: Region;
}

type Checking = Pick<AppContext, 'db' | 'keys' | 'settings'> & { readonly tokens: TokenVerifier };

/**
 * Who sends the request, by the one kind of credential that the operation takes. An operation that takes none never
 * looks at credentials.
 */
export async function authenticate(
  context: Checking,
  { operation, params }: Route,
  credential: Credential,
  sender: Sender,
): Promise<Authentication> {
  const { query, headers, region } = sender;
  if (operation.credential === 'none') return absent;
  if (operation.credential === 'signature') return bySignature(context.keys, params, query);
  if (operation.credential === 'webhook') return byWebhook(context.settings, headers);
  if (operation.credential === 'browser') return byBrowser(context, params, credential, sender);
  if (credential.kind !== 'present') return credential.kind === 'absent' ? absent : invalid;
  if (operation.credential === 'account') {
    // What needs no scope is about an account or a token of this installation, and theirs is of another.
    if (region === 'global' && operation.scopes.length === 0) return invalid;
    if (credential.source === 'cookie') return bySession(await context.tokens.verifySession(credential.token, region));
    return known(await context.tokens.verify(credential.token, region));
  }
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
  context: Checking,
  params: Route['params'],
  credential: Credential,
  { clientAddress, region }: Sender,
): Promise<Authentication> {
  const domain = await domainOf(context.db, params['domain'] ?? '');
  if (credential.kind === 'absent') return absent;
  if (credential.kind === 'malformed' || (credential.domain ?? domain.slug) !== domain.slug) return invalid;
  if (credential.kind === 'present') return byPageToken(context, domain, credential, region);
  // Passwords are known where their accounts are.
  if (region === 'global') return invalid;
  const account = await passwordAuthority(context, domain, { ...credential, clientAddress });
  return known({
    kind: 'browser',
    account,
    tokenId: undefined,
    domain: domain.slug,
    via: 'header',
    peerToken: undefined,
  });
}

const sourcesOfTheirOwn: Readonly<Record<string, BrowserPrincipal['via']>> = { cookie: 'cookie', query: 'query' };

async function byPageToken(
  { tokens }: Checking,
  domain: DomainRow,
  { source, token }: Extract<Credential, { readonly kind: 'present' }>,
  region: Region,
): Promise<Authentication> {
  const via = sourcesOfTheirOwn[source] ?? 'header';
  const account = await tokens[via === 'cookie' ? 'verifySession' : 'verify'](token, region);
  if (account?.domainId !== domain.id) return via === 'cookie' ? absent : invalid;
  const peerToken = region === 'global' && via !== 'cookie' ? token : undefined;
  return known({ kind: 'browser', account, tokenId: account.tokenId, domain: domain.slug, via, peerToken });
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
