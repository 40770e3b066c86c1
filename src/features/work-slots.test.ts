import { expect, test } from '@jest/globals';
import { setImmediate } from 'node:timers/promises';
import { createWorkSlots } from './work-slots.ts';

function gatedWork() {
  const gate = Promise.withResolvers<void>();
  const begun: number[] = [];
  const work = (number: number) => async (): Promise<number> => {
    begun.push(number);
    await gate.promise;
    return number;
  };
  return { begun, work, open: gate.resolve };
}

test('no more than the slots run at once, and the others follow in the order they came', async () => {
  const slots = createWorkSlots({ atOnce: 2, waitingMax: 3 });
  const { begun, work, open } = gatedWork();
  const results = [1, 2, 3, 4, 5].map((number) => slots.run(work(number)));
  await setImmediate();
  expect(begun).toEqual([1, 2]);
  open();
  await expect(Promise.all(results)).resolves.toEqual([1, 2, 3, 4, 5]);
  expect(begun).toEqual([1, 2, 3, 4, 5]);
  expect(slots.started).toBe(5);
});

test('work beyond the queue is refused as unavailable and never begins', async () => {
  const slots = createWorkSlots({ atOnce: 1, waitingMax: 1 });
  const { begun, work, open } = gatedWork();
  const accepted = [slots.run(work(1)), slots.run(work(2))];
  await expect(slots.run(work(3))).rejects.toMatchObject({ code: 'unavailable', details: { retry_after: 1 } });
  open();
  await Promise.all(accepted);
  expect(begun).toEqual([1, 2]);
});

test('work that fails gives its slot back', async () => {
  const slots = createWorkSlots({ atOnce: 1, waitingMax: 0 });
  await expect(slots.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await expect(slots.run(async () => 'done')).resolves.toBe('done');
});
