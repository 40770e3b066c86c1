import { expect, test } from '@jest/globals';
import { byteRangeOf } from './byte-range.ts';

test.each([
  ['the first bytes', 'bytes=0-3', { first: 0, last: 3 }],
  ['one byte', 'bytes=9-9', { first: 9, last: 9 }],
  ['all from an offset on', 'bytes=4-', { first: 4, last: 9 }],
  ['a range that ends after the content', 'bytes=8-100', { first: 8, last: 9 }],
  ['a suffix', 'bytes=-3', { first: 7, last: 9 }],
  ['a suffix longer than the content', 'bytes=-11', { first: 0, last: 9 }],
  ['the unit in capitals', 'Bytes=0-0', { first: 0, last: 0 }],
  ['space around the range', 'bytes= 1-2 ', { first: 1, last: 2 }],
  ['an offset beyond every number', `bytes=0-${'9'.repeat(80)}`, { first: 0, last: 9 }],
])('%s is served as asked', (_, header, range) => {
  expect(byteRangeOf(header, 10)).toEqual(range);
});

test.each([
  ['no header', undefined],
  ['an empty header', ''],
  ['several ranges', 'bytes=0-1,4-5'],
  ['another unit', 'lines=0-1'],
  ['a range that ends before it begins', 'bytes=5-4'],
  ['neither end', 'bytes=-'],
  ['a sign', 'bytes=+1-2'],
  ['something after the range', 'bytes=0-1x'],
])('%s means the whole content', (_, header) => {
  expect(byteRangeOf(header, 10)).toBe('whole');
});

test.each([
  ['an offset at the end', 'bytes=10-', 10],
  ['an offset beyond the end', 'bytes=11-20', 10],
  ['the last no bytes', 'bytes=-0', 10],
  ['any range of nothing', 'bytes=0-', 0],
  ['any suffix of nothing', 'bytes=-1', 0],
])('%s cannot be satisfied', (_, header, sizeBytes) => {
  expect(byteRangeOf(header, sizeBytes)).toBe('unsatisfiable');
});
