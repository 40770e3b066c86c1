import { expect, test } from '@jest/globals';
import { reportSeldom } from './seldom-reports.ts';

test('the same is said once in a while, and something else at once', () => {
  const said: string[] = [];
  const report = reportSeldom({ warn: (_: unknown, message?: string) => said.push(message ?? '') });
  for (let n = 0; n < 100; n += 1) report(new Error('lost'), 'first');
  report(new Error('lost'), 'second');
  expect(said).toEqual(['first', 'second']);
});
