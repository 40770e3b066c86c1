import type { Kysely } from 'kysely';
import { countWithinRun } from '../../db/count-within-run.ts';
import type { Database } from '../../db/database.ts';
import type { OutputClass } from './results.table.ts';

export interface RunOutput {
  readonly regression_test_id: number;
  readonly sample_id: number;
  readonly output_id: number;
  readonly difference_class: OutputClass;
  /** null: not produced. */
  readonly actual_sha256: string | null;
  readonly baseline_sha256: string | null;
}

function outputsOf(db: Kysely<Database>, runId: number, outputClass: OutputClass | undefined) {
  const outputs = db.selectFrom('result_outputs as o').where('o.run_id', '=', runId);
  return outputClass === undefined ? outputs : outputs.where('o.class', '=', outputClass);
}

/** By regression test and output. */
export async function listRunOutputRows(
  db: Kysely<Database>,
  runId: number,
  outputClass: OutputClass | undefined,
  page: { readonly limit: number; readonly offset: number },
): Promise<RunOutput[]> {
  return outputsOf(db, runId, outputClass)
    .innerJoin('planned_outputs as p', (join) =>
      join
        .onRef('p.run_id', '=', 'o.run_id')
        .onRef('p.regression_test_id', '=', 'o.regression_test_id')
        .onRef('p.output_id', '=', 'o.output_id'),
    )
    .innerJoin('planned_tests as t', (join) =>
      join.onRef('t.run_id', '=', 'o.run_id').onRef('t.regression_test_id', '=', 'o.regression_test_id'),
    )
    .select(['o.regression_test_id', 't.sample_id', 'o.output_id'])
    .select(['o.class as difference_class', 'o.sha256 as actual_sha256', 'p.baseline_sha256'])
    .orderBy('o.regression_test_id')
    .orderBy('o.output_id')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
}

/** Undefined when the domain has no such run. */
export async function countRunOutputs(
  db: Kysely<Database>,
  domainId: number,
  runId: number,
  outputClass: OutputClass | undefined,
): Promise<number | undefined> {
  return countWithinRun(db, domainId, runId, outputsOf(db, runId, outputClass));
}
