import type { AppContext } from '../../context.ts';
import { AppError } from '../../errors.ts';
import type { AccountPrincipal } from '../../principal.ts';
import { recordExitCodeChanges } from '../baselines/exit-code-record.ts';
import { holdSample } from '../samples/sample-lookup.ts';
import { categoryIdsOf } from './categories.ts';
import { changeExitCodes, type ExitCodesByPlatform } from './exit-codes.ts';
import { insertExpectedOutputs, type NewExpectedOutput } from './expected-outputs.queries.ts';
import {
  countPlanningRuns,
  deleteRegressionTest,
  deleteTestCategories,
  insertRegressionTest,
  insertTestCategories,
  updateRegressionTest,
  type DetailedRegressionTest,
  type NewRegressionTest,
  type RegressionTestChanges,
} from './regression-tests.queries.ts';
import { existingRegressionTest, lockRegressionTest } from './test-lookup.ts';
import { assertOutputsPossible, assertSplittable } from './test-rules.ts';

export interface RegressionTestDraft extends Omit<NewRegressionTest, 'domain_id'> {
  readonly categories: readonly string[];
  readonly expected_rc_by_platform?: ExitCodesByPlatform;
  readonly outputs: readonly NewExpectedOutput[];
}

export interface RegressionTestEdit extends RegressionTestChanges {
  readonly expected_rc?: number;
  /** Replaces those the test is in. */
  readonly categories?: readonly string[];
  readonly expected_rc_by_platform?: ExitCodesByPlatform;
}

type Writing = Pick<AppContext, 'db'>;

export async function addRegressionTest(
  { db }: Writing,
  domainId: number,
  { categories, expected_rc_by_platform, outputs, ...test }: RegressionTestDraft,
): Promise<DetailedRegressionTest> {
  assertSplittable(test.command);
  assertOutputsPossible(test.output_type, outputs);
  return db.transaction().execute(async (trx) => {
    if (!(await holdSample(trx, domainId, test.sample_id)))
      throw new AppError('unprocessable', 'There is no such sample.', { sample_id: test.sample_id });
    const categoryIds = await categoryIdsOf(trx, domainId, categories);
    const regressionTestId = await insertRegressionTest(trx, { ...test, domain_id: domainId });
    await changeExitCodes(trx, { ...test, id: regressionTestId }, { expected_rc_by_platform });
    await insertExpectedOutputs(trx, regressionTestId, outputs);
    await insertTestCategories(trx, regressionTestId, categoryIds);
    return existingRegressionTest(trx, domainId, regressionTestId);
  });
}

/** Another exit code is expected on record, as another content is. */
export async function changeRegressionTest(
  { db }: Writing,
  { domainId, accountId }: Pick<AccountPrincipal, 'domainId' | 'accountId'>,
  regressionTestId: number,
  { categories, expected_rc, expected_rc_by_platform, ...changes }: RegressionTestEdit,
): Promise<DetailedRegressionTest> {
  if (changes.command !== undefined) assertSplittable(changes.command);
  return db.transaction().execute(async (trx) => {
    const test = await lockRegressionTest(trx, domainId, regressionTestId);
    const codes = await changeExitCodes(trx, test, { expected_rc, expected_rc_by_platform });
    await recordExitCodeChanges(trx, { domainId, accountId }, regressionTestId, codes);
    if (Object.keys(changes).length > 0) await updateRegressionTest(trx, regressionTestId, changes);
    if (categories !== undefined) {
      const categoryIds = await categoryIdsOf(trx, domainId, categories);
      await deleteTestCategories(trx, regressionTestId);
      await insertTestCategories(trx, regressionTestId, categoryIds);
    }
    const changed = await existingRegressionTest(trx, domainId, regressionTestId);
    assertOutputsPossible(changed.output_type, changed.outputs);
    return changed;
  });
}

/**
 * A run that is being created holds its tests until it is written: the lock waits for it, and the count, a statement of
 * its own, sees it. A run that comes later finds the test gone.
 */
export async function removeRegressionTest({ db }: Writing, domainId: number, regressionTestId: number): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await lockRegressionTest(trx, domainId, regressionTestId);
    const runCount = await countPlanningRuns(trx, regressionTestId);
    if (runCount > 0)
      throw new AppError('conflict', 'Runs planned this test; deactivate it instead.', { run_count: runCount });
    await deleteRegressionTest(trx, regressionTestId);
  });
}
