import { expect, test } from '@jest/globals';
import { nearPage } from './near-page.ts';

test('every page holds the same rows from whichever end it is read', () => {
  for (let total = 0; total <= 9; total += 1) {
    const rows = Array.from({ length: total }, (_, place) => place);
    for (let limit = 1; limit <= 4; limit += 1)
      for (let offset = 0; offset <= 10; offset += 1) {
        const near = nearPage({ limit, offset }, total);
        const read = (near.reversed ? rows.toReversed() : rows).slice(near.offset, near.offset + near.limit);
        expect(near.reversed ? read.toReversed() : read).toEqual(rows.slice(offset, offset + limit));
        expect(near.offset).toBeLessThanOrEqual(total / 2);
      }
  }
});
