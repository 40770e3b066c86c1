import { sql, type Expression, type ExpressionBuilder, type Kysely, type SqlBool, type Transaction } from 'kysely';
import type { Database } from '../../db/database.ts';
import type { Platform } from '../../principal.ts';
import type { BuildRow } from './builds.table.ts';

export interface BuildFilter {
  /** In any case. */
  readonly repository?: string;
  /** In any case. */
  readonly commit_sha?: string;
  readonly platform?: Platform;
}

export interface NamedBuild extends BuildRow {
  readonly repository: string;
}

export type NewBuild = Omit<BuildRow, 'id' | 'created_at'>;

type BuildBuilder = ExpressionBuilder<Database, 'builds' | 'repositories'>;

function conditionsOf(eb: BuildBuilder, { repository, commit_sha, platform }: BuildFilter) {
  const conditions: Expression<SqlBool>[] = [];
  if (repository !== undefined) conditions.push(sql`lower(repositories.name) = lower(${repository})`);
  if (commit_sha !== undefined) conditions.push(eb('builds.commit_sha', '=', commit_sha.toLowerCase()));
  if (platform !== undefined) conditions.push(eb('builds.platform', '=', platform));
  return eb.and(conditions);
}

function buildsOf(db: Kysely<Database>, domainId: number) {
  return db
    .selectFrom('builds')
    .innerJoin('repositories', 'repositories.id', 'builds.repository_id')
    .where('builds.domain_id', '=', domainId);
}

function namedBuildsOf(db: Kysely<Database>, domainId: number) {
  return buildsOf(db, domainId).selectAll('builds').select('repositories.name as repository');
}

export async function listBuilds(
  db: Kysely<Database>,
  domainId: number,
  filter: BuildFilter,
  page: { readonly limit: number; readonly offset: number },
): Promise<NamedBuild[]> {
  return namedBuildsOf(db, domainId)
    .where((eb) => conditionsOf(eb, filter))
    .orderBy('builds.id', 'desc')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
}

export async function countBuilds(db: Kysely<Database>, domainId: number, filter: BuildFilter): Promise<number> {
  const { total } = await buildsOf(db, domainId)
    .where((eb) => conditionsOf(eb, filter))
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return total;
}

export async function findBuild(
  db: Kysely<Database>,
  domainId: number,
  buildId: number,
): Promise<NamedBuild | undefined> {
  return namedBuildsOf(db, domainId).where('builds.id', '=', buildId).executeTakeFirst();
}

/** The one build that a commit of a repository has for a platform. */
export async function findBuildOf(
  db: Kysely<Database>,
  domainId: number,
  place: Required<BuildFilter>,
): Promise<NamedBuild | undefined> {
  return namedBuildsOf(db, domainId)
    .where((eb) => conditionsOf(eb, place))
    .executeTakeFirst();
}

/** Undefined when the commit has a build for the platform: of uploads that race, the constraint lets exactly one through. */
export async function insertBuild(trx: Transaction<Database>, build: NewBuild): Promise<number | undefined> {
  const inserted = await trx
    .insertInto('builds')
    .values(build)
    .onConflict((conflict) => conflict.constraint('builds_repository_id_commit_sha_platform_key').doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted?.id;
}
