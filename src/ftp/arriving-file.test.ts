import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from '@jest/globals';
import { arrivingFile } from './arriving-file.ts';

test('a file whose client goes as its data ends is none', async () => {
  const connection = new PassThrough();
  const gone = new AbortController();
  const read = text(arrivingFile(connection, undefined, gone.signal));
  connection.once('end', () => gone.abort());
  connection.end('begun');
  await expect(read).rejects.toThrow('aborted');
});

test('a file whose client stays is what came', async () => {
  const connection = new PassThrough();
  const read = text(arrivingFile(connection, 5, new AbortController().signal));
  connection.end('whole');
  expect(await read).toBe('whole');
});
