import { expect } from '@jest/globals';
import type { components } from '../../generated/client.ts';

export interface PageOf<Row> {
  readonly data: readonly Row[];
  readonly pagination: components['schemas']['Pagination'];
}

/** Every row, fetched `limit` at a time as a client would: by `next_offset` until it is null, each page checked. */
export async function everyPage<Row>(
  fetchPage: (page: { limit: number; offset: number }) => Promise<PageOf<Row>>,
  limit: number,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let offset: number | null = 0; offset !== null;) {
    const { data, pagination }: PageOf<Row> = await fetchPage({ limit, offset });
    rows.push(...data);
    const { total } = pagination;
    const next_offset = offset + limit < total ? offset + limit : null;
    expect(pagination).toEqual({ limit, offset, total, next_offset, truncated: false });
    expect(data).toHaveLength(Math.min(limit, total - offset));
    offset = pagination.next_offset;
  }
  return rows;
}
