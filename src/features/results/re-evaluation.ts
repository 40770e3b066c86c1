import type { Transaction } from 'kysely';
import type { Database } from '../../db/database.ts';
import { plannedTestsOf } from './planned-judging.ts';
import { listPlannedOutputs, listReports, updateOutputVerdict, updateResultStatus } from './results.queries.ts';
import { judgeResult, type ReportedOutput } from './verdict.ts';

/**
 * Judges these tests of a run again, from what was reported and the manifest as it stands in this transaction. The
 * caller holds the run's lock and settles the run afterwards.
 */
export async function judgeAgain(
  trx: Transaction<Database>,
  runId: number,
  regressionTestIds: readonly number[],
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
      const baseline = test.outputs.find((output) => output.output_id === output_id)?.baseline_sha256;
      const same = outputs.some((output) => output.output_id === output_id && output.sha256 === baseline);
      const identical = same ? { class: 'identical' as const } : {};
      await updateOutputVerdict(trx, runId, { regression_test_id: testId, output_id, status, ...identical });
    }
  }
}
