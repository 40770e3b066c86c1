/**
 * Two different outputs are in the first class, in this order, that tells the whole difference: no other difference
 * hides behind it. `lines_changed` is what no narrower class tells.
 */
export type DifferenceClass =
  | 'identical'
  | 'missing_actual'
  | 'missing_expected'
  | 'empty'
  | 'byte_order_mark'
  | 'binary'
  | 'line_endings'
  | 'trailing_space'
  | 'time_shift'
  | 'lines_added'
  | 'lines_removed'
  | 'lines_changed';

// `ignoreBOM` means that a leading byte order mark stays in the text.
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const byteOrderMark = Buffer.from('\uFEFF');
const unicodeWhiteSpace = /\p{White_Space}/u;
const cueTime = String.raw`(?:\d+:)?\d{2}:\d{2}[.,]\d{3}`;
const cueTiming = new RegExp(String.raw`^(${cueTime})([ \t]+-->[ \t]+)(${cueTime})(?=\s|$)`, 'gm');

/** null means missing. An output missing on both sides is `missing_actual`, as its verdict is `missing_output`. */
export function classifyDifference(expected: Uint8Array | null, actual: Uint8Array | null): DifferenceClass {
  if (actual === null) return 'missing_actual';
  if (expected === null) return 'missing_expected';
  if (Buffer.compare(expected, actual) === 0) return 'identical';
  if (actual.length === 0) return 'empty';
  if (Buffer.compare(withoutByteOrderMark(expected), withoutByteOrderMark(actual)) === 0) return 'byte_order_mark';

  const expectedText = textOf(expected);
  const actualText = textOf(actual);
  if (expectedText === null || actualText === null) return 'binary';
  return classifyTextDifference(expectedText, actualText);
}

/** The text with its byte order mark and line endings as they are; null when the bytes are not UTF-8 or contain NUL. */
export function textOf(bytes: Uint8Array): string | null {
  if (bytes.includes(0)) return null;
  try {
    return utf8.decode(bytes);
  } catch {
    return null;
  }
}

/** How much later all cues are, SRT or WebVTT; null when anything else differs or the cues moved unequally. */
export function timeShiftMs(expected: string, actual: string): number | null {
  const before = cueTimesOf(expected);
  const after = cueTimesOf(actual);
  if (before.remainder !== after.remainder) return null;
  const shifts = new Set(after.timesMs.map((timeMs, index) => timeMs - (before.timesMs[index] ?? NaN)));
  const [shiftMs = 0] = shifts;
  return shifts.size === 1 && shiftMs !== 0 ? shiftMs : null;
}

function classifyTextDifference(expected: string, actual: string): DifferenceClass {
  if (withUniformLineEndings(expected) === withUniformLineEndings(actual)) return 'line_endings';
  if (withoutTrailingSpace(expected) === withoutTrailingSpace(actual)) return 'trailing_space';
  if (timeShiftMs(expected, actual) !== null) return 'time_shift';

  const expectedLines = linesOf(expected);
  const actualLines = linesOf(actual);
  if (isSubsequence(expectedLines, actualLines)) return 'lines_added';
  if (isSubsequence(actualLines, expectedLines)) return 'lines_removed';
  return 'lines_changed';
}

function withoutByteOrderMark(bytes: Uint8Array): Uint8Array {
  const length = byteOrderMark.length;
  return byteOrderMark.equals(bytes.subarray(0, length)) ? bytes.subarray(length) : bytes;
}

function withUniformLineEndings(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** White space before a line's end and after the last text. A line ending is white space too: CR LF becomes LF. */
function withoutTrailingSpace(text: string): string {
  const lines = withUniformLineEndings(text).split('\n').map(withoutWhiteSpaceAtEnd);
  return lines.slice(0, lines.findLastIndex((line) => line !== '') + 1).join('\n');
}

/** Not `trimEnd`, which takes U+FEFF away; not a regular expression, which is quadratic on long inner white space. */
function withoutWhiteSpaceAtEnd(line: string): string {
  let end = line.length;
  while (end > 0 && unicodeWhiteSpace.test(line.charAt(end - 1))) end -= 1;
  return line.slice(0, end);
}

/** The remainder has NUL, which no text contains, for each time, and keeps its decimal separator. */
function cueTimesOf(text: string): { remainder: string; timesMs: number[] } {
  const timesMs: number[] = [];
  const remainder = text.replace(cueTiming, (_timing, start: string, arrow: string, end: string) => {
    timesMs.push(toMs(start), toMs(end));
    return `\0${start.at(-4)}${arrow}\0${end.at(-4)}`;
  });
  return { remainder, timesMs };
}

function toMs(time: string): number {
  const [milliseconds = 0, seconds = 0, minutes = 0, hours = 0] = time.split(/[:.,]/).map(Number).reverse();
  return ((hours * 60 + minutes) * 60 + seconds) * 1000 + milliseconds;
}

/** Lines keep their line feed, so a last line that gains or loses it is another line, as in a diff. */
function linesOf(text: string): string[] {
  return text === '' ? [] : text.split(/(?<=\n)/);
}

function isSubsequence(fewer: readonly string[], more: readonly string[]): boolean {
  let found = 0;
  for (const line of more) if (line === fewer[found]) found += 1;
  return found === fewer.length;
}
