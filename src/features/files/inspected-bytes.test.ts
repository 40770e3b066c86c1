import { expect, test } from '@jest/globals';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { inspectedBytes } from './inspected-bytes.ts';

/** What is passed on of the chunks, and what was inspected. */
async function inspect(chunks: readonly string[], headBytes = 4): Promise<{ passed: string; heads: string[] }> {
  const heads: string[] = [];
  const source = Readable.from(chunks.map((chunk) => Buffer.from(chunk)));
  const bytes = inspectedBytes(source, headBytes, async (head) => {
    heads.push(Buffer.from(head).toString());
  });
  return { passed: (await buffer(bytes)).toString(), heads };
}

test.each<[string, string[], string]>([
  ['in one chunk', ['abcdefgh'], 'abcd'],
  ['byte by byte', [...'abcdefgh'], 'abcd'],
  ['as one chunk ends', ['abcd', 'efgh'], 'abcd'],
  ['too few', ['a', 'b'], 'ab'],
  ['none', [], ''],
])('the first bytes are inspected once and all are passed on: %s', async (_, chunks, head) => {
  expect(await inspect(chunks)).toEqual({ passed: chunks.join(''), heads: [head] });
});

test('what is refused passes nothing on, and its stream is left open', async () => {
  const source = Readable.from([Buffer.from('abcd'), Buffer.from('efgh')]);
  const passed: Uint8Array[] = [];
  const read = async () => {
    for await (const chunk of inspectedBytes(source, 4, () => Promise.reject(new Error('refused')))) passed.push(chunk);
  };
  await expect(read()).rejects.toThrow('refused');
  expect([passed, source.destroyed]).toEqual([[], false]);
});

test('a stream that failed before it was read is reported to its reader', async () => {
  const source = new Readable({ read: () => undefined });
  const bytes = inspectedBytes(source, 4, async () => undefined);
  source.destroy(new Error('gone'));
  await new Promise((resolve) => source.once('close', resolve));
  await expect(buffer(bytes)).rejects.toThrow('gone');
});
