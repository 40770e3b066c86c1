import { describe, expect, test } from '@jest/globals';
import { applyPatch } from 'diff';
import fc from 'fast-check';
import { structuredDiff, unifiedDiff } from './output-diff.ts';
import type { StructuredDiff } from './output-diff.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const diff = (expected: string, actual: string, contextLines = 3): StructuredDiff =>
  structuredDiff(bytes(expected), bytes(actual), { contextLines });
const unified = (expected: string, actual: string): string => unifiedDiff(bytes(expected), bytes(actual)).content;
const numbered = (count: number, prefix: string): string =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}\n`).join('');
const everyTenthChanged = (count: number): string =>
  Array.from({ length: count }, (_, index) => (index % 10 === 5 ? `new ${index}\n` : `${index}\n`)).join('');
const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** Replays the hunks, checking each number against the place where it is used. */
function applyHunks(expected: string, { hunks }: StructuredDiff): string {
  const expectedLines = linesOf(expected);
  const actualLines: string[] = [];
  let taken = 0;
  for (const hunk of hunks) {
    const firstExpected = hunk.lines.find((line) => line.kind !== 'added');
    const firstActual = hunk.lines.find((line) => line.kind !== 'removed');
    const untouchedUntil = firstExpected ? hunk.expected_start - 1 : hunk.expected_start;
    while (taken < untouchedUntil) actualLines.push(expectedLines[taken++] ?? 'beyond the end');
    expect(hunk.expected_start).toBe(firstExpected?.expected_line ?? taken);
    expect(hunk.actual_start).toBe(firstActual?.actual_line ?? actualLines.length);
    for (const line of hunk.lines) {
      const content = line.text + (line.no_newline_at_end ? '' : '\n');
      if (line.kind !== 'added') expect([line.expected_line, content]).toEqual([taken + 1, expectedLines[taken++]]);
      else expect(line.expected_line).toBeUndefined();
      if (line.kind !== 'removed') expect(line.actual_line).toBe(actualLines.push(content));
      else expect(line.actual_line).toBeUndefined();
    }
  }
  return [...actualLines, ...expectedLines.slice(taken)].join('');
}

const outputText = fc
  .array(
    fc.constantFrom('a', 'b', '--', '++', '-- a', '++ b', '@@ -1,1 +1,1 @@', '\\ No newline at end of file', '\r', ' '),
  )
  .chain((lines) => fc.constantFrom(lines.join('\n'), lines.map((line) => `${line}\n`).join(''), lines.join('\r\n')));
const output = fc.oneof(
  outputText,
  outputText.map((text) => `\uFEFF${text}`),
  fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\0', '')),
);

describe('structuredDiff', () => {
  test('turns any expected output into the actual one, with right numbers', () => {
    fc.assert(
      fc.property(output, output, fc.integer({ min: 1, max: 50 }), (expected, actual, contextLines) => {
        const result = diff(expected, actual, contextLines);
        expect(applyHunks(expected, result)).toBe(actual);
        expect(result.status).toBe(expected === actual ? 'identical' : 'different');
        expect(result).toMatchObject({ binary: false, whole_file: false, truncated: false });
      }),
      { numRuns: 1000 },
    );
  });

  test('counts what its hunks show', () => {
    fc.assert(
      fc.property(output, output, (expected, actual) => {
        const { hunks, summary } = diff(expected, actual);
        const kinds = hunks.flatMap((hunk) => hunk.lines.map((line) => line.kind));
        expect(summary).toEqual({
          added_lines: kinds.filter((kind) => kind === 'added').length,
          removed_lines: kinds.filter((kind) => kind === 'removed').length,
          changed_hunks: hunks.length,
        });
      }),
    );
  });

  test('shows as many lines of context as asked for, three unless told', () => {
    const expected = numbered(200, 'line ');
    const actual = expected.replace('line 100\n', 'changed\n');
    expect(diff(expected, actual, 1).hunks[0]?.lines).toHaveLength(4);
    expect(diff(expected, actual, 50).hunks[0]?.lines).toHaveLength(102);
    expect(structuredDiff(bytes(expected), bytes(actual)).hunks[0]?.lines).toHaveLength(8);
  });

  test('has content for lines that look like headers of a patch', () => {
    const { hunks, summary } = diff('-- old\n++ same\n', '++ new\n++ same\n');
    expect(summary).toEqual({ added_lines: 1, removed_lines: 1, changed_hunks: 1 });
    expect(hunks[0]?.lines).toEqual([
      { kind: 'removed', expected_line: 1, text: '-- old' },
      { kind: 'added', actual_line: 1, text: '++ new' },
      { kind: 'context', expected_line: 2, actual_line: 2, text: '++ same' },
    ]);
  });

  test('shows line endings and byte order mark in the text', () => {
    const [removed, added] = diff('a\n', '\uFEFFa\r\n').hunks[0]?.lines ?? [];
    expect([removed?.text, added?.text]).toEqual(['a', '\uFEFFa\r']);
  });

  test('tells a line without newline from one with it', () => {
    expect(diff('a\n', 'a').hunks[0]?.lines).toEqual([
      { kind: 'removed', expected_line: 1, text: 'a' },
      { kind: 'added', actual_line: 1, text: 'a', no_newline_at_end: true },
    ]);
  });

  test('starts at line 0 on the side that has no line', () => {
    expect(diff('', 'a\n').hunks).toMatchObject([{ expected_start: 0, actual_start: 1 }]);
    expect(diff('a\n', '').hunks).toMatchObject([{ expected_start: 1, actual_start: 0 }]);
  });

  test('of binary outputs shows and counts nothing, and differs', () => {
    const nothing = { hunks: [], summary: { added_lines: 0, removed_lines: 0, changed_hunks: 0 }, truncated: false };
    expect(diff('a\0', 'a\n')).toMatchObject({ status: 'different', binary: true, ...nothing });
    expect(structuredDiff(bytes('a\n'), Uint8Array.of(0xff))).toMatchObject({
      status: 'different',
      binary: true,
      ...nothing,
    });
    expect(structuredDiff(Uint8Array.of(0xff), Uint8Array.of(0xff))).toMatchObject({
      status: 'identical',
      binary: false,
    });
  });

  test('splits a long change into adjacent hunks of at most 500 lines and loses none', () => {
    const expected = numbered(5, 'kept ') + numbered(700, 'old ') + numbered(5, 'end ');
    const actual = numbered(5, 'kept ') + numbered(1200, 'new ') + numbered(5, 'end ');
    const result = diff(expected, actual);
    expect(result.hunks.map((hunk) => hunk.lines.length)).toEqual([500, 500, 500, 406]);
    expect(result.summary).toEqual({ added_lines: 1200, removed_lines: 700, changed_hunks: 1 });
    expect(result.truncated).toBe(false);
    expect(applyHunks(expected, result)).toBe(actual);
  });

  test('stops at 500 hunks and still counts every change', () => {
    const exact = diff(numbered(5000, ''), everyTenthChanged(5000));
    expect([exact.hunks.length, exact.truncated]).toEqual([500, false]);
    const over = diff(numbered(5010, ''), everyTenthChanged(5010));
    expect([over.hunks.length, over.truncated]).toEqual([500, true]);
    expect(over.summary).toEqual({ added_lines: 501, removed_lines: 501, changed_hunks: 501 });
  });

  test('stops at 20,000 lines and still counts every change', () => {
    const exact = diff('', numbered(20_000, ''));
    expect([exact.hunks.length, exact.truncated]).toEqual([40, false]);
    const over = diff('', numbered(20_001, ''));
    expect([over.hunks.length, over.truncated]).toEqual([40, true]);
    expect(over.summary.added_lines).toBe(20_001);
  });

  test('cuts a text at 1,000 characters, says so, and never splits a surrogate pair', () => {
    const actual = ['x'.repeat(1000), 'x'.repeat(1001), `${'x'.repeat(999)}😀`, `${'x'.repeat(998)}😀y`];
    const result = diff('', actual.join('\n'));
    expect(
      result.hunks[0]?.lines.map((line) => [line.text.length, line.text_truncated, line.text.isWellFormed()]),
    ).toEqual([
      [1000, undefined, true],
      [1000, true, true],
      [999, true, true],
      [1000, true, true],
    ]);
    expect(result.truncated).toBe(true);
    expect(diff('', 'x'.repeat(1000)).truncated).toBe(false);
  });
});

describe('a difference beyond the bounds of a comparison', () => {
  const expected = numbered(2000, 'old ');
  const actual = `${numbered(2000, 'new ')}end`;

  test('replaces the whole file, says so, and is still exact', () => {
    const result = diff(expected, actual);
    expect(result).toMatchObject({ status: 'different', whole_file: true, truncated: false });
    expect(result.summary).toEqual({ added_lines: 2001, removed_lines: 2000, changed_hunks: 1 });
    expect(applyHunks(expected, result)).toBe(actual);
    expect(applyPatch(expected, unified(expected, actual), { autoConvertLineEndings: false })).toBe(actual);
  });

  test('is not met by 4,000 edits', () => {
    expect(diff(expected, numbered(2000, 'new ')).whole_file).toBe(false);
  });

  test('is met by more than a million lines, whose totals stay true', () => {
    const expected = '\n'.repeat(600_000);
    const structured = diff(expected, ` \n${expected}`);
    expect(structured).toMatchObject({ whole_file: true, truncated: true });
    expect(structured.summary).toEqual({ added_lines: 600_001, removed_lines: 600_000, changed_hunks: 1 });
    const { content, truncated } = unifiedDiff(bytes(expected), bytes(` \n${expected}`));
    const headers = '--- expected\n+++ actual\n@@ -1,600000 +1,600001 @@\n';
    expect(content === `${headers}${'-\n'.repeat(600_000)}`.slice(0, 524_288)).toBe(true);
    expect(truncated).toBe(true);
  });
});

describe('unifiedDiff', () => {
  test('is a patch that turns any expected output into the actual one', () => {
    fc.assert(
      fc.property(output, output, (expected, actual) => {
        const { content, truncated, status } = unifiedDiff(bytes(expected), bytes(actual));
        expect(status).toBe(expected === actual ? 'identical' : 'different');
        expect(truncated).toBe(false);
        if (expected === actual) expect(content).toBe('');
        else expect(applyPatch(expected, content, { autoConvertLineEndings: false })).toBe(actual);
      }),
      { numRuns: 500 },
    );
  });

  test('has the conventional form', () => {
    expect(unified('a\nb\n', 'a\nc')).toBe(
      '--- expected\n+++ actual\n@@ -1,2 +1,2 @@\n a\n-b\n+c\n\\ No newline at end of file\n',
    );
    expect(unified('a\0', 'a')).toBe('Binary files expected and actual differ\n');
  });

  test('is cut at 524,288 characters without half a surrogate pair', () => {
    const before = unified('', 'x').indexOf('+x') + 1;
    const after = '\n\\ No newline at end of file\n'.length;
    const fits = 'x'.repeat(524_288 - before - after);
    expect(unifiedDiff(bytes(''), bytes(fits))).toMatchObject({ truncated: false });
    expect(unifiedDiff(bytes(''), bytes(`${fits}x`))).toMatchObject({ truncated: true });
    const split = unifiedDiff(bytes(''), bytes(`${'x'.repeat(524_287 - before)}😀`));
    expect(split.content).toHaveLength(524_287);
    expect(split.content.isWellFormed()).toBe(true);
    expect(split.truncated).toBe(true);
  });
});
