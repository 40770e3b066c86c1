import { sql, type Insertable, type Kysely } from 'kysely';
import type { Database } from '../../db/database.ts';
import type { ToolVersionsTable } from './versions.table.ts';

export interface KnownVersion {
  readonly id: number;
  readonly repository: string;
  readonly version: string;
  /** `YYYY-MM-DD`. */
  readonly released_on: string;
  readonly commit_sha: string;
  readonly account_id: number | null;
  readonly created_at: string;
}

/** Names are compared without regard to case. */
export interface VersionFilter {
  readonly repository?: string;
}

function versionsOf(db: Kysely<Database>, domainId: number, { repository }: VersionFilter = {}) {
  const versions = db
    .selectFrom('tool_versions')
    .innerJoin('repositories', 'repositories.id', 'tool_versions.repository_id')
    .where('tool_versions.domain_id', '=', domainId)
    .where('tool_versions.removed_at', 'is', null);
  return repository === undefined
    ? versions
    : versions.where(sql`lower(repositories.name)`, '=', sql`lower(${repository})`);
}

function knownVersions(db: Kysely<Database>, domainId: number, filter?: VersionFilter) {
  return versionsOf(db, domainId, filter)
    .select(['tool_versions.id', 'repositories.name as repository', 'tool_versions.version'])
    .select(sql<string>`tool_versions.released_on::text`.as('released_on'))
    .select(['tool_versions.commit_sha', 'tool_versions.account_id', 'tool_versions.created_at'])
    .orderBy('tool_versions.released_on', 'desc')
    .orderBy('tool_versions.id', 'desc');
}

export async function listKnownVersions(
  db: Kysely<Database>,
  domainId: number,
  filter: VersionFilter,
  page: { readonly limit: number; readonly offset: number },
): Promise<KnownVersion[]> {
  return knownVersions(db, domainId, filter).limit(page.limit).offset(page.offset).execute();
}

export async function countVersions(db: Kysely<Database>, domainId: number, filter: VersionFilter): Promise<number> {
  const { count } = await versionsOf(db, domainId, filter)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

export async function findVersion(
  db: Kysely<Database>,
  domainId: number,
  versionId: number,
): Promise<KnownVersion | undefined> {
  return knownVersions(db, domainId).where('tool_versions.id', '=', versionId).executeTakeFirst();
}

export async function findLatestVersion(db: Kysely<Database>, domainId: number): Promise<KnownVersion | undefined> {
  return knownVersions(db, domainId).limit(1).executeTakeFirst();
}

/** Whichever repository it is of. */
export async function findVersionNamed(
  db: Kysely<Database>,
  domainId: number,
  version: string,
): Promise<KnownVersion | undefined> {
  return knownVersions(db, domainId).where('tool_versions.version', '=', version).limit(1).executeTakeFirst();
}

/** Undefined when the repository has a version of this name. */
export async function insertVersion(
  db: Kysely<Database>,
  row: Insertable<ToolVersionsTable>,
): Promise<number | undefined> {
  const inserted = await db
    .insertInto('tool_versions')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['repository_id', 'version']).where('removed_at', 'is', null).doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  return inserted?.id;
}

/** False when the domain knows no such version. */
export async function updateVersionRemoved(
  db: Kysely<Database>,
  {
    domainId,
    versionId,
    accountId,
  }: { readonly domainId: number; readonly versionId: number; readonly accountId: number },
): Promise<boolean> {
  const updated = await db
    .updateTable('tool_versions')
    .set({ removed_at: sql<string>`now()`, removed_by: accountId })
    .where('domain_id', '=', domainId)
    .where('id', '=', versionId)
    .where('removed_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return updated !== undefined;
}

/** By its name, and by nobody: the forge told so. False when the repository has none of the name. */
export async function updateReleaseRemoved(
  db: Kysely<Database>,
  repositoryId: number,
  version: string,
): Promise<boolean> {
  const updated = await db
    .updateTable('tool_versions')
    .set({ removed_at: sql<string>`now()` })
    .where('repository_id', '=', repositoryId)
    .where('version', '=', version)
    .where('removed_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return updated !== undefined;
}
