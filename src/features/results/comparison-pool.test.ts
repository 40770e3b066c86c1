import { describe, expect, test } from '@jest/globals';
import { inThread } from './comparison-pool.ts';
import { classifyDifference } from './difference.ts';
import { structuredDiff, unifiedDiff } from './output-diff.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const small = { expected: bytes('a\nb\nc\n'), actual: bytes('a\nB\nc\n'), contextLines: 1 };

/** Periodic lines without a match at the same place use up every edit: seconds. */
const period = (length: number, lines: number): Uint8Array =>
  bytes(Array.from({ length: lines }, (_, index) => `${index % length}\n`).join(''));
const hostile = { expected: period(7, 6000), actual: period(11, 6000), contextLines: 3 };

describe('in a thread', () => {
  test('comparing tells what it tells here', async () => {
    const { expected, actual, contextLines } = small;
    expect(await inThread('structured', small)).toEqual(structuredDiff(expected, actual, { contextLines }));
    expect(await inThread('unified', small)).toEqual(unifiedDiff(expected, actual, { contextLines }));
    expect(await inThread('classify', small)).toBe(classifyDifference(expected, actual));
  });

  test('a hostile diff leaves the event loop free, and other threads', async () => {
    await inThread('structured', small);
    const order: string[] = [];
    const note = (what: string) => () => void order.push(what);
    const diffs = [1, 2].map(() => inThread('structured', hostile).then(note('diff')));
    const others = [inThread('classify', small).then(note('class'))];
    for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
    note('loop')();
    await Promise.all([...diffs, ...others]);
    expect(order.filter((what) => what === 'diff')).toHaveLength(2);
    expect(order.slice(-2)).toEqual(['diff', 'diff']);
    expect(order[0]).not.toBe('diff');
  });
});
