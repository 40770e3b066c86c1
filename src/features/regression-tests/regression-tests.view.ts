import type { components } from '../../../generated/api.ts';
import type { CountedCategory } from './categories.queries.ts';
import type { DetailedOutput, DetailedRegressionTest, NamedRegressionTest } from './regression-tests.queries.ts';
import type { VariantRow } from './regression-tests.table.ts';

type Schemas = components['schemas'];

export function toRegressionTest(test: NamedRegressionTest): Schemas['RegressionTest'] {
  return {
    regression_test_id: test.id,
    sample_id: test.sample_id,
    command: test.command,
    sample_name: test.sample_name,
    input_type: test.input_type,
    output_type: test.output_type,
    expected_rc: test.expected_rc,
    active: test.active,
    categories: test.categories,
    description: test.description,
    timeout_ms: test.timeout_ms,
  };
}

export function toRegressionTestDetail(test: DetailedRegressionTest): Schemas['RegressionTestDetail'] {
  const { linux = null, windows = null } = Object.fromEntries(
    test.exit_codes.map(({ platform, expected_rc }) => [platform, expected_rc]),
  );
  return {
    ...toRegressionTest(test),
    expected_rc_by_platform: { linux, windows },
    outputs: test.outputs.map(toExpectedOutput),
  };
}

export function toExpectedOutput(output: DetailedOutput): Schemas['ExpectedOutput'] {
  return {
    id: output.id,
    correct: output.baseline_sha256,
    correct_extension: output.correct_extension,
    expected_filename: output.expected_filename,
    ignore: output.ignore,
    variants: output.variants.map(toVariant),
  };
}

export function toVariant({
  id,
  sha256,
  platform,
}: Pick<VariantRow, 'id' | 'sha256' | 'platform'>): Schemas['Variant'] {
  return { id, hash: sha256, platform };
}

export function toCategory(category: CountedCategory): Schemas['Category'] {
  return {
    id: category.id,
    name: category.name,
    description: category.description,
    test_count: category.test_count,
  };
}
