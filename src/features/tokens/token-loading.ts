import type { AppContext } from '../../context.ts';
import type { AskPeer } from '../../peer/introspection.ts';
import type { AccountPrincipal } from '../../principal.ts';
import type { Region } from '../../region.ts';
import { openText } from '../../sealed-text.ts';
import { isToken, lookupDigest, lookupDigests } from '../../secrets.ts';
import { verifySecret } from '../accounts/passwords.ts';
import { globalPrincipal } from './global-accounts.ts';
import { allowedScopes } from './scopes.ts';
import { endSession, keepSession } from './sessions.ts';
import { findLiveToken, type LiveToken } from './tokens.queries.ts';
import { verifiedTokensOf, type VerifiedToken } from './verified-tokens.ts';

export interface LoaderParts extends Pick<AppContext, 'db' | 'keys'> {
  /** Undefined: there is no global region, and nothing is of it. */
  readonly askPeer?: AskPeer | undefined;
  readonly clock: () => number;
}

/** How long a revocation, a new role or a deactivation elsewhere may go unseen when no notice comes. */
const freshMs = 5_000;

/** By its row as it is now, and by what the global region says now where it is of that. */
export async function loadToken(parts: LoaderParts, token: string, region: Region): Promise<VerifiedToken | undefined> {
  if (region === 'global' && isToken('spci', token)) return loadGlobal(parts, token);
  const { db, clock } = parts;
  const readAtMs = clock();
  const row = await findVerified(parts, token);
  if (row === undefined || (row.peer_token === null) !== (region === 'regional')) return undefined;
  const usableUntilMs = readAtMs + Math.min(freshMs, row.remaining_ms);
  if (row.peer_token !== null)
    return loadGlobalSession(parts, row, { token: openText(token, row.peer_token), usableUntilMs });
  if (row.kind === 'session') await keepSession(db, row.id);
  return { principal: principalOf(row), usableUntilMs };
}

async function findVerified({ db, keys }: LoaderParts, token: string): Promise<LiveToken | undefined> {
  const row = await findLiveToken(db, lookupDigests(keys, token));
  if (row === undefined) return undefined;
  const { hashes } = verifiedTokensOf(db);
  const digest = lookupDigest(keys.active, token).toString('base64');
  const verified = hashes.get(digest) === row.token_hash || (await verifySecret(row.token_hash, token));
  if (!verified) return undefined;
  hashes.set(digest, row.token_hash);
  return row;
}

async function loadGlobal({ db, askPeer, clock }: LoaderParts, token: string): Promise<VerifiedToken | undefined> {
  const askedAtMs = clock();
  const peer = await askPeer?.(token);
  const principal = peer === undefined ? undefined : await globalPrincipal(db, peer);
  if (peer === undefined || principal === undefined) return undefined;
  return { principal, usableUntilMs: askedAtMs + Math.min(freshMs, peer.expiresAt * 1000 - Date.now()) };
}

async function loadGlobalSession(
  parts: LoaderParts,
  row: LiveToken,
  { token, usableUntilMs }: { readonly token: string; readonly usableUntilMs: number },
): Promise<VerifiedToken | undefined> {
  const peer = await loadGlobal(parts, token);
  if (peer?.principal.accountId !== row.account_id) {
    // What the peer ended, or says of somebody else, is over for good.
    await endSession(parts.db, row.id);
    return undefined;
  }
  await keepSession(parts.db, row.id);
  const principal = { ...peer.principal, tokenId: row.id };
  return { principal, usableUntilMs: Math.min(usableUntilMs, peer.usableUntilMs) };
}

function principalOf(row: LiveToken): AccountPrincipal {
  return {
    kind: 'account',
    accountId: row.account_id,
    tokenId: row.id,
    domainId: row.domain_id,
    role: row.role,
    operator: row.operator,
    readOnly: row.read_only,
    scopes: allowedScopes(row.scopes, row.role),
    via: viaOf(row),
    ...confinementOf(row),
    ...(row.calls_left === null ? {} : { counted: true }),
    ...(row.kind === 'legacy' ? { legacy: true } : {}),
  };
}

/** What has a parent was made from a token, and may be in other hands than it. */
function viaOf({ kind, parent_id }: LiveToken): AccountPrincipal['via'] {
  if (parent_id !== null || kind === 'legacy') return 'other';
  return kind === 'session' ? 'password_session' : 'own_token';
}

function confinementOf(row: LiveToken): Pick<AccountPrincipal, 'confinement'> {
  const { repository_id: id, repository: name, run_id: runId } = row;
  const repository = id === null || name === null ? {} : { repository: { id, name } };
  if (id === null && runId === null) return {};
  return { confinement: { ...repository, ...(runId === null ? {} : { runId }) } };
}
