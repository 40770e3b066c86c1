import { sql, type ExpressionBuilder, type Transaction } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Database } from '../../db/database.ts';
import type { Platform } from '../../principal.ts';
import type { RegressionTestRow } from './regression-tests.table.ts';

export interface ManifestOutput {
  readonly output_id: number;
  readonly filename: string;
  readonly ignore: boolean;
  /** The platform's own baseline, else the one for every platform; null when nothing is approved. */
  readonly baseline_sha256: string | null;
  /** Of the platform and of every platform; each content once. */
  readonly variant_sha256s: string[];
}

export interface ManifestTest extends Pick<
  RegressionTestRow,
  'active' | 'sample_id' | 'command' | 'input_type' | 'output_type' | 'timeout_ms'
> {
  readonly regression_test_id: number;
  /** The platform's own, else the one for every platform. */
  readonly expected_rc: number;
  readonly sample_sha256: string;
  readonly sample_name: string;
  readonly sample_size_bytes: number;
  /** By id. */
  readonly outputs: ManifestOutput[];
}

export interface ManifestRequest {
  readonly domainId: number;
  readonly platform: Platform;
  /** Whether active or not; without it, every active test of the domain. */
  readonly regressionTestIds?: readonly number[];
}

const exitCodeOf = (eb: ExpressionBuilder<Database, 'regression_tests'>, platform: Platform) =>
  eb.fn.coalesce(
    eb
      .selectFrom('platform_exit_codes')
      .whereRef('platform_exit_codes.regression_test_id', '=', 'regression_tests.id')
      .where('platform_exit_codes.platform', '=', platform)
      .select('platform_exit_codes.expected_rc'),
    'regression_tests.expected_rc',
  );

type OutputBuilder = ExpressionBuilder<Database, 'expected_outputs'>;

const baselineOf = (eb: OutputBuilder, platform: Platform) =>
  eb
    .selectFrom('baselines')
    .whereRef('baselines.expected_output_id', '=', 'expected_outputs.id')
    .where('baselines.superseded_at', 'is', null)
    .where((baseline) => baseline.or([baseline('platform', '=', platform), baseline('platform', 'is', null)]))
    .select('baselines.sha256')
    .orderBy('baselines.platform', (order) => order.asc().nullsLast())
    .limit(1);

const variantsOf = (eb: OutputBuilder, platform: Platform) =>
  eb
    .selectFrom('variants')
    .whereRef('variants.expected_output_id', '=', 'expected_outputs.id')
    .where((variant) => variant.or([variant('platform', '=', platform), variant('platform', 'is', null)]))
    .select('variants.sha256')
    .distinct()
    .orderBy('variants.sha256');

const outputsOf = (eb: ExpressionBuilder<Database, 'regression_tests'>, platform: Platform) =>
  eb
    .selectFrom('expected_outputs')
    .whereRef('expected_outputs.regression_test_id', '=', 'regression_tests.id')
    .select((output) => [
      'expected_outputs.id as output_id',
      'expected_outputs.expected_filename as filename',
      'expected_outputs.ignore',
      baselineOf(output, platform).as('baseline_sha256'),
      sql<string[]>`array(${variantsOf(output, platform)})`.as('variant_sha256s'),
    ])
    .orderBy('expected_outputs.id');

/**
 * One statement, so every row is of one moment. The tests are locked as a reference to them would lock them: whoever
 * deletes or changes one waits until the manifest is written, and the manifest waits for whoever came first. Locks are
 * taken by id, so that two sets of them never wait for each other in a circle.
 */
export async function listManifestTestsForShare(
  trx: Transaction<Database>,
  { domainId, platform, regressionTestIds }: ManifestRequest,
): Promise<ManifestTest[]> {
  return trx
    .selectFrom('regression_tests')
    .innerJoin('samples', 'samples.id', 'regression_tests.sample_id')
    .where('regression_tests.domain_id', '=', domainId)
    .where((eb) =>
      regressionTestIds === undefined
        ? eb('regression_tests.active', '=', true)
        : eb('regression_tests.id', '=', eb.fn.any(eb.val([...regressionTestIds]))),
    )
    .select((eb) => [
      'regression_tests.id as regression_test_id',
      'regression_tests.active',
      'regression_tests.sample_id',
      'samples.sha256 as sample_sha256',
      'samples.original_name as sample_name',
      'samples.size_bytes as sample_size_bytes',
      'regression_tests.command',
      'regression_tests.input_type',
      'regression_tests.output_type',
      exitCodeOf(eb, platform).as('expected_rc'),
      'regression_tests.timeout_ms',
      jsonArrayFrom(outputsOf(eb, platform)).as('outputs'),
    ])
    .orderBy('regression_tests.id')
    .forKeyShare('regression_tests')
    .execute();
}

export async function countActiveTests(trx: Transaction<Database>, domainId: number): Promise<number> {
  const { count } = await trx
    .selectFrom('regression_tests')
    .where('domain_id', '=', domainId)
    .where('active', '=', true)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}
