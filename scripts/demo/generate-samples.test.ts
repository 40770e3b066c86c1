import { expect, test } from '@jest/globals';
import { popOnBytePairs } from './cea608.ts';
import { framesPerSecond, generatedSamples, readCueList } from './generate-samples.ts';
import { readSample, samples } from './suite.ts';

/** What stands in front of each pair: "GA94", caption data, one pair, field 1. */
const pairPrefix = Buffer.from([...Buffer.from('GA94'), 0x03, 0xc1, 0xff, 0xfc]);
const outOfBoundsPreamble = '1070';

async function committedPairs(name: string): Promise<string[]> {
  const sample = samples.find((each) => each.name === name);
  if (sample === undefined) throw new Error(`no sample ${name}`);
  const bytes = await readSample(sample);
  const pairs: string[] = [];
  for (let at = bytes.indexOf(pairPrefix); at !== -1; at = bytes.indexOf(pairPrefix, at + 1)) {
    const start = at + pairPrefix.length;
    pairs.push(bytes.toString('hex', start, start + 2));
  }
  return pairs;
}

test.each(generatedSamples)('the committed %s carries the byte pairs of its cue list', async (name) => {
  const pairs = popOnBytePairs(readCueList(name), framesPerSecond).map((pair) => pair.toString('hex'));
  expect(await committedPairs(name)).toEqual(pairs);
});

test.each(generatedSamples)('every byte of %s has odd parity', async (name) => {
  const bytes = (await committedPairs(name)).flatMap((pair) => [...Buffer.from(pair, 'hex')]);
  expect(bytes.filter((byte) => byte.toString(2).replaceAll('0', '').length % 2 === 0)).toEqual([]);
});

test('one preamble, sent twice, is out of bounds', async () => {
  const isOutOfBounds = (pair: string): boolean => pair === outOfBoundsPreamble;
  expect((await committedPairs('row-out-of-bounds')).filter(isOutOfBounds)).toHaveLength(2);
  expect((await committedPairs('pop-on')).filter(isOutOfBounds)).toHaveLength(0);
});

test('cues without the frames to load them are refused', () => {
  const cue = { start_ms: 100, end_ms: 500, rows: [{ row: 14, column: 0, text: 'Too early' }] };
  expect(() => popOnBytePairs({ duration_ms: 1000, cues: [cue] }, framesPerSecond)).toThrow(/leave more time/);
});
