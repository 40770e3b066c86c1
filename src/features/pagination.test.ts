import { expect, test } from '@jest/globals';
import { pageOf } from './pagination.ts';

const pagination = (offset: number, total: number) => pageOf([], { limit: 2, offset }, total).pagination;

test('the next offset leads to the rows after this page', () => {
  expect(pagination(0, 3).next_offset).toBe(2);
});

test('the last page, a page beyond it and an empty list have no next offset', () => {
  expect(pagination(0, 2).next_offset).toBeNull();
  expect(pagination(2, 3).next_offset).toBeNull();
  expect(pagination(10, 3).next_offset).toBeNull();
  expect(pagination(0, 0).next_offset).toBeNull();
});

test('a page repeats what was asked and states an exact total', () => {
  expect(pageOf(['a'], { limit: 50, offset: 7 }, 8)).toEqual({
    data: ['a'],
    pagination: { limit: 50, offset: 7, total: 8, next_offset: null, truncated: false },
  });
});
