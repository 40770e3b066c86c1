import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '../../db/database.ts';
import type { OutputKey } from './output-key.ts';
import type { ExpectedOutputRow, VariantRow } from './regression-tests.table.ts';

export type NewVariant = Pick<VariantRow, 'expected_output_id' | 'platform' | 'sha256' | 'account_id'>;

/** Locked until the transaction ends, so that variants of one output are counted and added one at a time. */
export async function findExpectedOutputForUpdate(
  trx: Transaction<Database>,
  { domainId, regressionTestId, outputId }: OutputKey,
): Promise<ExpectedOutputRow | undefined> {
  return trx
    .selectFrom('expected_outputs')
    .innerJoin('regression_tests', 'regression_tests.id', 'expected_outputs.regression_test_id')
    .where('regression_tests.domain_id', '=', domainId)
    .where('regression_tests.id', '=', regressionTestId)
    .where('expected_outputs.id', '=', outputId)
    .selectAll('expected_outputs')
    .forNoKeyUpdate('expected_outputs')
    .executeTakeFirst();
}

/** A content that the test gave this output in some run of the domain. Goes by the test: its results are indexed. */
export async function findProducedContent(
  db: Kysely<Database>,
  { domainId, regressionTestId, outputId }: OutputKey,
  sha256: string,
): Promise<{ readonly size_bytes: number | null } | undefined> {
  return db
    .selectFrom('results')
    .innerJoin('runs', 'runs.id', 'results.run_id')
    .innerJoin('result_outputs', (join) =>
      join
        .onRef('result_outputs.run_id', '=', 'results.run_id')
        .onRef('result_outputs.regression_test_id', '=', 'results.regression_test_id'),
    )
    .where('results.regression_test_id', '=', regressionTestId)
    .where('runs.domain_id', '=', domainId)
    .where('result_outputs.output_id', '=', outputId)
    .where('result_outputs.sha256', '=', sha256)
    .select('result_outputs.size_bytes')
    .limit(1)
    .executeTakeFirst();
}

export async function countVariants(trx: Transaction<Database>, outputId: number): Promise<number> {
  const { total } = await trx
    .selectFrom('variants')
    .where('expected_output_id', '=', outputId)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return total;
}

/** Undefined when the output accepts this content on this platform already. */
export async function insertVariant(trx: Transaction<Database>, variant: NewVariant): Promise<VariantRow | undefined> {
  return trx
    .insertInto('variants')
    .values(variant)
    .onConflict((conflict) => conflict.constraint('variants_expected_output_id_platform_sha256_key').doNothing())
    .returningAll()
    .executeTakeFirst();
}

export type DeletedVariant = Pick<VariantRow, 'expected_output_id' | 'platform' | 'sha256'>;

/** Undefined when the output has no such variant. */
export async function deleteVariant(
  trx: Transaction<Database>,
  outputId: number,
  variantId: number,
): Promise<DeletedVariant | undefined> {
  return trx
    .deleteFrom('variants')
    .where('id', '=', variantId)
    .where('expected_output_id', '=', outputId)
    .returning(['expected_output_id', 'platform', 'sha256'])
    .executeTakeFirst();
}

export async function deleteVariantOf(
  trx: Transaction<Database>,
  { expected_output_id, platform, sha256 }: DeletedVariant,
): Promise<void> {
  await trx
    .deleteFrom('variants')
    .where('expected_output_id', '=', expected_output_id)
    .where('platform', 'is not distinct from', platform)
    .where('sha256', '=', sha256)
    .execute();
}

export async function deleteVariantsOf(
  trx: Transaction<Database>,
  outputIds: readonly number[],
): Promise<DeletedVariant[]> {
  return trx
    .deleteFrom('variants')
    .where('expected_output_id', 'in', outputIds)
    .returning(['expected_output_id', 'platform', 'sha256'])
    .execute();
}

/** By one parameter, as they were recorded: 500 outputs may have lost 50,000 variants. */
export async function insertVariantsAgain(
  trx: Transaction<Database>,
  accountId: number,
  variants: readonly DeletedVariant[],
): Promise<void> {
  await sql`
    insert into variants (expected_output_id, platform, sha256, account_id)
    select removed.*, ${accountId}::integer
    from jsonb_to_recordset(${JSON.stringify(variants)}::jsonb)
      as removed (expected_output_id integer, platform text, sha256 text)
    on conflict on constraint variants_expected_output_id_platform_sha256_key do nothing`.execute(trx);
}

/** Of the one of these outputs that has most. */
export async function countMostVariants(trx: Transaction<Database>, outputIds: readonly number[]): Promise<number> {
  const most = await trx
    .selectFrom('variants')
    .where('expected_output_id', 'in', outputIds)
    .groupBy('expected_output_id')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .orderBy('total', 'desc')
    .limit(1)
    .executeTakeFirst();
  return most?.total ?? 0;
}
