import { sql, type Expression, type ExpressionBuilder, type Kysely, type SqlBool, type Transaction } from 'kysely';
import type { Database } from '../../db/database.ts';
import type { SampleRow } from './samples.table.ts';

export interface SampleFilter {
  readonly status?: 'active' | 'inactive';
  readonly name?: string;
  readonly tag?: string;
  readonly sha256?: string;
  readonly extension?: string;
}

export interface SampleInUse extends SampleRow {
  /** By name. */
  readonly tags: string[];
  readonly active_test_count: number;
}

export type NewSample = Pick<
  SampleRow,
  'domain_id' | 'sha256' | 'size_bytes' | 'original_name' | 'extension' | 'account_id'
>;

type SampleBuilder = ExpressionBuilder<Database, 'samples'>;

const activeTestsOf = (eb: SampleBuilder) =>
  eb
    .selectFrom('regression_tests')
    .whereRef('regression_tests.sample_id', '=', 'samples.id')
    .where('regression_tests.active', '=', true);

const tagsOf = (eb: SampleBuilder) =>
  eb
    .selectFrom('sample_tags')
    .innerJoin('tags', 'tags.id', 'sample_tags.tag_id')
    .whereRef('sample_tags.sample_id', '=', 'samples.id');

function conditionsOf(eb: SampleBuilder, { status, name, tag, sha256, extension }: SampleFilter) {
  const conditions: Expression<SqlBool>[] = [];
  if (status === 'active') conditions.push(eb.exists(activeTestsOf(eb)));
  if (status === 'inactive') conditions.push(eb.not(eb.exists(activeTestsOf(eb))));
  if (name !== undefined) conditions.push(sql`strpos(lower(samples.original_name), lower(${name})) > 0`);
  if (tag !== undefined) conditions.push(eb.exists(tagsOf(eb).where(sql`lower(tags.name)`, '=', sql`lower(${tag})`)));
  if (sha256 !== undefined) conditions.push(eb('samples.sha256', '=', sha256));
  if (extension !== undefined) conditions.push(eb('samples.extension', '=', extension.toLowerCase()));
  return eb.and(conditions);
}

function samplesInUse(db: Kysely<Database>, domainId: number) {
  return db
    .selectFrom('samples')
    .where('samples.domain_id', '=', domainId)
    .selectAll('samples')
    .select((eb) => [
      sql<string[]>`array(${tagsOf(eb)
        .select('tags.name')
        .orderBy(sql`lower(tags.name)`)})`.as('tags'),
      activeTestsOf(eb)
        .select((count) => count.fn.countAll<number>().as('count'))
        .$asScalar()
        .$notNull()
        .as('active_test_count'),
    ]);
}

export async function listSamples(
  db: Kysely<Database>,
  domainId: number,
  filter: SampleFilter,
  page: { readonly limit: number; readonly offset: number },
): Promise<SampleInUse[]> {
  return samplesInUse(db, domainId)
    .where((eb) => conditionsOf(eb, filter))
    .orderBy('samples.id')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
}

export async function countSamples(db: Kysely<Database>, domainId: number, filter: SampleFilter): Promise<number> {
  const { count } = await db
    .selectFrom('samples')
    .where('samples.domain_id', '=', domainId)
    .where((eb) => conditionsOf(eb, filter))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

export async function findSample(
  db: Kysely<Database>,
  domainId: number,
  sampleId: number,
): Promise<SampleInUse | undefined> {
  return samplesInUse(db, domainId).where('samples.id', '=', sampleId).executeTakeFirst();
}

export async function findSampleIdBySha256(
  db: Kysely<Database>,
  domainId: number,
  sha256: string,
): Promise<number | undefined> {
  const sample = await db
    .selectFrom('samples')
    .where('domain_id', '=', domainId)
    .where('sha256', '=', sha256)
    .select('id')
    .executeTakeFirst();
  return sample?.id;
}

/**
 * With what is to be done to know what is in it, unless that is text. Undefined when the domain has the content already: of uploads that race,
 * the constraint lets exactly one through.
 */
export async function insertSample(
  trx: Transaction<Database>,
  { is_text, ...sample }: NewSample & { readonly is_text: boolean },
): Promise<number | undefined> {
  const inserted = await trx
    .with('inserted', (eb) =>
      eb
        .insertInto('samples')
        .values(sample)
        .onConflict((conflict) => conflict.constraint('samples_domain_id_sha256_key').doNothing())
        .returning('id'),
    )
    .with('to_look_into', (eb) =>
      eb
        .insertInto('media_infos')
        .columns(['sample_id'])
        .expression(eb.selectFrom('inserted').select('id').where(sql.lit(!is_text))),
    )
    .selectFrom('inserted')
    .select('id')
    .executeTakeFirst();
  return inserted?.id;
}

/**
 * Tags that are there keep their spelling. Rows are written in the order of their unique key, so that two uploads that
 * make the same tags wait for each other and never deadlock.
 */
export async function insertMissingTags(
  trx: Transaction<Database>,
  domainId: number,
  names: readonly string[],
): Promise<void> {
  await sql`
    insert into tags (domain_id, name)
    select ${domainId}::integer, name from unnest(${names}::text[]) name order by lower(name)
    on conflict (domain_id, lower(name)) do nothing`.execute(trx);
}

export async function insertSampleTags(
  trx: Transaction<Database>,
  { domainId, sampleId, names }: { domainId: number; sampleId: number; names: readonly string[] },
): Promise<void> {
  await sql`
    insert into sample_tags (sample_id, tag_id)
    select ${sampleId}::integer, id from tags
    where domain_id = ${domainId} and lower(name) in (select lower(name) from unnest(${names}::text[]) name)`.execute(
    trx,
  );
}

export async function deleteSampleTags(trx: Transaction<Database>, sampleId: number): Promise<void> {
  await trx.deleteFrom('sample_tags').where('sample_id', '=', sampleId).execute();
}

export async function findSampleForUpdate(
  trx: Transaction<Database>,
  domainId: number,
  sampleId: number,
): Promise<Pick<SampleRow, 'id' | 'sha256'> | undefined> {
  return trx
    .selectFrom('samples')
    .select(['id', 'sha256'])
    .where('domain_id', '=', domainId)
    .where('id', '=', sampleId)
    .forUpdate()
    .executeTakeFirst();
}

export async function findSampleId(
  db: Kysely<Database>,
  domainId: number,
  sampleId: number,
): Promise<number | undefined> {
  return (await sampleIdWithin(db, domainId, sampleId).executeTakeFirst())?.id;
}

/** Until the transaction ends the sample is not deleted. */
export async function findSampleIdForKeyShare(
  trx: Transaction<Database>,
  domainId: number,
  sampleId: number,
): Promise<number | undefined> {
  return (await sampleIdWithin(trx, domainId, sampleId).forKeyShare().executeTakeFirst())?.id;
}

function sampleIdWithin(db: Kysely<Database>, domainId: number, sampleId: number) {
  return db.selectFrom('samples').select('id').where('domain_id', '=', domainId).where('id', '=', sampleId);
}

/** Regression tests over the sample, and runs whose manifests have it. */
export async function countSampleUse(
  trx: Transaction<Database>,
  sampleId: number,
): Promise<{ readonly test_count: number; readonly run_count: number }> {
  return trx
    .selectNoFrom((eb) => [
      eb
        .selectFrom('regression_tests')
        .where('sample_id', '=', sampleId)
        .select((count) => count.fn.countAll<number>().as('count'))
        .$asScalar()
        .$notNull()
        .as('test_count'),
      eb
        .selectFrom('planned_tests')
        .where('sample_id', '=', sampleId)
        .select((count) => count.fn.count<number>('run_id').distinct().as('count'))
        .$asScalar()
        .$notNull()
        .as('run_count'),
    ])
    .executeTakeFirstOrThrow();
}

/** Its tags, what was said of it and the rows of the files beside it go with it. */
export async function deleteSampleRow(trx: Transaction<Database>, sampleId: number): Promise<void> {
  await trx.deleteFrom('samples').where('id', '=', sampleId).execute();
}
