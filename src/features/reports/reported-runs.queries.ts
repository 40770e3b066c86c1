import { sql, type Kysely } from 'kysely';
import type { Database } from '../../db/database.ts';

type Db = Kysely<Database>;

function namedRuns(db: Db) {
  return db
    .selectFrom('runs')
    .innerJoin('repositories', 'repositories.id', 'runs.repository_id')
    .innerJoin('domains', 'domains.id', 'runs.domain_id')
    .selectAll('runs')
    .select(['repositories.name as repository', 'domains.slug as domain']);
}

export async function findReportedRun(db: Db, runId: number) {
  return namedRuns(db).where('runs.id', '=', runId).executeTakeFirst();
}

export type ReportedRun = NonNullable<Awaited<ReturnType<typeof findReportedRun>>>;

/** Of each platform the run that was created last. */
export async function listPullRequestRuns(
  db: Db,
  pull: { readonly domain_id: number; readonly repository_id: number; readonly pr_number: number },
): Promise<ReportedRun[]> {
  return namedRuns(db)
    .distinctOn('runs.platform')
    .where('runs.domain_id', '=', pull.domain_id)
    .where('runs.repository_id', '=', pull.repository_id)
    .where('runs.pr_number', '=', pull.pr_number)
    .orderBy('runs.platform')
    .orderBy('runs.id', 'desc')
    .execute();
}

export interface TestName {
  readonly regression_test_id: number;
  readonly sample_name: string;
  readonly command: string;
}

/** What the tests were when the run was planned. */
export async function listTestNames(db: Db, runId: number, testIds: readonly number[]): Promise<TestName[]> {
  return db
    .selectFrom('planned_tests')
    .select(['regression_test_id', 'sample_name', 'command'])
    .where('run_id', '=', runId)
    .where(sql<boolean>`regression_test_id = any(${[...testIds]}::integer[])`)
    .execute();
}
