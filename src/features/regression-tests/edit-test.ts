import type { AppContext } from '../../context.ts';
import { AppError } from '../../errors.ts';
import { holdSample } from '../samples/sample-lookup.ts';
import { categoryIdsOf } from './categories.ts';
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
  readonly outputs: readonly NewExpectedOutput[];
}

export interface RegressionTestEdit extends RegressionTestChanges {
  /** Replaces those the test is in. */
  readonly categories?: readonly string[];
}

type Writing = Pick<AppContext, 'db'>;

export async function addRegressionTest(
  { db }: Writing,
  domainId: number,
  { categories, outputs, ...test }: RegressionTestDraft,
): Promise<DetailedRegressionTest> {
  assertSplittable(test.command);
  assertOutputsPossible(test.output_type, outputs);
  return db.transaction().execute(async (trx) => {
    if (!(await holdSample(trx, domainId, test.sample_id)))
      throw new AppError('unprocessable', 'There is no such sample.', { sample_id: test.sample_id });
    const categoryIds = await categoryIdsOf(trx, domainId, categories);
    const regressionTestId = await insertRegressionTest(trx, { ...test, domain_id: domainId });
    await insertExpectedOutputs(trx, regressionTestId, outputs);
    await insertTestCategories(trx, regressionTestId, categoryIds);
    return existingRegressionTest(trx, domainId, regressionTestId);
  });
}

export async function changeRegressionTest(
  { db }: Writing,
  domainId: number,
  regressionTestId: number,
  { categories, ...changes }: RegressionTestEdit,
): Promise<DetailedRegressionTest> {
  if (changes.command !== undefined) assertSplittable(changes.command);
  return db.transaction().execute(async (trx) => {
    await lockRegressionTest(trx, domainId, regressionTestId);
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
