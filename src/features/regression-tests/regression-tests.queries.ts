import { sql, type Expression, type ExpressionBuilder, type Kysely, type SqlBool, type Transaction } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Database } from '../../db/database.ts';
import type {
  ExpectedOutputRow,
  PlatformExitCodeRow,
  RegressionTestRow,
  VariantRow,
} from './regression-tests.table.ts';

export interface RegressionTestFilter {
  readonly active: 'true' | 'false' | 'all';
  readonly category?: string;
  readonly tag?: string;
  readonly sample_id?: number;
}

export interface NamedRegressionTest extends RegressionTestRow {
  readonly sample_name: string;
  /** By name. */
  readonly categories: string[];
}

export interface DetailedOutput extends Omit<ExpectedOutputRow, 'regression_test_id'> {
  /** The baseline that applies to every platform; null until one is approved. */
  readonly baseline_sha256: string | null;
  readonly variants: Pick<VariantRow, 'id' | 'sha256' | 'platform'>[];
}

export interface DetailedRegressionTest extends NamedRegressionTest {
  readonly exit_codes: Pick<PlatformExitCodeRow, 'platform' | 'expected_rc'>[];
  readonly outputs: DetailedOutput[];
}

export type NewRegressionTest = Omit<RegressionTestRow, 'id' | 'created_at'>;
export type RegressionTestChanges = Partial<
  Pick<RegressionTestRow, 'command' | 'input_type' | 'output_type' | 'description' | 'active' | 'timeout_ms'>
>;

type TestBuilder = ExpressionBuilder<Database, 'regression_tests'>;

const categoriesOf = (eb: TestBuilder) =>
  eb
    .selectFrom('regression_test_categories')
    .innerJoin('categories', 'categories.id', 'regression_test_categories.category_id')
    .whereRef('regression_test_categories.regression_test_id', '=', 'regression_tests.id');

const sampleTagsOf = (eb: TestBuilder) =>
  eb
    .selectFrom('sample_tags')
    .innerJoin('tags', 'tags.id', 'sample_tags.tag_id')
    .whereRef('sample_tags.sample_id', '=', 'regression_tests.sample_id');

function conditionsOf(eb: TestBuilder, { active, category, tag, sample_id }: RegressionTestFilter) {
  const conditions: Expression<SqlBool>[] = [];
  if (active !== 'all') conditions.push(eb('regression_tests.active', '=', active === 'true'));
  if (category !== undefined)
    conditions.push(eb.exists(categoriesOf(eb).where(sql`lower(categories.name)`, '=', sql`lower(${category})`)));
  if (tag !== undefined)
    conditions.push(eb.exists(sampleTagsOf(eb).where(sql`lower(tags.name)`, '=', sql`lower(${tag})`)));
  if (sample_id !== undefined) conditions.push(eb('regression_tests.sample_id', '=', sample_id));
  return eb.and(conditions);
}

function namedRegressionTests(db: Kysely<Database>, domainId: number) {
  return db
    .selectFrom('regression_tests')
    .innerJoin('samples', 'samples.id', 'regression_tests.sample_id')
    .where('regression_tests.domain_id', '=', domainId)
    .selectAll('regression_tests')
    .select('samples.original_name as sample_name')
    .select((eb) =>
      sql<string[]>`array(${categoriesOf(eb)
        .select('categories.name')
        .orderBy(sql`lower(categories.name)`)})`.as('categories'),
    );
}

export async function listRegressionTests(
  db: Kysely<Database>,
  domainId: number,
  filter: RegressionTestFilter,
  page: { readonly limit: number; readonly offset: number },
): Promise<NamedRegressionTest[]> {
  return namedRegressionTests(db, domainId)
    .where((eb) => conditionsOf(eb, filter))
    .orderBy('regression_tests.id')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
}

export async function countRegressionTests(
  db: Kysely<Database>,
  domainId: number,
  filter: RegressionTestFilter,
): Promise<number> {
  const { total } = await db
    .selectFrom('regression_tests')
    .where('regression_tests.domain_id', '=', domainId)
    .where((eb) => conditionsOf(eb, filter))
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return total;
}

const variantsOf = (eb: ExpressionBuilder<Database, 'expected_outputs'>) =>
  eb
    .selectFrom('variants')
    .whereRef('variants.expected_output_id', '=', 'expected_outputs.id')
    .select(['variants.id', 'variants.sha256', 'variants.platform'])
    .orderBy('variants.id');

const generalBaselineOf = (eb: ExpressionBuilder<Database, 'expected_outputs'>) =>
  eb
    .selectFrom('baselines')
    .whereRef('baselines.expected_output_id', '=', 'expected_outputs.id')
    .where('baselines.platform', 'is', null)
    .where('baselines.superseded_at', 'is', null)
    .select('baselines.sha256');

const outputsOf = (eb: TestBuilder) =>
  eb
    .selectFrom('expected_outputs')
    .whereRef('expected_outputs.regression_test_id', '=', 'regression_tests.id')
    .select([
      'expected_outputs.id',
      'expected_outputs.expected_filename',
      'expected_outputs.correct_extension',
      'expected_outputs.ignore',
    ])
    .select((output) => [
      generalBaselineOf(output).as('baseline_sha256'),
      jsonArrayFrom(variantsOf(output)).as('variants'),
    ])
    .orderBy('expected_outputs.id');

const exitCodesOf = (eb: TestBuilder) =>
  eb
    .selectFrom('platform_exit_codes')
    .whereRef('platform_exit_codes.regression_test_id', '=', 'regression_tests.id')
    .select(['platform_exit_codes.platform', 'platform_exit_codes.expected_rc'])
    .orderBy('platform_exit_codes.platform');

export async function findRegressionTest(
  db: Kysely<Database>,
  domainId: number,
  regressionTestId: number,
): Promise<DetailedRegressionTest | undefined> {
  return namedRegressionTests(db, domainId)
    .where('regression_tests.id', '=', regressionTestId)
    .select((eb) => [jsonArrayFrom(exitCodesOf(eb)).as('exit_codes'), jsonArrayFrom(outputsOf(eb)).as('outputs')])
    .executeTakeFirst();
}

/** Locked until the transaction ends: changes of one test follow each other, and runs that plan it wait or come first. */
export async function findRegressionTestForUpdate(
  trx: Transaction<Database>,
  domainId: number,
  regressionTestId: number,
): Promise<RegressionTestRow | undefined> {
  return trx
    .selectFrom('regression_tests')
    .selectAll()
    .where('domain_id', '=', domainId)
    .where('id', '=', regressionTestId)
    .forUpdate()
    .executeTakeFirst();
}

export async function insertRegressionTest(trx: Transaction<Database>, test: NewRegressionTest): Promise<number> {
  const { id } = await trx.insertInto('regression_tests').values(test).returning('id').executeTakeFirstOrThrow();
  return id;
}

export async function insertTestCategories(
  trx: Transaction<Database>,
  regressionTestId: number,
  categoryIds: readonly number[],
): Promise<void> {
  const rows = categoryIds.map((categoryId) => ({ regression_test_id: regressionTestId, category_id: categoryId }));
  await trx.insertInto('regression_test_categories').values(rows).execute();
}

export async function deleteTestCategories(trx: Transaction<Database>, regressionTestId: number): Promise<void> {
  await trx.deleteFrom('regression_test_categories').where('regression_test_id', '=', regressionTestId).execute();
}

export async function updateRegressionTest(
  trx: Transaction<Database>,
  regressionTestId: number,
  changes: RegressionTestChanges,
): Promise<void> {
  await trx.updateTable('regression_tests').set(changes).where('id', '=', regressionTestId).execute();
}

export async function deleteRegressionTest(trx: Transaction<Database>, regressionTestId: number): Promise<void> {
  await trx.deleteFrom('regression_tests').where('id', '=', regressionTestId).execute();
}

export async function countPlanningRuns(trx: Transaction<Database>, regressionTestId: number): Promise<number> {
  const { count } = await trx
    .selectFrom('planned_tests')
    .where('regression_test_id', '=', regressionTestId)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}
