import { sql, type Kysely } from 'kysely';
import { countWithinRun } from '../../db/count-within-run.ts';
import type { Database } from '../../db/database.ts';

/** What a run has bytes of: the build it ran, what its outputs should have been, and what they were. */
export type ArtifactType = 'binary' | 'expected_output' | 'actual_output';

/** The reference API names more kinds; nothing is stored of those. */
export interface ArtifactFilters {
  readonly type?: ArtifactType | 'build_log' | 'sample_output' | 'diff' | 'media_info' | 'coredump' | 'combined_stdout';
}

export interface ArtifactRow {
  readonly type: ArtifactType;
  /** This and what follows is null when it is of no test. */
  readonly regression_test_id: number | null;
  readonly sample_id: number | null;
  readonly output_id: number | null;
  readonly filename: string;
  readonly sha256: string;
  /** null: nobody recorded the size of a baseline that this run did not produce. */
  readonly size_bytes: number | null;
}

/** The build first, then by test and output, what was expected before what came. */
export async function listArtifacts(
  db: Kysely<Database>,
  runId: number,
  filters: ArtifactFilters,
  page: { readonly limit: number; readonly offset: number },
): Promise<ArtifactRow[]> {
  return matchingArtifacts(db, runId, filters)
    .selectAll()
    .orderBy('regression_test_id', (order) => order.asc().nullsFirst())
    .orderBy('output_id')
    .orderBy('type', 'desc')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
}

/** Undefined when the domain has no such run. */
export async function countArtifacts(
  db: Kysely<Database>,
  domainId: number,
  runId: number,
  filters: ArtifactFilters,
): Promise<number | undefined> {
  return countWithinRun(db, domainId, runId, matchingArtifacts(db, runId, filters));
}

function matchingArtifacts(db: Kysely<Database>, runId: number, { type }: ArtifactFilters) {
  const artifacts = db.selectFrom(artifactsOf(db, runId).as('artifacts'));
  return type === undefined ? artifacts : artifacts.where(sql`type`, '=', type);
}

const kind = (type: ArtifactType) => sql<ArtifactType>`${sql.lit(type)}::text`.as('type');
const none = sql<number | null>`null::integer`;

function artifactsOf(db: Kysely<Database>, runId: number) {
  const binary = db
    .selectFrom('runs')
    .innerJoin('builds', 'builds.id', 'runs.build_id')
    .where('runs.id', '=', runId)
    .select([
      kind('binary'),
      none.as('regression_test_id'),
      none.as('sample_id'),
      none.as('output_id'),
      'builds.entry_point as filename',
      sql<string>`builds.sha256`.as('sha256'),
      sql<number | null>`builds.size_bytes`.as('size_bytes'),
    ]);
  return binary.unionAll(expectedOf(db, runId)).unionAll(actualOf(db, runId));
}

function expectedOf(db: Kysely<Database>, runId: number) {
  return outputsOf(db, runId)
    .where('planned_outputs.baseline_sha256', 'is not', null)
    .select(kind('expected_output'))
    .select(placeOfOutput)
    .select([
      'planned_outputs.filename',
      sql<string>`planned_outputs.baseline_sha256`.as('sha256'),
      sql<number | null>`null::bigint`.as('size_bytes'),
    ]);
}

function actualOf(db: Kysely<Database>, runId: number) {
  return outputsOf(db, runId)
    .innerJoin('result_outputs', (join) =>
      join
        .onRef('result_outputs.run_id', '=', 'planned_outputs.run_id')
        .onRef('result_outputs.regression_test_id', '=', 'planned_outputs.regression_test_id')
        .onRef('result_outputs.output_id', '=', 'planned_outputs.output_id'),
    )
    .where('result_outputs.sha256', 'is not', null)
    .select(kind('actual_output'))
    .select(placeOfOutput)
    .select([
      'planned_outputs.filename',
      sql<string>`result_outputs.sha256`.as('sha256'),
      sql<number | null>`result_outputs.size_bytes`.as('size_bytes'),
    ]);
}

const placeOfOutput = [
  sql<number | null>`planned_outputs.regression_test_id`.as('regression_test_id'),
  sql<number | null>`planned_tests.sample_id`.as('sample_id'),
  sql<number | null>`planned_outputs.output_id`.as('output_id'),
] as const;

function outputsOf(db: Kysely<Database>, runId: number) {
  return db
    .selectFrom('planned_outputs')
    .innerJoin('planned_tests', (join) =>
      join
        .onRef('planned_tests.run_id', '=', 'planned_outputs.run_id')
        .onRef('planned_tests.regression_test_id', '=', 'planned_outputs.regression_test_id'),
    )
    .where('planned_outputs.run_id', '=', runId);
}
