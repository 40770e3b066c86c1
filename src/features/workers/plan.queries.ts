import type { Transaction } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Database } from '../../db/database.ts';

/** The planned tests of a run that have no result, with what to collect. */
export async function listRemainingTests(trx: Transaction<Database>, runId: number) {
  return trx
    .selectFrom('planned_tests as t')
    .select(['t.regression_test_id', 't.sample_id', 't.sample_sha256', 't.sample_name', 't.sample_size_bytes'])
    .select(['t.command', 't.input_type', 't.output_type', 't.expected_rc', 't.timeout_ms'])
    .select((e) =>
      jsonArrayFrom(
        e
          .selectFrom('planned_outputs as o')
          .select(['o.output_id', 'o.filename'])
          .whereRef('o.run_id', '=', 't.run_id')
          .whereRef('o.regression_test_id', '=', 't.regression_test_id')
          .orderBy('o.output_id'),
      ).as('outputs'),
    )
    .where('t.run_id', '=', runId)
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('results as r')
            .select('r.run_id')
            .whereRef('r.run_id', '=', 't.run_id')
            .whereRef('r.regression_test_id', '=', 't.regression_test_id'),
        ),
      ),
    )
    .orderBy('t.regression_test_id')
    .execute();
}

export type RemainingTest = Awaited<ReturnType<typeof listRemainingTests>>[number];

export async function findPlannedBuild(trx: Transaction<Database>, runId: number) {
  return trx
    .selectFrom('runs')
    .innerJoin('builds', 'builds.id', 'runs.build_id')
    .innerJoin('repositories', 'repositories.id', 'runs.repository_id')
    .select(['repositories.name as repository', 'builds.id as build_id', 'builds.sha256', 'builds.size_bytes'])
    .select(['builds.entry_point', 'builds.arguments'])
    .where('runs.id', '=', runId)
    .executeTakeFirstOrThrow();
}

export type PlannedBuildRow = Awaited<ReturnType<typeof findPlannedBuild>>;

export async function findPlannedSample(trx: Transaction<Database>, runId: number, sha256: string) {
  return trx
    .selectFrom('planned_tests')
    .select(['sample_id', 'sample_name'])
    .where('run_id', '=', runId)
    .where('sample_sha256', '=', sha256)
    .executeTakeFirst();
}
