import type { components } from '../../../generated/api.ts';
import type { ComparisonVerdict } from './comparison-verdict.ts';
import type { RunComparison } from './run-comparison.ts';

type Schemas = components['schemas'];

export function comparedRunView({
  reference,
  isSameAsOther,
  counts,
}: RunComparison): Pick<Schemas['RunComparisonPage'], 'reference' | 'same_reference' | 'counts'> {
  return {
    ...(reference === undefined
      ? {}
      : {
          reference: { run_id: reference.id, commit_sha: reference.commit_sha, created_at: reference.created_at },
        }),
    same_reference: isSameAsOther,
    counts: comparisonCountsView(counts),
  };
}

function comparisonCountsView(counts: ReadonlyMap<ComparisonVerdict, number>): Schemas['ComparisonCounts'] {
  return {
    broken_here: counts.get('broken_here') ?? 0,
    fixed_here: counts.get('fixed_here') ?? 0,
    failing_differently: counts.get('failing_differently') ?? 0,
    failing_identically: counts.get('failing_identically') ?? 0,
    unchanged_pass: counts.get('unchanged_pass') ?? 0,
    not_judged: counts.get('not_judged') ?? 0,
    no_reference: counts.get('no_reference') ?? 0,
  };
}

export function comparedTestView(test: RunComparison['tests'][number]): Schemas['ComparedTest'] {
  return {
    regression_test_id: test.regression_test_id,
    sample_id: test.sample_id,
    status: test.status,
    ...(test.reference_status === null ? {} : { reference_status: test.reference_status }),
    verdict: test.verdict,
  };
}
