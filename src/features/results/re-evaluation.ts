import type { Transaction } from 'kysely';
import type { Database } from '../../db/database.ts';
import { plannedTestsOf } from './planned-judging.ts';
import { listPlannedOutputs, listReports, updateOutputVerdict, updateResultStatus } from './results.queries.ts';
import type { OutputClass } from './results.table.ts';
import { judgeResult, type ReportedOutput } from './verdict.ts';

/** How the content differs from what is expected of it; null when it was not produced. */
export interface KnownClass {
  readonly sha256: string | null;
  readonly class: OutputClass;
}

/**
 * Judges these tests of a run again, from what was reported and the manifest as it stands in this transaction. The
 * caller holds the run's lock and settles the run afterwards. `classes`, by output, are those that may have changed but
 * for what is as expected now.
 */
export async function judgeAgain(
  trx: Transaction<Database>,
  runId: number,
  regressionTestIds: readonly number[],
  classes: ReadonlyMap<number, KnownClass> = new Map(),
): Promise<void> {
  const planned = plannedTestsOf(await listPlannedOutputs(trx, runId, regressionTestIds));
  const rows = await listReports(trx, runId, regressionTestIds);
  for (const [testId, reported] of Map.groupBy(rows, (row) => row.regression_test_id)) {
    const test = planned.get(testId);
    if (test === undefined) continue;
    const outputs = reported.flatMap(({ output_id, sha256 }): ReportedOutput[] =>
      output_id === null || sha256 === null ? [] : [{ output_id, sha256 }],
    );
    const verdict = judgeResult(test, { exit_code: reported[0]?.exit_code ?? null, outputs });
    await updateResultStatus(trx, runId, testId, verdict.status);
    for (const { output_id, status } of verdict.outputs) {
      const sha256 = outputs.find((output) => output.output_id === output_id)?.sha256 ?? null;
      const baseline = test.outputs.find((output) => output.output_id === output_id)?.baseline_sha256 ?? null;
      const change =
        sha256 !== null && sha256 === baseline ? 'identical' : changedClass(classes.get(output_id), sha256);
      const difference = change === undefined ? {} : { class: change };
      await updateOutputVerdict(trx, runId, { regression_test_id: testId, output_id, status, ...difference });
    }
  }
}

/** A run that was restarted meanwhile may have produced another content, which nobody compared. */
function changedClass(known: KnownClass | undefined, sha256: string | null): OutputClass | undefined {
  if (known === undefined) return undefined;
  return known.sha256 === sha256 ? known.class : 'not_compared';
}
