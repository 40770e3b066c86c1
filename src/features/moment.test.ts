import { expect, test } from '@jest/globals';
import { momentOf } from './moment.ts';

test('a moment is given in UTC, whatever its offset and case', () => {
  expect(momentOf('2026-11-22T12:00:00.123456+02:00')).toBe('2026-11-22T10:00:00.123Z');
  expect(momentOf('2026-11-22t10:00:00z')).toBe('2026-11-22T10:00:00.000Z');
  expect(momentOf('2026-11-22T10:00:00-23:59')).toBe('2026-11-23T09:59:00.000Z');
});

test('a moment that the database cannot hold is none', () => {
  expect(momentOf('0000-06-01T00:00:00Z')).toBeUndefined();
  expect(momentOf('0001-01-01T00:00:00+01:00')).toBeUndefined();
  expect(momentOf('9999-12-31T23:59:59-01:00')).toBeUndefined();
  expect(momentOf('2016-12-31T23:59:60Z')).toBeUndefined();
});
