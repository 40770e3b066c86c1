import { expect, test } from '@jest/globals';
import { sharedRead } from './shared-reads.ts';

/** Reads that end when the test says so. */
function slowReads() {
  const ends: ((value: string) => void)[] = [];
  const read = () => new Promise<string>((resolve) => ends.push(resolve));
  return { ends, read };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test('who asks while a read is under way shares the one that begins after it', async () => {
  const { ends, read } = slowReads();
  const first = sharedRead(ends, 'total', read);
  await settled();
  const later = [sharedRead(ends, 'total', read), sharedRead(ends, 'total', read)];
  ends[0]?.('old');
  await settled();
  const last = sharedRead(ends, 'total', read);
  ends[1]?.('new');
  await settled();
  ends[2]?.('newest');
  expect(await Promise.all([first, ...later, last])).toEqual(['old', 'new', 'new', 'newest']);
  expect(ends).toHaveLength(3);
});

test('other questions, and the same of another database, are read at once', async () => {
  const { ends, read } = slowReads();
  const asked = [
    sharedRead(ends, { branch: 'a' }, read),
    sharedRead(ends, { branch: 'b' }, read),
    sharedRead({}, { branch: 'a' }, read),
  ];
  await settled();
  ends.forEach((end, position) => end(String(position)));
  expect(await Promise.all(asked)).toEqual(['0', '1', '2']);
});

test('a read that fails fails for those who share it alone', async () => {
  const failing = sharedRead(sharedRead, 'total', () => Promise.reject(new Error('broken')));
  await expect(failing).rejects.toThrow('broken');
  expect(await sharedRead(sharedRead, 'total', () => Promise.resolve(3))).toBe(3);
});
