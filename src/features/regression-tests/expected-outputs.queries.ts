import type { Transaction } from 'kysely';
import type { Database } from '../../db/database.ts';
import type { ExpectedOutputRow } from './regression-tests.table.ts';

export type NewExpectedOutput = Pick<ExpectedOutputRow, 'expected_filename' | 'correct_extension' | 'ignore'>;

export async function insertExpectedOutputs(
  trx: Transaction<Database>,
  regressionTestId: number,
  outputs: readonly NewExpectedOutput[],
): Promise<number[]> {
  if (outputs.length === 0) return [];
  const rows = outputs.map(({ expected_filename, correct_extension, ignore }) => ({
    regression_test_id: regressionTestId,
    expected_filename,
    correct_extension,
    ignore,
  }));
  const inserted = await trx.insertInto('expected_outputs').values(rows).returning('id').execute();
  return inserted.map(({ id }) => id);
}

export async function updateExpectedOutput(
  trx: Transaction<Database>,
  outputId: number,
  changes: Partial<NewExpectedOutput>,
): Promise<void> {
  await trx.updateTable('expected_outputs').set(changes).where('id', '=', outputId).execute();
}

/** Goes by the test: its runs are indexed. */
export async function countRunsPlanningOutput(
  trx: Transaction<Database>,
  regressionTestId: number,
  outputId: number,
): Promise<number> {
  const { count } = await trx
    .selectFrom('planned_tests')
    .innerJoin('planned_outputs', (join) =>
      join
        .onRef('planned_outputs.run_id', '=', 'planned_tests.run_id')
        .onRef('planned_outputs.regression_test_id', '=', 'planned_tests.regression_test_id'),
    )
    .where('planned_tests.regression_test_id', '=', regressionTestId)
    .where('planned_outputs.output_id', '=', outputId)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

export async function deleteExpectedOutput(trx: Transaction<Database>, outputId: number): Promise<void> {
  await trx.deleteFrom('expected_outputs').where('id', '=', outputId).execute();
}
