import { expect, test } from '@jest/globals';
import { scoreFaults } from './bars.ts';

const good = { agentReadiness: 90, subscores: { errorClarity: 0.8, schemaSimplicity: 0.7 } };
const lowered = { schemaSimplicity: { bar: 0.7, reason: 'Deep by nature.', until: '2026-12-31' } };
const today = '2026-12-31';

test('a description on every bar passes', () => {
  expect(scoreFaults(good, lowered, today)).toEqual([]);
});

test('a mean that is its bar but for the last digit of the machine is on it', () => {
  const subscores = { ...good.subscores, errorClarity: 0.7999999999999997 };
  expect(scoreFaults({ ...good, subscores }, lowered, today)).toEqual([]);
});

test.each([
  ['the whole', { ...good, agentReadiness: 89.9 }, 'The whole is 89.9'],
  ['a part', { ...good, subscores: { ...good.subscores, errorClarity: 0.799 } }, 'errorClarity is 0.799'],
  ['a lowered part', { ...good, subscores: { ...good.subscores, schemaSimplicity: 0.699 } }, 'its bar is 0.7'],
  ['no lowered bar any more', { ...good, subscores: { ...good.subscores, schemaSimplicity: 0.8 } }, 'remove its'],
  ['a part that is gone', { ...good, subscores: { errorClarity: 1 } }, 'There is no part schemaSimplicity'],
])('%s under its bar is told', (_what, score, sentence) => {
  expect(scoreFaults(score, lowered, today)).toEqual([expect.stringContaining(sentence)]);
});

test('a lowered bar ends the day after its last', () => {
  expect(scoreFaults(good, lowered, '2027-01-01')).toEqual([
    'The lowered bar of schemaSimplicity ended on 2026-12-31.',
  ]);
});
