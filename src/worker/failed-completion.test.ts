import { expect, test } from '@jest/globals';
import { failedCompletion } from './failed-completion.ts';
import { BuildDamaged } from './run-execution.ts';
import { SampleDigestError } from './sample-cache.ts';

test('bytes that are not what was planned are a failure of the storage, anything else is the worker’s', () => {
  const types = [new BuildDamaged('x'), new SampleDigestError('x'), new Error('x')].map(
    (error) => failedCompletion(error).failure?.type,
  );
  expect(types).toEqual(['storage', 'storage', 'worker']);
});

test('the stack begins with what happened and stays within what the description allows', () => {
  const error = new Error('no\0 space');
  expect(failedCompletion(error).failure?.stack?.[0]).toBe('Error: no\uFFFD space');
  error.stack = Array.from({ length: 80 }, (_, line) => `  at ${line} ${'x'.repeat(3000)}`).join('\n');
  const stack = failedCompletion(error).failure?.stack ?? [];
  expect(stack).toHaveLength(50);
  expect(stack[1]).toMatch(/^at 1 x+$/);
  expect(stack.every((line) => line.length <= 2000)).toBe(true);
  delete error.stack;
  expect(failedCompletion(error).failure?.stack).toEqual([]);
});

test('there is always a message, and no half of a character ends it', () => {
  expect(failedCompletion(new RangeError('')).message).toBe('RangeError');
  expect(failedCompletion(new Error(`a${'🎬'.repeat(300)}`)).message).toBe(`a${'🎬'.repeat(249)}\uFFFD`);
});
