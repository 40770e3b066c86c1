import type { Transaction } from 'kysely';
import type { components } from '../../../generated/api.ts';
import type { AppContext } from '../../context.ts';
import type { Database } from '../../db/database.ts';
import { AppError, type FailureDetails } from '../../errors.ts';
import type { LeasePrincipal } from '../../principal.ts';
import { noteRunEvent, settleRun } from '../runs/run-lifecycle.ts';
import { requireHeldLease } from '../workers/held-lease.ts';
import { assertLeaseHeld } from '../workers/lease-files.ts';
import { outputClass } from './output-class.ts';
import { plannedTestsOf, type PlannedTestToJudge } from './planned-judging.ts';
import { deleteResults, insertMissingResults, listPlannedOutputs } from './results.queries.ts';
import type { OutputClass } from './results.table.ts';
import { judgeResult, type OutputStatus, type ResultStatus } from './verdict.ts';

type Needs = Pick<AppContext, 'db' | 'blobs'>;
type Report = components['schemas']['ReportedResult'];

export interface Recorded {
  readonly accepted: number;
  readonly duplicates: number;
}

interface JudgedReport {
  readonly report: Report;
  readonly status: ResultStatus;
  readonly outputs: readonly {
    readonly output_id: number;
    readonly sha256: string | null;
    readonly size_bytes: number | null;
    readonly status: OutputStatus;
    readonly class: OutputClass;
  }[];
}

/**
 * Judges and records a batch under the lease, all or nothing. A test that has a result keeps it, so a repeated batch
 * changes nothing. Judging reads the frozen manifest, which cannot change while the run is open, so it is done before
 * the transaction that records; a lease that is lost already is told so, whatever the batch holds.
 */
export async function recordReports(
  context: Needs,
  principal: LeasePrincipal,
  reports: readonly Report[],
): Promise<Recorded> {
  await assertLeaseHeld(context, principal);
  const judged = await judgeReports(context, principal.runId, reports);
  return context.db.transaction().execute(async (trx) => {
    const { run } = await requireHeldLease(trx, principal);
    const accepted = await insertJudged(trx, principal, judged);
    if (accepted > 0) {
      const settled = await settleRun(trx, run, null);
      if (run.reported_count === 0) await noteRunEvent(trx, settled, { status: 'testing', message: 'First results' });
    }
    return { accepted, duplicates: reports.length - accepted };
  });
}

/** For a restart; the caller holds the run's lock. */
export async function clearResults(trx: Transaction<Database>, runId: number): Promise<void> {
  await deleteResults(trx, runId);
}

/** Of a store that is asked over a network each question takes milliseconds, and a batch has hundreds. */
const askedAtOnce = 16;

function unprocessable(message: string, details: FailureDetails): AppError {
  return new AppError('unprocessable', message, details);
}

async function judgeReports(context: Needs, runId: number, reports: readonly Report[]): Promise<JudgedReport[]> {
  const ids = reports.map((report) => report.regression_test_id);
  if (new Set(ids).size < ids.length) throw unprocessable('A test is reported twice in one batch.', {});
  const planned = plannedTestsOf(await listPlannedOutputs(context.db, runId, ids));
  const unplanned = ids.filter((id) => !planned.has(id));
  if (unplanned.length > 0) throw unprocessable('The run did not plan these tests.', { unplanned_ids: unplanned });
  const sizes = await sizesInStore(context, reports);
  const judged: JudgedReport[] = [];
  for (const report of reports) {
    const test = planned.get(report.regression_test_id);
    if (test === undefined) continue;
    assertReportable(test, report, sizes);
    judged.push(await judgeReport(context, test, report));
  }
  return judged;
}

/** Of what the reports name, by digest; undefined where no bytes are stored. */
async function sizesInStore({ blobs }: Needs, reports: readonly Report[]): Promise<Map<string, number | undefined>> {
  const sizes = new Map<string, number | undefined>();
  const digests = new Set(reports.flatMap(({ outputs }) => outputs.map(({ sha256 }) => sha256))).values();
  // All take from the one iterator, each the next digest that none has taken.
  const asker = async (): Promise<void> => {
    for (const sha256 of digests) sizes.set(sha256, (await blobs.stat(sha256))?.size_bytes);
  };
  await Promise.all(Array.from({ length: askedAtOnce }, asker));
  return sizes;
}

async function judgeReport(context: Needs, test: PlannedTestToJudge, report: Report): Promise<JudgedReport> {
  const verdict = judgeResult(
    test,
    report.exit_code === null ? { skipped: true } : { exit_code: report.exit_code, outputs: report.outputs },
  );
  const outputs = [];
  for (const { output_id, status } of verdict.outputs) {
    const produced = report.outputs.find((output) => output.output_id === output_id);
    const planned = test.outputs.find((output) => output.output_id === output_id);
    const sha256 = produced?.sha256 ?? null;
    const difference = planned === undefined ? 'not_compared' : await outputClass(context, planned, sha256);
    outputs.push({ output_id, sha256, size_bytes: produced?.size_bytes ?? null, status, class: difference });
  }
  return { report, status: verdict.status, outputs };
}

function assertReportable(
  test: PlannedTestToJudge,
  report: Report,
  storedSizes: ReadonlyMap<string, number | undefined>,
): void {
  if ((report.exit_code === null) !== (report.skip_reason !== undefined))
    throw unprocessable('A null exit code needs a skip_reason, and only that does.', {
      regression_test_id: report.regression_test_id,
    });
  const declared = new Set(test.outputs.map((output) => output.output_id));
  const ids = report.outputs.map((output) => output.output_id);
  const undeclared = ids.filter((id) => !declared.has(id));
  if (undeclared.length > 0)
    throw unprocessable('The test does not declare these outputs.', { undeclared_ids: undeclared });
  if (new Set(ids).size < ids.length)
    throw unprocessable('An output is reported twice.', { regression_test_id: report.regression_test_id });
  for (const { output_id, sha256, size_bytes } of report.outputs) {
    if (storedSizes.get(sha256) !== size_bytes)
      throw unprocessable('The bytes of an output were not stored, or have another size.', { output_id, sha256 });
  }
}

async function insertJudged(
  trx: Transaction<Database>,
  { runId: run_id, attempt }: LeasePrincipal,
  judged: readonly JudgedReport[],
): Promise<number> {
  const results = judged.map(({ report, status }) => ({
    regression_test_id: report.regression_test_id,
    status,
    exit_code: report.exit_code,
    runtime_ms: report.runtime_ms,
    timed_out: report.timed_out,
    skip_reason: report.skip_reason ?? null,
  }));
  const outputs = judged.flatMap(({ report: { regression_test_id }, outputs: ofTest }) =>
    ofTest.map((output) => ({ regression_test_id, ...output })),
  );
  return insertMissingResults(trx, { run_id, attempt }, results, outputs);
}
