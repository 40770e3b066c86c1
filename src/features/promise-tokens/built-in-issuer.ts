import type { Transaction } from 'kysely';
import type { AppContext } from '../../context.ts';
import type { Database } from '../../db/database.ts';
import type { Exchanged, PromiseBinding, PromiseIssuer } from '../../preflight/promise/issuer.ts';
import { promiseTokenOf, type PromiseToken } from '../../preflight/promise/promise-token.ts';
import { isToken, lookupDigest, lookupDigests, newToken } from '../../secrets.ts';
import {
  deleteEndedPromiseTokens,
  findLivePromiseToken,
  insertChain,
  insertPromiseToken,
  updateChainRevoked,
  updateUses,
  type ChainOwners,
  type LivePromiseToken,
} from './promise-tokens.queries.ts';

type Needs = Pick<AppContext, 'db' | 'keys'>;

const promiseMinutes = 15;
const accessMinutes = 10;
/** From the mint, however often it is exchanged. */
const chainHoursMax = 24;
/** Of each token: an exchange that was made and not kept is made again, and several jobs may begin with one token. */
export const exchangesMax = 20;
const hoursKept = 24;

interface Given {
  readonly token: string;
  readonly expiresIn: number;
}

async function give(
  trx: Transaction<Database>,
  { active }: AppContext['keys'],
  chain_id: string,
  kind: LivePromiseToken['kind'],
): Promise<Given> {
  const token = newToken(kind === 'promise' ? 'spcp' : 'spca');
  const row = { chain_id, kind, lookup: lookupDigest(active, token), lookup_kid: active.kid };
  const minutesMax = kind === 'promise' ? promiseMinutes : accessMinutes;
  return { token, expiresIn: await insertPromiseToken(trx, row, minutesMax) };
}

/** Undefined where the credential is no live one of the account, or the site is none of its domain. */
export async function mintPromiseToken(
  { db, keys }: Needs,
  credential: string,
  { accountId, domainId, siteId, purpose }: Omit<PromiseBinding, 'resource'>,
): Promise<PromiseToken | undefined> {
  const chain = { digests: lookupDigests(keys, credential), accountId, domainId, siteId, purpose };
  return db.transaction().execute(async (trx) => {
    const chainId = await insertChain(trx, chain, chainHoursMax);
    if (chainId === undefined) return undefined;
    const { token, expiresIn } = await give(trx, keys, chainId, 'promise');
    return promiseTokenOf(token, expiresIn);
  });
}

/** Of these owners; undefined where it is not exchanged, whatever is the reason. */
export async function exchangePromiseToken(
  { db, keys }: Needs,
  promiseToken: string,
  owners: ChainOwners = {},
): Promise<(Exchanged & Record<'expires_in' | 'promise_token_expires_in', number>) | undefined> {
  if (!isToken('spcp', promiseToken)) return undefined;
  return db.transaction().execute(async (trx) => {
    const chainId = await updateUses(trx, lookupDigests(keys, promiseToken), owners, exchangesMax);
    if (chainId === undefined) return undefined;
    const access = await give(trx, keys, chainId, 'access');
    const rolled = await give(trx, keys, chainId, 'promise');
    return {
      ...{ kind: 'exchanged', access_token: access.token, token_type: 'bearer', expires_in: access.expiresIn },
      ...{ promise_token: rolled.token, promise_token_expires_in: rolled.expiresIn },
    };
  });
}

/** A promise token or an access token of these owners that is live. */
export async function inspectPromiseToken(
  { db, keys }: Needs,
  token: string,
  owners: ChainOwners = {},
): Promise<LivePromiseToken | undefined> {
  if (!isToken('spcp', token) && !isToken('spca', token)) return undefined;
  return findLivePromiseToken(db, lookupDigests(keys, token), owners, exchangesMax);
}

/** With everything that it was exchanged from and for. */
export async function endPromiseToken(
  { db, keys }: Needs,
  promiseToken: string,
  owners: ChainOwners = {},
): Promise<void> {
  if (isToken('spcp', promiseToken)) await updateChainRevoked(db, lookupDigests(keys, promiseToken), owners);
}

export async function sweepPromiseTokens({ db }: Pick<AppContext, 'db'>): Promise<void> {
  await deleteEndedPromiseTokens(db, hoursKept);
}

/** Promise tokens of this installation, which are known by their digests alone. */
export function createBuiltInIssuer(context: Needs): PromiseIssuer {
  return {
    mint: async (credential, binding) => {
      const token = await mintPromiseToken(context, credential, binding);
      return token === undefined ? { kind: 'refused' } : { kind: 'minted', token };
    },
    exchange: async (promiseToken) => (await exchangePromiseToken(context, promiseToken)) ?? { kind: 'refused' },
    introspect: async (promiseToken) => {
      const found = await inspectPromiseToken(context, promiseToken);
      if (found?.kind !== 'promise') return { kind: 'inactive' };
      const { account_id: accountId, domain_id: domainId, site_id: siteId, purpose, expires_in } = found;
      return { kind: 'active', expires_in, bound: { accountId, domainId, siteId, purpose } };
    },
    invalidate: async (promiseToken) => {
      await endPromiseToken(context, promiseToken);
      return { kind: 'invalidated' };
    },
  };
}
