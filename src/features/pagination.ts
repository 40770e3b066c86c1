import type { components } from '../../generated/api.ts';

export interface PageRequest {
  readonly limit: number;
  readonly offset: number;
}

export interface Page<Row> {
  data: Row[];
  pagination: components['schemas']['Pagination'];
}

/** One page of a list whose total is exact. */
export function pageOf<Row>(rows: readonly Row[], { limit, offset }: PageRequest, total: number): Page<Row> {
  const next = offset + limit;
  return {
    data: [...rows],
    pagination: { limit, offset, total, next_offset: next < total ? next : null, truncated: false },
  };
}
