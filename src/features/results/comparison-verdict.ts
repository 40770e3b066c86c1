import type { components } from '../../../generated/api.ts';

export type ComparisonVerdict = components['schemas']['ComparisonVerdict'];
/** The main branch, or the commit that the run's branch left from. */
export type ComparisonReference = 'main' | 'branch_point';
