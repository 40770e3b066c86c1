import { expect, test } from '@jest/globals';
import { completionFailure } from './completion-failure.ts';
import { BuildDamaged } from './run-execution.ts';
import { SampleDigestError } from './sample-cache.ts';

test('bytes that are not what was planned are a failure of the storage, anything else is the worker’s', () => {
  const types = [new BuildDamaged('x'), new SampleDigestError('x'), new Error('x')].map(
    (error) => completionFailure(error).type,
  );
  expect(types).toEqual(['storage', 'storage', 'worker']);
});

test('its stack begins with what happened and stays within what the description allows', () => {
  const error = new Error('no\0 space');
  expect(completionFailure(error).stack?.[0]).toBe('Error: no\uFFFD space');
  error.stack = Array.from({ length: 80 }, (_, line) => `  at ${line} ${'x'.repeat(3000)}`).join('\n');
  const { stack = [] } = completionFailure(error);
  expect(stack).toHaveLength(50);
  expect(stack[1]).toMatch(/^at 1 x+$/);
  expect(stack.every((line) => line.length <= 2000)).toBe(true);
  delete error.stack;
  expect(completionFailure(error).stack).toEqual([]);
});
