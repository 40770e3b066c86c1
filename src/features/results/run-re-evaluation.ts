import type { Transaction } from 'kysely';
import type { AppContext } from '../../context.ts';
import type { Database } from '../../db/database.ts';
import { AppError, notFound } from '../../errors.ts';
import type { AccountPrincipal } from '../../principal.ts';
import { listManifestTests } from '../regression-tests/manifest-source.ts';
import { expectNowInRun, noteReEvaluation, settleRun } from '../runs/run-lifecycle.ts';
import { lockRun } from '../runs/run-lock.ts';
import type { PlannedOutputRow, RunRow } from '../runs/runs.table.ts';
import { outputClass } from './output-class.ts';
import { judgeAgain, type KnownClass } from './re-evaluation.ts';
import { listExpectations, type Expectation } from './results.queries.ts';

type Trx = Transaction<Database>;
type Changed = Pick<PlannedOutputRow, 'regression_test_id' | 'output_id' | 'baseline_sha256' | 'variant_sha256s'> &
  Pick<Expectation, 'sha256'>;

export interface ReEvaluation {
  readonly before: RunRow['status'];
  readonly after: RunRow['status'];
  /** Outputs of which something else is expected now. */
  readonly changedCount: number;
}

/**
 * Judges what an ended run produced by what is accepted now, in place of what was accepted when it was planned; which
 * tests and outputs it planned stays. Recorded when anything is expected otherwise. Outputs are compared before the
 * transaction that writes, and in it only those whose expectation changed in between.
 */
export async function reEvaluateRun(
  context: Pick<AppContext, 'db' | 'blobs'>,
  { domainId, accountId }: Pick<AccountPrincipal, 'domainId' | 'accountId'>,
  runId: number,
): Promise<ReEvaluation> {
  const compared = new Map<string, KnownClass>();
  const foreseen = await context.db
    .transaction()
    .execute(async (trx) => listChanged(trx, await endedRun(trx, domainId, runId)));
  await classesOf(context, foreseen, compared);
  return context.db.transaction().execute(async (trx) => {
    const run = await endedRun(trx, domainId, runId);
    const changed = await listChanged(trx, run);
    if (changed.length === 0) return { before: run.status, after: run.status, changedCount: 0 };
    const classes = await classesOf(context, changed, compared);
    await expectNowInRun(trx, run.id, changed);
    await judgeAgain(trx, run.id, [...new Set(changed.map((output) => output.regression_test_id))], classes);
    const settled = await settleRun(trx, run, run.ended);
    const why = `Re-evaluated by account ${accountId} with other contents accepted for ${changed.length} outputs`;
    await noteReEvaluation(trx, run, settled, why);
    return { before: run.status, after: settled.status, changedCount: changed.length };
  });
}

async function endedRun(trx: Trx, domainId: number, runId: number): Promise<RunRow> {
  const run = await lockRun(trx, runId, domainId);
  if (run === undefined) throw notFound('run');
  if (run.ended === null)
    throw new AppError('conflict', 'Only a run that has ended can be judged again.', { status: run.status });
  return run;
}

async function listChanged(trx: Trx, run: RunRow): Promise<Changed[]> {
  const planned = await listExpectations(trx, run.id);
  const regressionTestIds = [...new Set(planned.map((output) => output.regression_test_id))];
  const tests = await listManifestTests(trx, { domainId: run.domain_id, platform: run.platform, regressionTestIds });
  const accepted = new Map(
    tests.flatMap(({ outputs }) => outputs.map((output) => [output.output_id, output] as const)),
  );
  return planned.flatMap((output): Changed[] => {
    const now = accepted.get(output.output_id);
    if (now === undefined || expectsTheSame(output, now)) return [];
    const { baseline_sha256, variant_sha256s } = now;
    return [{ ...output, baseline_sha256, variant_sha256s: [...variant_sha256s] }];
  });
}

type Accepted = Pick<PlannedOutputRow, 'baseline_sha256' | 'variant_sha256s'>;

/** Variants come in one order, each once. */
function expectsTheSame(one: Accepted, other: Accepted): boolean {
  const sameVariants = one.variant_sha256s.join() === other.variant_sha256s.join();
  return sameVariants && one.baseline_sha256 === other.baseline_sha256;
}

/** By output; `compared` keeps what is known from before. */
async function classesOf(
  context: Pick<AppContext, 'blobs'>,
  changed: readonly Changed[],
  compared: Map<string, KnownClass>,
): Promise<Map<number, KnownClass>> {
  const classes = new Map<number, KnownClass>();
  for (const output of changed) {
    const { output_id, sha256 } = output;
    const key = JSON.stringify(output);
    const known = compared.get(key) ?? { sha256, class: await outputClass(context, output, sha256) };
    compared.set(key, known);
    classes.set(output_id, known);
  }
  return classes;
}
