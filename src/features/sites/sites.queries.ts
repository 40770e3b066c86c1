import { sql, type Expression, type ExpressionBuilder, type Kysely, type SqlBool, type Transaction } from 'kysely';
import type { Database } from '../../db/database.ts';
import type { SiteRow } from './sites.table.ts';

export interface SiteConditions extends Partial<
  Pick<SiteRow, 'authoring_type' | 'delivery_type' | 'name' | 'repository_id'>
> {
  /** The one that has it; null: none has. */
  readonly host?: string | null;
}

type WrittenSite = Omit<SiteRow, 'id' | 'domain_id' | 'created_at' | 'updated_at'>;
type SiteBuilder = ExpressionBuilder<Database, 'sites'>;

const hostIs = (eb: SiteBuilder, host: string | null) =>
  eb.exists(
    eb
      .selectFrom('site_hosts')
      .select('site_hosts.site_id')
      .whereRef('site_hosts.domain_id', '=', 'sites.domain_id')
      .whereRef('site_hosts.site_id', '=', 'sites.id')
      .where('site_hosts.host', '=', host ?? ''),
  );

function sitesOf(db: Kysely<Database>, domainId: number, { name, host, ...equal }: SiteConditions) {
  return db
    .selectFrom('sites')
    .where('sites.domain_id', '=', domainId)
    .where((eb) => {
      const conditions: Expression<SqlBool>[] = [];
      const { authoring_type, delivery_type, repository_id } = equal;
      if (authoring_type !== undefined) conditions.push(eb('authoring_type', '=', authoring_type));
      if (delivery_type !== undefined) conditions.push(eb('delivery_type', '=', delivery_type));
      if (repository_id !== undefined) conditions.push(eb('repository_id', '=', repository_id));
      if (name !== undefined) conditions.push(sql`strpos(lower(sites.name), lower(${name})) > 0`);
      if (host !== undefined) conditions.push(hostIs(eb, host));
      return eb.and(conditions);
    });
}

export async function listSiteRows(
  db: Kysely<Database>,
  domainId: number,
  conditions: SiteConditions,
  page: { readonly limit: number; readonly offset: number },
): Promise<SiteRow[]> {
  return sitesOf(db, domainId, conditions)
    .selectAll()
    .orderBy('sites.id')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
}

export async function countSites(db: Kysely<Database>, domainId: number, conditions: SiteConditions): Promise<number> {
  const { count } = await sitesOf(db, domainId, conditions)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

export async function findSite(db: Kysely<Database>, domainId: number, siteId: number): Promise<SiteRow | undefined> {
  return sitesOf(db, domainId, {}).selectAll().where('sites.id', '=', siteId).executeTakeFirst();
}

export async function findSiteForUpdate(
  trx: Transaction<Database>,
  domainId: number,
  siteId: number,
): Promise<SiteRow | undefined> {
  return sitesOf(trx, domainId, {}).selectAll().where('sites.id', '=', siteId).forUpdate().executeTakeFirst();
}

export async function findSiteByHost(
  db: Kysely<Database>,
  domainId: number,
  host: string,
): Promise<SiteRow | undefined> {
  return sitesOf(db, domainId, { host }).selectAll().executeTakeFirst();
}

export async function insertSite(trx: Transaction<Database>, domainId: number, site: WrittenSite): Promise<SiteRow> {
  return trx
    .insertInto('sites')
    .values({ ...site, domain_id: domainId })
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function updateSite(trx: Transaction<Database>, siteId: number, site: WrittenSite): Promise<SiteRow> {
  return trx
    .updateTable('sites')
    .set({ ...site, updated_at: sql<string>`now()` })
    .where('id', '=', siteId)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** False when the domain has no such site. Its hosts go with it. */
export async function deleteSite(db: Kysely<Database>, domainId: number, siteId: number): Promise<boolean> {
  const deleted = await db
    .deleteFrom('sites')
    .where('domain_id', '=', domainId)
    .where('id', '=', siteId)
    .returning('id')
    .executeTakeFirst();
  return deleted !== undefined;
}

export async function deleteSiteHosts(trx: Transaction<Database>, siteId: number): Promise<void> {
  await trx.deleteFrom('site_hosts').where('site_id', '=', siteId).execute();
}

type OfDomain = Pick<SiteRow, 'id' | 'domain_id'>;

/** Those that another site has already are left out, and waited for while that is being decided. */
export async function insertSiteHosts(
  trx: Transaction<Database>,
  { id, domain_id }: OfDomain,
  hosts: readonly string[],
): Promise<void> {
  await trx
    .insertInto('site_hosts')
    .values(hosts.map((host) => ({ domain_id, host, site_id: id })))
    .onConflict((conflict) => conflict.columns(['domain_id', 'host']).doNothing())
    .execute();
}

/** The first of the hosts that another site has. */
export async function findHostOfAnother(
  trx: Transaction<Database>,
  { id, domain_id }: OfDomain,
  hosts: readonly string[],
): Promise<{ host: string; site_id: number } | undefined> {
  return trx
    .selectFrom('site_hosts')
    .select(['host', 'site_id'])
    .where('domain_id', '=', domain_id)
    .where('host', 'in', hosts)
    .where('site_id', '<>', id)
    .orderBy('host')
    .limit(1)
    .executeTakeFirst();
}
