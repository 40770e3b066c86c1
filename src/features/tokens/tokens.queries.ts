import { sql, type Kysely, type RawBuilder, type SelectQueryBuilder, type Transaction } from 'kysely';
import type { Database } from '../../db/database.ts';
import type { Role } from '../../principal.ts';
import type { ApiTokenRow } from './tokens.table.ts';

export interface NewToken extends Pick<
  ApiTokenRow,
  'account_id' | 'token_name' | 'token_prefix' | 'lookup' | 'lookup_kid' | 'token_hash' | 'scopes'
> {
  /** Undefined: that of its parent. */
  readonly end: { readonly inMinutes: number } | { readonly at: string } | undefined;
  readonly child?: ChildFacts;
}

/** What makes a token the child of another. */
export type ChildFacts = Pick<ApiTokenRow, 'parent_id' | 'repository_id' | 'run_id' | 'calls_left'>;

/** A token that is neither revoked nor expired, with its owner, who is not deactivated. */
export interface LiveToken extends Pick<ApiTokenRow, (typeof liveColumns)[number]> {
  readonly repository: string | null;
  readonly domain_id: number;
  readonly role: Role;
  readonly operator: boolean;
  readonly read_only: boolean;
  /** By the database clock. */
  readonly remaining_ms: number;
}

/** Whose tokens: those of one account, or of every account in a domain. */
export type TokenOwners = { readonly accountId: number } | { readonly domainId: number };

const liveColumns = [
  ...(['id', 'account_id', 'token_hash', 'scopes', 'kind'] as const),
  ...(['parent_id', 'repository_id', 'run_id', 'calls_left', 'peer_token'] as const),
] as const;

/** By any of the digests of one token, each under another key. */
export async function findLiveToken(db: Kysely<Database>, digests: readonly Buffer[]): Promise<LiveToken | undefined> {
  return liveTokens(db).where('api_tokens.lookup', 'in', digests).executeTakeFirst();
}

export async function findLiveTokenById(db: Kysely<Database>, tokenId: number): Promise<LiveToken | undefined> {
  return liveTokens(db).where('api_tokens.id', '=', tokenId).executeTakeFirst();
}

function liveTokens(db: Kysely<Database>) {
  return db
    .selectFrom('api_tokens')
    .innerJoin('accounts', 'accounts.id', 'api_tokens.account_id')
    .leftJoin('repositories', 'repositories.id', 'api_tokens.repository_id')
    .where('api_tokens.revoked_at', 'is', null)
    .where('api_tokens.expires_at', '>', sql<string>`now()`)
    .where('accounts.deactivated_at', 'is', null)
    .select(liveColumns.map((column) => `api_tokens.${column}` as const))
    .select(['accounts.domain_id', 'accounts.role', 'accounts.operator', 'accounts.read_only'])
    .select('repositories.name as repository')
    .select(sql<number>`extract(epoch from api_tokens.expires_at - now()) * 1000`.as('remaining_ms'));
}

function tokensOf(db: Kysely<Database>, owners: TokenOwners) {
  return db
    .selectFrom('api_tokens')
    .innerJoin('accounts', 'accounts.id', 'api_tokens.account_id')
    .where('api_tokens.kind', 'in', ['token', 'legacy'])
    .where((eb) =>
      'accountId' in owners ? eb('accounts.id', '=', owners.accountId) : eb('accounts.domain_id', '=', owners.domainId),
    );
}

export interface ListedToken extends ApiTokenRow {
  readonly repository: string | null;
  readonly last_used_at: string | null;
}

/** Newest first. */
export async function listTokenRows(
  db: Kysely<Database>,
  owners: TokenOwners,
  page: { readonly limit: number; readonly offset: number },
): Promise<ListedToken[]> {
  return tokensOf(db, owners)
    .leftJoin('api_token_usage', 'api_token_usage.token_id', 'api_tokens.id')
    .leftJoin('repositories', 'repositories.id', 'api_tokens.repository_id')
    .selectAll('api_tokens')
    .select(['api_token_usage.last_used_at', 'repositories.name as repository'])
    .orderBy('api_tokens.id', 'desc')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
}

export async function countTokens(db: Kysely<Database>, owners: TokenOwners): Promise<number> {
  const { count } = await tokensOf(db, owners)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** Of an active account; it cannot change before the transaction ends, and one that is being changed is waited for. */
export async function findPasswordHashForShare(
  trx: Transaction<Database>,
  accountId: number,
): Promise<string | undefined> {
  const account = await trx
    .selectFrom('accounts')
    .select('password_hash')
    .where('id', '=', accountId)
    .where('deactivated_at', 'is', null)
    .forShare()
    .executeTakeFirst();
  return account?.password_hash;
}

/**
 * Of a live token or session: whether no other token was made into it, but for the one that a session was opened with.
 * Undefined where it has ended; until the transaction ends it stays.
 */
export async function findRootForShare(
  trx: Transaction<Database>,
  tokenId: number,
): Promise<{ readonly ofPassword: boolean } | undefined> {
  const { rows } = await sql<{ ofPassword: boolean }>`
    select coalesce(own.kind = 'session' and parent.parent_id is null, false) or own.parent_id is null as "ofPassword"
    from api_tokens own left join api_tokens parent on parent.id = own.parent_id
    where own.id = ${tokenId} and own.revoked_at is null and own.expires_at > now()
    for share of own`.execute(trx);
  return rows[0];
}

/** Takes the name from a token that expired or was used up, so that a new one can have it. */
export async function updateExpiredNameHolders(
  trx: Transaction<Database>,
  accountId: number,
  tokenName: string,
): Promise<void> {
  await trx
    .updateTable('api_tokens')
    .set({ holds_name: false })
    .where('account_id', '=', accountId)
    .where('token_name', '=', tokenName)
    .where('holds_name', '=', true)
    .where((eb) => eb.or([eb('expires_at', '<=', sql<string>`now()`), eb('calls_left', '=', 0)]))
    .execute();
}

function momentOf(end: NewToken['end']) {
  if (end === undefined) return sql`null::timestamptz`;
  return 'at' in end ? sql`${end.at}::timestamptz` : sql`now() + ${end.inMinutes} * interval '1 minute'`;
}

/** A child ends with its parent at the latest. */
export async function insertToken(
  trx: Transaction<Database>,
  { end, child, ...token }: NewToken,
): Promise<ApiTokenRow> {
  const parentEnd = sql`(select expires_at from api_tokens where id = ${child?.parent_id ?? null})`;
  const expires_at = sql<string>`least(${momentOf(end)}, ${parentEnd})`;
  return trx
    .insertInto('api_tokens')
    .values({ ...token, ...child, expires_at })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** With whether it is neither revoked nor expired. */
export async function findOwnTokenForUpdate(
  trx: Transaction<Database>,
  accountId: number,
  tokenId: number,
): Promise<(ApiTokenRow & { readonly live: boolean }) | undefined> {
  return trx
    .selectFrom('api_tokens')
    .selectAll()
    .select(sql<boolean>`revoked_at is null and expires_at > now()`.as('live'))
    .where('id', '=', tokenId)
    .where('account_id', '=', accountId)
    .where('kind', '=', 'token')
    .forUpdate()
    .executeTakeFirst();
}

/** It gives up its name; without grace it is revoked, with grace it ends after that at the latest: it and what it made. */
export async function updateTokenReplaced(
  trx: Transaction<Database>,
  tokenId: number,
  graceSeconds: number,
): Promise<number[]> {
  const end = sql`now() + ${graceSeconds} * interval '1 second'`;
  const ended =
    graceSeconds === 0
      ? { revoked_at: sql<string>`coalesce(revoked_at, now())` }
      : {
          expires_at: sql<string>`least(expires_at, ${end})`,
          ends_at: sql<string>`case when ends_at < ${end} then ends_at when ends_at is not null then ${end} end`,
        };
  return updateTree(trx, trx.selectFrom('api_tokens').where('id', '=', tokenId).select('id'), ended);
}

/**
 * With everything that was made from it; the ids of all. Empty when these owners have no such token. What was revoked
 * before keeps its moment.
 */
export async function updateTokenRevoked(
  trx: Transaction<Database>,
  tokenId: number,
  owners: TokenOwners,
): Promise<number[]> {
  const roots = tokensOf(trx, owners).where('api_tokens.id', '=', tokenId).select('api_tokens.id');
  // What is being made of it has it locked: only a statement after this one sees all of that.
  await roots.forUpdate('api_tokens').execute();
  return updateTree(trx, roots, { revoked_at: sql<string>`coalesce(revoked_at, now())` });
}

/** With everything that was made from them; the ids of all, which give up their names. */
async function updateTree(
  trx: Transaction<Database>,
  roots: SelectQueryBuilder<Database, 'api_tokens', { id: number }>,
  ended: Readonly<Partial<Record<'revoked_at' | 'expires_at' | 'ends_at', RawBuilder<string>>>>,
): Promise<number[]> {
  const rows = await trx
    .withRecursive('ended', () =>
      roots.unionAll(
        trx
          .selectFrom('api_tokens')
          .innerJoin(sql<{ id: number }>`ended`.as('ended'), 'ended.id', 'api_tokens.parent_id')
          .select('api_tokens.id'),
      ),
    )
    .updateTable('api_tokens')
    .set({ ...ended, holds_name: false })
    .where('id', 'in', (eb) => eb.selectFrom('ended').select('ended.id'))
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** How many live tokens the account had, without the one that is kept; what was made from another ends with that. */
export async function updateTokensRevoked(
  trx: Transaction<Database>,
  accountId: number,
  keptTokenId?: number,
): Promise<number> {
  const { numUpdatedRows } = await trx
    .updateTable('api_tokens')
    .set({ revoked_at: sql<string>`now()`, holds_name: false })
    .where('account_id', '=', accountId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', sql<string>`now()`)
    .$if(keptTokenId !== undefined, (query) =>
      query.where((eb) => eb.or([eb('id', '!=', keptTokenId ?? 0), eb('parent_id', 'is not', null)])),
    )
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
