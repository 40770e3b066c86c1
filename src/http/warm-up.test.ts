import { expect, test } from '@jest/globals';
import { operations } from '../../generated/operations.ts';
import { warmChecks } from './warm-up.ts';

test('every operation of the description can be warmed', async () => {
  expect(await warmChecks(new AbortController().signal, 0)).toBe(Object.keys(operations).length);
});

test('a stop ends it before the next operation', async () => {
  const stopping = new AbortController();
  const warming = warmChecks(stopping.signal);
  stopping.abort();
  expect(await warming).toBe(1);
  expect(await warmChecks(stopping.signal)).toBe(0);
});
