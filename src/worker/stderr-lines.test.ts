import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createLineCutter } from './stderr-lines.ts';

function linesOf(chunks: Uint8Array[], caps = { lineLengthMax: 10, linesMax: 5 }): string[] {
  const lines: string[] = [];
  const cutter = createLineCutter((line) => lines.push(line), caps);
  for (const chunk of chunks) cutter.write(chunk);
  cutter.end();
  return lines;
}

test('lines are the same however the bytes arrive', () => {
  const caps = { lineLengthMax: 1_000, linesMax: 1_000 };
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'é', '😀', '\n', '\r\n') }), fc.nat(), (text, cut) => {
      const bytes = Buffer.from(text);
      const at = bytes.length === 0 ? 0 : cut % bytes.length;
      const expected = text.split(/\r?\n/);
      if (expected.at(-1) === '') expected.pop();
      expect(linesOf([bytes.subarray(0, at), bytes.subarray(at)], caps)).toEqual(expected);
    }),
  );
});

test('a line over the cap loses its end, and a line without an end is not kept in memory', () => {
  expect(linesOf([Buffer.from(`0123456789abc\n`), Buffer.alloc(1_000_000, 'x')])).toEqual(['0123456789', 'xxxxxxxxxx']);
});

test('lines over the cap are left out, and one line says so', () => {
  const lines = linesOf([Buffer.from('1\n2\n3\n4\n5\n6\n7\n8'), Buffer.from('9\n')]);
  expect(lines).toEqual(['1', '2', '3', '4', '5', '[more than 5 lines; the rest is left out]']);
});

test('no line holds a control character, half a character, or bytes that are no text', () => {
  expect(linesOf([Buffer.from('a\0\x1b[2J\tb\n')])).toEqual(['a\ufffd\ufffd[2J\tb']);
  expect(linesOf([Buffer.from('123456789😀\n')])).toEqual(['123456789\ufffd']);
  expect(linesOf([Buffer.from([0x61, 0xff, 0x0a])])).toEqual(['a\ufffd']);
});
