import { sql, type Kysely } from 'kysely';
import type { Database } from '../../db/database.ts';

type Db = Kysely<Database>;

/** Uses of one item by one token, operation and client. */
export interface CountedUse {
  readonly domainId: number;
  readonly tokenId: number;
  readonly item: string;
  readonly operationId: string;
  readonly client: string;
  readonly count: number;
  /** Ago. */
  readonly firstMs: number;
  readonly lastMs: number;
}

export interface UseFilter {
  readonly item?: string | undefined;
  readonly token_id?: number | undefined;
}

export interface DeprecatedUse {
  readonly item: string;
  readonly token_id: number;
  readonly token_prefix: string;
  readonly token_name: string;
  readonly user_id: number;
  readonly user_name: string;
  readonly client: string;
  readonly operations: readonly { readonly operation_id: string; readonly use_count: number }[];
  readonly use_count: number;
  readonly first_used_at: string;
  readonly last_used_at: string;
}

export interface ItemStanding {
  readonly item: string;
  readonly recording_began_at: string;
  readonly last_used_at: string | null;
  readonly safe_to_remove: boolean;
}

/** Those that are recorded already keep their moment. */
export async function insertDeprecatedItems(db: Db, items: readonly string[]): Promise<void> {
  await sql`
    insert into deprecated_items (item) select unnest(${[...items]}::text[]) order by 1
    on conflict (item) do nothing`.execute(db);
}

/**
 * Adds to what is there, in one statement whatever their number; uses by tokens that are gone are left out. Of the clients
 * of a token those beyond `clientsMax` are one. In the order of the key, so that replicas wait for each other.
 */
export async function upsertDeprecatedUses(
  db: Db,
  uses: readonly CountedUse[],
  { clientsMax, otherClient }: { readonly clientsMax: number; readonly otherClient: string },
): Promise<void> {
  const column = <Key extends keyof CountedUse>(key: Key): CountedUse[Key][] => uses.map((use) => use[key]);
  await sql`
    with given as (
      select * from unnest(
        ${column('domainId')}::int[], ${column('tokenId')}::int[], ${column('item')}::text[], ${column('client')}::text[],
        ${column('operationId')}::text[], ${column('count')}::int[], ${column('firstMs')}::float8[],
        ${column('lastMs')}::float8[]
      ) as given (domain_id, token_id, item, client, operation_id, use_count, first_ms, last_ms)
    ), known as (
      select distinct u.token_id, u.item, u.client from deprecated_uses u join given using (token_id, item)
    ), fresh as (
      select token_id, item, client, row_number() over (partition by token_id, item order by client)
        + (select count(*) from known where known.token_id = g.token_id and known.item = g.item) as place
      from (select distinct token_id, item, client from given) g
      where not exists (
        select from known where known.token_id = g.token_id and known.item = g.item and known.client = g.client)
    ), named as (
      select given.*, case when place > ${clientsMax} then ${otherClient} else client end as shown
      from given left join fresh using (token_id, item, client)
      where exists (select from api_tokens where api_tokens.id = given.token_id)
    )
    insert into deprecated_uses as u
      (domain_id, item, token_id, client, operation_id, use_count, first_used_at, last_used_at)
    select domain_id, item, token_id, shown, operation_id, sum(use_count),
      now() - max(first_ms) * interval '1 millisecond', now() - min(last_ms) * interval '1 millisecond'
    from named
    group by domain_id, item, token_id, shown, operation_id
    order by domain_id, item, token_id, shown, operation_id
    on conflict (domain_id, item, token_id, client, operation_id) do update set
      use_count = u.use_count + excluded.use_count,
      first_used_at = least(u.first_used_at, excluded.first_used_at),
      last_used_at = greatest(u.last_used_at, excluded.last_used_at)`.execute(db);
}

function usesOf(db: Db, domainId: number, items: readonly string[], { item, token_id }: UseFilter) {
  return db
    .selectFrom('deprecated_uses as u')
    .where('u.domain_id', '=', domainId)
    .where(sql<boolean>`u.item = any(${[...items]}::text[])`)
    .$if(item !== undefined, (query) => query.where('u.item', '=', item ?? ''))
    .$if(token_id !== undefined, (query) => query.where('u.token_id', '=', token_id ?? 0));
}

/** By item, token and client, which no later use changes. */
export async function listDeprecatedUses(
  db: Db,
  domainId: number,
  items: readonly string[],
  filter: UseFilter,
  page: { readonly limit: number; readonly offset: number },
): Promise<DeprecatedUse[]> {
  return usesOf(db, domainId, items, filter)
    .innerJoin('api_tokens', 'api_tokens.id', 'u.token_id')
    .innerJoin('accounts', 'accounts.id', 'api_tokens.account_id')
    .groupBy(['u.item', 'u.token_id', 'u.client', 'api_tokens.id', 'accounts.id'])
    .select(['u.item', 'u.token_id', 'u.client', 'api_tokens.token_prefix', 'api_tokens.token_name'])
    .select(['accounts.id as user_id', 'accounts.name as user_name'])
    .select(
      sql<DeprecatedUse['operations']>`json_agg(
        json_build_object('operation_id', u.operation_id, 'use_count', u.use_count)
        order by u.operation_id collate "C")`.as('operations'),
    )
    .select(sql<number>`sum(u.use_count)::bigint`.as('use_count'))
    .select(sql<string>`min(u.first_used_at)`.as('first_used_at'))
    .select(sql<string>`max(u.last_used_at)`.as('last_used_at'))
    .orderBy(sql`u.item collate "C"`)
    .orderBy('u.token_id')
    .orderBy(sql`u.client collate "C"`)
    .limit(page.limit)
    .offset(page.offset)
    .execute();
}

export async function countDeprecatedUses(
  db: Db,
  domainId: number,
  items: readonly string[],
  filter: UseFilter,
): Promise<number> {
  const uses = usesOf(db, domainId, items, filter);
  const { count } = await uses
    .select(sql<number>`count(distinct (u.item, u.token_id, u.client))`.as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** Whether the domain used them in these days, and whether all these days are recorded. */
export async function listItemStandings(
  db: Db,
  domainId: number,
  items: readonly string[],
  days: number,
): Promise<ItemStanding[]> {
  const since = sql`now() - ${days} * interval '1 day'`;
  return db
    .selectFrom('deprecated_items as i')
    .leftJoin('deprecated_uses as u', (join) => join.onRef('u.item', '=', 'i.item').on('u.domain_id', '=', domainId))
    .where(sql<boolean>`i.item = any(${[...items]}::text[])`)
    .groupBy('i.item')
    .select(['i.item', 'i.recording_began_at'])
    .select(sql<string | null>`max(u.last_used_at)`.as('last_used_at'))
    .select(
      sql<boolean>`i.recording_began_at <= ${since} and coalesce(max(u.last_used_at) <= ${since}, true)`.as(
        'safe_to_remove',
      ),
    )
    .orderBy(sql`i.item collate "C"`)
    .execute();
}

export async function deleteOldDeprecatedUses(db: Db, days: number): Promise<void> {
  await db
    .deleteFrom('deprecated_uses')
    .where(sql<boolean>`last_used_at < now() - ${days} * interval '1 day'`)
    .execute();
}
