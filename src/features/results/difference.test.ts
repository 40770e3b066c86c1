import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { classifyDifference, textOf, timeShiftMs } from './difference.ts';
import type { DifferenceClass } from './difference.ts';
import { structuredDiff } from './output-diff.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const classify = (expected: string | null, actual: string | null): DifferenceClass =>
  classifyDifference(expected === null ? null : bytes(expected), actual === null ? null : bytes(actual));

const srt = '1\n00:00:01,000 --> 00:00:02,500\nHello\n\n2\n00:59:59,900 --> 01:00:00,100\nWorld\n';
const vtt = 'WEBVTT\n\n00:01.000 --> 00:02.500 line:90%\nHello\n\n59:59.900 --> 01:00:00.100\nWorld\n';
const shiftedVtt = 'WEBVTT\n\n00:02.000 --> 00:03.500 line:90%\nHello\n\n01:00:00.900 --> 01:00:01.100\nWorld\n';

describe('classifyDifference', () => {
  test.each<[string, DifferenceClass, string | null, string | null]>([
    ['equal outputs', 'identical', 'a\n', 'a\n'],
    ['two empty outputs', 'identical', '', ''],
    ['an output that was not produced', 'missing_actual', 'a\n', null],
    ['an output missing on both sides', 'missing_actual', null, null],
    ['an output without an approved content', 'missing_expected', null, 'a\n'],
    ['an empty output without an approved content', 'missing_expected', null, ''],
    ['an output that became empty', 'empty', 'a\n', ''],
    ['a lone byte order mark that became empty', 'empty', '\uFEFF', ''],
    ['an added byte order mark', 'byte_order_mark', 'a\n', '\uFEFFa\n'],
    ['a removed byte order mark', 'byte_order_mark', '\uFEFFa\n', 'a\n'],
    ['a byte order mark where nothing was expected', 'byte_order_mark', '', '\uFEFF'],
    ['a text reduced to its byte order mark', 'lines_changed', '\uFEFFa\n', '\uFEFF'],
    ['a byte order mark beside another change', 'lines_changed', 'a\n', '\uFEFFb\n'],
    ['a byte order mark beside a line ending', 'lines_changed', 'a\n', '\uFEFFa\r\n'],
    ['a byte order mark beside trailing space', 'lines_changed', '\uFEFF', '\n'],
    ['CR LF for LF', 'line_endings', 'a\nb\n', 'a\r\nb\r\n'],
    ['CR for CR LF', 'line_endings', 'a\r\nb\r\n', 'a\rb\r'],
    ['one line ending of several', 'line_endings', 'a\nb\n', 'a\r\nb\n'],
    ['spaces and tabs before a line ending', 'trailing_space', 'a\nb\n', 'a \t\nb\n'],
    ['no-break space before a line ending', 'trailing_space', 'a\nb\n', 'a\u00A0\nb\n'],
    ['a missing newline at the end', 'trailing_space', 'a\n', 'a'],
    ['empty lines at the end', 'trailing_space', 'a\n', 'a\n \n\n'],
    ['a newline where nothing was expected', 'trailing_space', '', '\n'],
    ['spaces before a lone CR', 'trailing_space', 'a\rb\r', 'a \rb\r'],
    ['trailing space beside line endings', 'trailing_space', 'a\nb\n', 'a \r\nb\r\n'],
    ['leading space', 'lines_changed', 'a\n', ' a\n'],
    ['an empty line in the middle', 'lines_added', 'a\nb\n', 'a\n\nb\n'],
    ['lines added anywhere', 'lines_added', 'b\nd\n', 'a\nb\nc\nd\ne\n'],
    ['lines where nothing was expected', 'lines_added', '', 'a\n'],
    ['lines removed anywhere', 'lines_removed', 'a\nb\nc\n', 'b\n'],
    ['a repeated line removed', 'lines_removed', 'a\na\n', 'a\n'],
    ['lines in another order', 'lines_changed', 'a\nb\n', 'b\na\n'],
    ['a line added after a last line without newline', 'lines_changed', 'a', 'a\nb\n'],
    ['NUL in the actual output', 'binary', 'a\n', 'a\0\n'],
    ['NUL in the expected output', 'binary', 'a\0\n', 'a\n'],
  ])('calls %s %s', (_what, difference, expected, actual) => {
    expect(classify(expected, actual)).toBe(difference);
  });

  test('calls bytes that are not UTF-8 on either side binary', () => {
    expect(classifyDifference(latin1('caf\xe9\n'), bytes('café\n'))).toBe('binary');
    expect(classifyDifference(bytes('café\n'), latin1('caf\xe9\n'))).toBe('binary');
    expect(classifyDifference(latin1('caf\xe9'), latin1('caf\xe9'))).toBe('identical');
    expect(classifyDifference(latin1('caf\xe9'), bytes(''))).toBe('empty');
    expect(classifyDifference(latin1('caf\xe9'), latin1('\xef\xbb\xbfcaf\xe9'))).toBe('byte_order_mark');
  });

  test('has swapped classes for swapped sides', () => {
    const swapped: Partial<Record<DifferenceClass, DifferenceClass>> = {
      lines_added: 'lines_removed',
      lines_removed: 'lines_added',
      missing_actual: 'missing_expected',
      missing_expected: 'missing_actual',
    };
    const output = fc.option(fc.string({ unit: fc.constantFrom('a', 'b', '\n', '\r', ' ', '\uFEFF'), minLength: 1 }));
    fc.assert(
      fc.property(output, output, (expected, actual) => {
        fc.pre(expected !== null || actual !== null);
        const difference = classify(expected, actual);
        expect(classify(actual, expected)).toBe(swapped[difference] ?? difference);
        expect(difference === 'identical').toBe(expected === actual);
      }),
      { numRuns: 500 },
    );
  });

  test('says that lines were only added or removed exactly when the diff does', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n'), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(text, text, (expected, actual) => {
        const difference = classify(expected, actual);
        fc.pre(difference.startsWith('lines_'));
        const { summary } = structuredDiff(bytes(expected), bytes(actual));
        expect(difference === 'lines_added').toBe(summary.removed_lines === 0);
        expect(difference === 'lines_removed').toBe(summary.added_lines === 0);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the time shift', () => {
  const shiftedSrt = '1\n00:00:02,400 --> 00:00:03,900\nHello\n\n2\n01:00:01,300 --> 01:00:01,500\nWorld\n';
  const oneCueShifted = srt.replace('00:00:01,000 --> 00:00:02,500', '00:00:01,100 --> 00:00:02,600');
  const startsShifted = srt.replace('00:00:01,000', '00:00:00,000').replace('00:59:59,900', '00:59:58,900');
  const inText = 'a 00:00:01,000 --> 00:00:02,000\n';

  test.each<[string, number | null, string, string]>([
    ['SRT cues', 1400, srt, shiftedSrt],
    ['SRT cues with CR LF', 1400, srt.replaceAll('\n', '\r\n'), shiftedSrt.replaceAll('\n', '\r\n')],
    ['WebVTT cues that pass an hour', 1000, vtt, shiftedVtt],
    ['one cue only', null, srt, oneCueShifted],
    ['starts only', null, srt, startsShifted],
    ['cues with another text', null, srt, shiftedSrt.replace('Hello', 'Hi')],
    ['cues with another separator in starts', null, vtt, shiftedVtt.replaceAll(/\.(?=\d+ -->)/g, ',')],
    ['cues with another separator in ends', null, vtt, shiftedVtt.replaceAll(/(?<=--> [\d:]+)\./g, ',')],
    ['cues written differently at the same times', null, vtt, vtt.replace('00:01.000', '00:00:01.000')],
    ['cues after which another follows', null, srt, `${shiftedSrt}\n3\n01:00:02,000 --> 01:00:03,000\nMore\n`],
    ['times within the text', null, inText, inText.replaceAll('00:00', '00:01')],
  ])('of %s is %s', (_what, shiftMs, expected, actual) => {
    expect(timeShiftMs(expected, actual)).toBe(shiftMs);
    expect(classify(expected, actual) === 'time_shift').toBe(shiftMs !== null);
  });

  test('is the amount by which every cue was moved', () => {
    const cue = fc.record({
      startMs: fc.nat(3_000_000),
      durationMs: fc.nat(10_000),
      text: fc.constantFrom('Hello', '-->', ''),
    });
    const shift = fc.integer({ min: 1, max: 90_000_000 });
    fc.assert(
      fc.property(fc.array(cue, { minLength: 1 }), shift, fc.constantFrom('\n', '\r\n'), (cues, shiftMs, eol) => {
        const write = (byMs: number): string =>
          cues
            .map((c, index) => [
              index + 1,
              `${stamp(c.startMs + byMs)} --> ${stamp(c.startMs + c.durationMs + byMs)}`,
              c.text,
              '',
            ])
            .map((lines) => lines.join(eol))
            .join(eol);
        expect(timeShiftMs(write(0), write(shiftMs))).toBe(shiftMs);
        expect(timeShiftMs(write(shiftMs), write(0))).toBe(-shiftMs);
        expect(classify(write(0), write(shiftMs))).toBe('time_shift');
      }),
    );
  });

  function stamp(timeMs: number): string {
    const hours = String(Math.floor(timeMs / 3_600_000)).padStart(2, '0');
    return `${hours}:${new Date(timeMs % 3_600_000).toISOString().slice(14, 23).replace('.', ',')}`;
  }
});

test('textOf keeps byte order mark and line endings and refuses what is not text', () => {
  expect(textOf(bytes('\uFEFFa\r\n'))).toBe('\uFEFFa\r\n');
  expect(textOf(bytes(''))).toBe('');
  expect(textOf(bytes('\0'))).toBeNull();
  expect(textOf(latin1('\xff'))).toBeNull();
});
