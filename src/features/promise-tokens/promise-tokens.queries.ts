import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '../../db/database.ts';
import type { PromiseChainsTable, PromiseTokensTable } from './promise-tokens.table.ts';

type Db = Kysely<Database>;
type Trx = Transaction<Database>;
type Kind = PromiseTokensTable['kind'];

/** Whose chains; undefined members: anybody's. */
export interface ChainOwners {
  readonly accountId?: number;
  readonly domainId?: number;
}

export interface NewChain {
  /** Of the credential that it is minted with. */
  readonly digests: readonly Buffer[];
  readonly accountId: number;
  readonly domainId: number;
  readonly siteId: number;
  readonly purpose: PromiseChainsTable['purpose'];
}

/**
 * Undefined where the credential is no live one of the account, or the site is not of its domain. It ends with the
 * credential at the latest.
 */
export async function insertChain(
  trx: Trx,
  { digests, accountId, domainId, siteId, purpose }: NewChain,
  hoursMax: number,
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    insert into promise_chains (domain_id, account_id, site_id, token_id, purpose, ends_at)
    select sites.domain_id, accounts.id, sites.id, minting.id, ${purpose},
      least(now() + ${hoursMax} * interval '1 hour', coalesce(minting.ends_at, minting.expires_at))
    from api_tokens minting
      join accounts on accounts.id = minting.account_id
      join sites on sites.domain_id = accounts.domain_id
    where minting.lookup in (${sql.join(digests)}) and minting.peer_token is null
      and minting.revoked_at is null and minting.expires_at > now() and accounts.deactivated_at is null
      and accounts.id = ${accountId} and accounts.domain_id = ${domainId} and sites.id = ${siteId}
    returning id`.execute(trx);
  return rows[0]?.id;
}

export interface NewPromiseToken {
  readonly chain_id: string;
  readonly kind: Kind;
  readonly lookup: Buffer;
  readonly lookup_kid: string;
}

/** Ends with its chain at the latest; the seconds that it has. */
export async function insertPromiseToken(
  trx: Trx,
  { chain_id, kind, lookup, lookup_kid }: NewPromiseToken,
  minutesMax: number,
): Promise<number> {
  const { rows } = await sql<{ expires_in: number }>`
    insert into promise_tokens (chain_id, kind, lookup, lookup_kid, expires_at)
    select id, ${kind}, ${lookup}, ${lookup_kid}, least(now() + ${minutesMax} * interval '1 minute', ends_at)
    from promise_chains where id = ${chain_id}
    returning floor(extract(epoch from expires_at - now()))::integer as expires_in`.execute(trx);
  const [row] = rows;
  if (row === undefined) throw new Error('the chain of a token that is made does not end meanwhile');
  return row.expires_in;
}

/** Neither ended nor revoked, of an active account, and minted with what is live still. */
function liveChains(db: Db, { accountId, domainId }: ChainOwners = {}) {
  return db
    .selectFrom('promise_chains')
    .innerJoin('api_tokens', 'api_tokens.id', 'promise_chains.token_id')
    .innerJoin('accounts', 'accounts.id', 'promise_chains.account_id')
    .where('promise_chains.revoked_at', 'is', null)
    .where('promise_chains.ends_at', '>', sql<string>`now()`)
    .where('api_tokens.revoked_at', 'is', null)
    .where('api_tokens.expires_at', '>', sql<string>`now()`)
    .where('accounts.deactivated_at', 'is', null)
    .$if(accountId !== undefined, (query) => query.where('promise_chains.account_id', '=', accountId ?? 0))
    .$if(domainId !== undefined, (query) => query.where('promise_chains.domain_id', '=', domainId ?? 0));
}

/**
 * Counts an exchange of a live token that has one left; the chain that it is of, undefined where there is none.
 * Whoever exchanges the same at once waits, and finds the use counted.
 */
export async function updateUses(
  trx: Trx,
  digests: readonly Buffer[],
  owners: ChainOwners,
  exchangesMax: number,
): Promise<string | undefined> {
  const row = await trx
    .updateTable('promise_tokens')
    .set((eb) => ({ uses: eb('uses', '+', 1) }))
    .where('lookup', 'in', digests)
    .where('uses', '<', exchangesMax)
    .where('expires_at', '>', sql<string>`now()`)
    .where('chain_id', 'in', liveChains(trx, owners).select('promise_chains.id'))
    .returning('chain_id')
    .executeTakeFirst();
  return row?.chain_id;
}

export interface LivePromiseToken {
  readonly kind: Kind;
  readonly account_id: number;
  readonly domain_id: number;
  readonly site_id: number;
  readonly purpose: PromiseChainsTable['purpose'];
  readonly uses: number;
  readonly created_at: string;
  readonly expires_at: string;
  /** Base URL of its site. */
  readonly base_url: string;
  /** Of its domain. */
  readonly slug: string;
  /** Seconds, by the database clock. */
  readonly expires_in: number;
}

/** By any of the digests of one token, each under another key. */
export async function findLivePromiseToken(
  db: Db,
  digests: readonly Buffer[],
  owners: ChainOwners,
  exchangesMax: number,
): Promise<LivePromiseToken | undefined> {
  return liveChains(db, owners)
    .innerJoin('promise_tokens', 'promise_tokens.chain_id', 'promise_chains.id')
    .innerJoin('sites', 'sites.id', 'promise_chains.site_id')
    .innerJoin('domains', 'domains.id', 'promise_chains.domain_id')
    .where('promise_tokens.lookup', 'in', digests)
    .where('promise_tokens.expires_at', '>', sql<string>`now()`)
    .where('promise_tokens.uses', '<', exchangesMax)
    .select(['promise_tokens.kind', 'promise_tokens.uses', 'promise_tokens.created_at', 'promise_tokens.expires_at'])
    .select(['promise_chains.account_id', 'promise_chains.domain_id', 'promise_chains.site_id'])
    .select(['promise_chains.purpose', 'sites.base_url', 'domains.slug'])
    .select(sql<number>`floor(extract(epoch from promise_tokens.expires_at - now()))::integer`.as('expires_in'))
    .executeTakeFirst();
}

/** The chain of a token, whichever of it that is; what is not there, or not of these owners, stays as it is. */
export async function updateChainRevoked(
  db: Db,
  digests: readonly Buffer[],
  { accountId, domainId }: ChainOwners,
): Promise<void> {
  await db
    .updateTable('promise_chains')
    .set({ revoked_at: sql<string>`now()` })
    .where('revoked_at', 'is', null)
    .where('id', 'in', (eb) =>
      eb.selectFrom('promise_tokens').select('promise_tokens.chain_id').where('promise_tokens.lookup', 'in', digests),
    )
    .$if(accountId !== undefined, (query) => query.where('account_id', '=', accountId ?? 0))
    .$if(domainId !== undefined, (query) => query.where('domain_id', '=', domainId ?? 0))
    .execute();
}

/** Tokens that expired so long ago, and chains of which none is left. */
export async function deleteEndedPromiseTokens(db: Db, hoursKept: number): Promise<void> {
  const past = sql<string>`now() - ${hoursKept} * interval '1 hour'`;
  await db.deleteFrom('promise_tokens').where('expires_at', '<', past).execute();
  await db
    .deleteFrom('promise_chains')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('promise_tokens')
            .select('promise_tokens.id')
            .whereRef('promise_tokens.chain_id', '=', 'promise_chains.id'),
        ),
      ),
    )
    .execute();
}
