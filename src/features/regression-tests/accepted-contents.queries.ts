import type { Kysely } from 'kysely';
import type { Database } from '../../db/database.ts';
import type { OutputKey } from './output-key.ts';

export interface AcceptedContent {
  readonly filename: string;
  readonly sha256: string;
}

function outputAt(db: Kysely<Database>, { domainId, regressionTestId, outputId }: OutputKey) {
  return db
    .selectFrom('expected_outputs')
    .innerJoin('regression_tests', 'regression_tests.id', 'expected_outputs.regression_test_id')
    .where('regression_tests.domain_id', '=', domainId)
    .where('regression_tests.id', '=', regressionTestId)
    .where('expected_outputs.id', '=', outputId)
    .select('expected_outputs.expected_filename as filename');
}

/** Its digest is null when nothing is approved for every platform. Undefined when the test has no such output. */
export async function findBaselineContent(
  db: Kysely<Database>,
  key: OutputKey,
): Promise<{ readonly filename: string; readonly sha256: string | null } | undefined> {
  return outputAt(db, key)
    .leftJoin('baselines', (join) =>
      join
        .onRef('baselines.expected_output_id', '=', 'expected_outputs.id')
        .on('baselines.platform', 'is', null)
        .on('baselines.superseded_at', 'is', null),
    )
    .select('baselines.sha256')
    .executeTakeFirst();
}

/** Undefined when the output has no such variant. */
export async function findVariantContent(
  db: Kysely<Database>,
  key: OutputKey,
  variantId: number,
): Promise<AcceptedContent | undefined> {
  return outputAt(db, key)
    .innerJoin('variants', 'variants.expected_output_id', 'expected_outputs.id')
    .where('variants.id', '=', variantId)
    .select('variants.sha256')
    .executeTakeFirst();
}
