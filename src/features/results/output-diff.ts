import { FILE_HEADERS_ONLY, formatPatch, structuredPatch } from 'diff';
import type { StructuredPatchHunk } from 'diff';
import { textOf } from './difference.ts';

/**
 * A line ends with LF; a CR before it and a leading byte order mark are part of `text`. `expected_line` and
 * `actual_line` count from 1. The two flags are present only when true.
 */
export type DiffLine = {
  kind: 'context' | 'added' | 'removed';
  expected_line?: number;
  actual_line?: number;
  text: string;
  text_truncated?: true;
  no_newline_at_end?: true;
};

/** The first line of the hunk on each side or, when it has none there, the line it follows (0: none), as in unified diffs. */
export type DiffHunk = { expected_start: number; actual_start: number; lines: DiffLine[] };

/** Totals of the whole difference, however little of it is shown. */
export type DiffSummary = { added_lines: number; removed_lines: number; changed_hunks: number };

type DiffOutcome = {
  status: 'identical' | 'different';
  /** At least one side is not text: nothing is shown and nothing counted. */
  binary: boolean;
  /** The sides differ too much to be compared line by line: every line counts as replaced. */
  whole_file: boolean;
  summary: DiffSummary;
};

export type StructuredDiff = DiffOutcome & { hunks: DiffHunk[]; truncated: boolean };
export type UnifiedDiff = DiffOutcome & { content: string; truncated: boolean };

type Comparison = DiffOutcome & { patchHunks: StructuredPatchHunk[] };

const hunksMax = 500;
const hunkLinesMax = 500;
const diffLinesMax = 20_000;
const lineCharactersMax = 1000;
const contentCharactersMax = 524_288;

// 4,000 edits are a subtitle file of 2,000 cues with every time moved. Time grows with their square: using them up was
// measured at 1.1 s for random lines and 2.3 s for periodic ones. A count, unlike a timeout, gives every reader of a
// result the same diff.
const editsMax = 4000;
const comparedLinesMax = 1_000_000;

// Half of the characters of a unified diff, in which a line takes at least two: what a replacement of a whole file does
// not list lies beyond every limit.
const listedLinesMax = contentCharactersMax / 2 + 1;

const noNewlineMarker = '\\ No newline at end of file';

/**
 * A change of more than 500 lines is split into adjacent hunks, so that only what exceeds 500 hunks or 20,000 lines is
 * left out. Unless `truncated` or `binary`, the hunks turn the expected output into the actual one exactly.
 */
export function structuredDiff(expected: Uint8Array, actual: Uint8Array, { contextLines = 3 } = {}): StructuredDiff {
  const { patchHunks, ...outcome } = compare(expected, actual, contextLines);
  const { hunks, complete } = withinLimits(splitHunks(patchHunks));
  const textTruncated = hunks.some((hunk) => hunk.lines.some((line) => line.text_truncated));
  return { ...outcome, hunks, truncated: !complete || textTruncated };
}

/** Empty when identical. A truncated content ends anywhere in a line, and its last hunk header still tells the full size. */
export function unifiedDiff(expected: Uint8Array, actual: Uint8Array, { contextLines = 3 } = {}): UnifiedDiff {
  const { patchHunks, ...outcome } = compare(expected, actual, contextLines);
  if (outcome.status === 'identical') return { ...outcome, content: '', truncated: false };
  if (outcome.binary) return { ...outcome, content: 'Binary files expected and actual differ\n', truncated: false };
  const patch = { oldFileName: 'expected', newFileName: 'actual', oldHeader: undefined, newHeader: undefined };
  const content = formatPatch({ ...patch, hunks: patchHunks }, FILE_HEADERS_ONLY);
  return { ...outcome, content: cut(content, contentCharactersMax), truncated: content.length > contentCharactersMax };
}

function compare(expected: Uint8Array, actual: Uint8Array, contextLines: number): Comparison {
  const nothing = { whole_file: false, summary: summaryOf([]), patchHunks: [] };
  if (Buffer.compare(expected, actual) === 0) return { status: 'identical', binary: false, ...nothing };
  const expectedText = textOf(expected);
  const actualText = textOf(actual);
  if (expectedText === null || actualText === null) return { status: 'different', binary: true, ...nothing };

  const lineByLine = patchLineByLine(expectedText, actualText, contextLines);
  const patchHunks = lineByLine ?? [replaceWholeFile(expectedText, actualText)];
  const whole_file = lineByLine === undefined;
  return { status: 'different', binary: false, whole_file, summary: summaryOf(patchHunks), patchHunks };
}

/** Undefined when the comparison would exceed its bounds. */
function patchLineByLine(expected: string, actual: string, contextLines: number): StructuredPatchHunk[] | undefined {
  if (countLines(expected) + countLines(actual) > comparedLinesMax) return undefined;
  const options = { context: contextLines, maxEditLength: editsMax };
  return structuredPatch('', '', expected, actual, undefined, undefined, options)?.hunks;
}

function replaceWholeFile(expected: string, actual: string): StructuredPatchHunk {
  return {
    oldStart: 1,
    oldLines: countLines(expected),
    newStart: 1,
    newLines: countLines(actual),
    lines: [...patchLines('-', expected), ...patchLines('+', actual)],
  };
}

function patchLines(sign: '-' | '+', text: string): string[] {
  const lines = text.split('\n', listedLinesMax);
  const afterLastNewline = lines.pop();
  const patch = lines.map((line) => sign + line);
  return afterLastNewline ? [...patch, sign + afterLastNewline, noNewlineMarker] : patch;
}

function countLines(text: string): number {
  let count = 0;
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) count += 1;
  return text === '' || text.endsWith('\n') ? count : count + 1;
}

/** Counts from the hunks' headers, which are true even where not every line is listed. */
function summaryOf(patchHunks: readonly StructuredPatchHunk[]): DiffSummary {
  const summary = { added_lines: 0, removed_lines: 0, changed_hunks: patchHunks.length };
  for (const { oldLines, newLines, lines } of patchHunks) {
    const contextCount = lines.filter((line) => line.startsWith(' ')).length;
    summary.added_lines += newLines - contextCount;
    summary.removed_lines += oldLines - contextCount;
  }
  return summary;
}

function* splitHunks(patchHunks: readonly StructuredPatchHunk[]): Generator<DiffHunk> {
  for (const patchHunk of patchHunks) {
    const lines = numberedLines(patchHunk);
    let expectedNext = patchHunk.oldStart;
    let actualNext = patchHunk.newStart;
    for (let first = 0; first < lines.length; first += hunkLinesMax) {
      const part = lines.slice(first, first + hunkLinesMax);
      const expectedCount = part.filter((line) => line.kind !== 'added').length;
      const actualCount = part.filter((line) => line.kind !== 'removed').length;
      yield {
        expected_start: expectedCount > 0 ? expectedNext : expectedNext - 1,
        actual_start: actualCount > 0 ? actualNext : actualNext - 1,
        lines: part,
      };
      expectedNext += expectedCount;
      actualNext += actualCount;
    }
  }
}

/** The first character of a patch line is its sign and nothing else, so content that begins with `--` or `++` is safe. */
function numberedLines({ oldStart, newStart, lines: patchLines }: StructuredPatchHunk): DiffLine[] {
  const lines: DiffLine[] = [];
  let expected_line = oldStart;
  let actual_line = newStart;
  for (const patchLine of patchLines) {
    const text = shownText(patchLine.slice(1));
    const sign = patchLine.charAt(0);
    if (sign === ' ')
      lines.push({ kind: 'context', expected_line: expected_line++, actual_line: actual_line++, ...text });
    if (sign === '-') lines.push({ kind: 'removed', expected_line: expected_line++, ...text });
    if (sign === '+') lines.push({ kind: 'added', actual_line: actual_line++, ...text });
    const last = lines.at(-1);
    if (sign === '\\' && last) last.no_newline_at_end = true;
  }
  return lines;
}

function shownText(text: string): Pick<DiffLine, 'text' | 'text_truncated'> {
  return text.length <= lineCharactersMax ? { text } : { text: cut(text, lineCharactersMax), text_truncated: true };
}

/** At most so many UTF-16 units, without half a surrogate pair at the end. */
function cut(text: string, charactersMax: number): string {
  return text.length <= charactersMax ? text : text.slice(0, charactersMax).replace(/[\uD800-\uDBFF]$/, '');
}

function withinLimits(allHunks: Iterable<DiffHunk>): { hunks: DiffHunk[]; complete: boolean } {
  const hunks: DiffHunk[] = [];
  let lineCount = 0;
  for (const hunk of allHunks) {
    lineCount += hunk.lines.length;
    if (hunks.length === hunksMax || lineCount > diffLinesMax) return { hunks, complete: false };
    hunks.push(hunk);
  }
  return { hunks, complete: true };
}
