import { expect, test } from '@jest/globals';
import { tracksOf } from './media-tracks.ts';

const report = (more: object) => JSON.stringify({ format: {}, streams: [{ codec_type: 'video' }], ...more });

test('the container comes first, without the name of the file, then each stream by its kind', () => {
  const streams = [{ index: 0, codec_type: 'video', disposition: { default: 1 } }, { index: 1 }];
  expect(tracksOf(report({ format: { filename: 'file:x', duration: '1.0' }, streams }))).toEqual([
    { kind: 'container', duration: '1.0' },
    { kind: 'video', index: 0, codec_type: 'video', disposition: { default: 1 } },
    { kind: 'unknown', index: 1 },
  ]);
});

test.each(['', 'null', '[]', '{}', '{"format":{}}', '{"format":{},"streams":[]}', '{"format":{},"streams":[1]}'])(
  'no media in %j',
  (said) => {
    expect(tracksOf(said)).toBeUndefined();
  },
);

test('what the file says can be stored and is bounded: no NUL, no half of a pair, nothing long or deep', () => {
  const tags = { 'a\0b': '\ud800x', title: '\u{1f600}'.repeat(400), deep: { er: 1 }, list: [1], none: null };
  const streams = Array.from({ length: 200 }, () => ({ codec_type: `\0${'v'.repeat(50)}`, tags }));
  const tracks = tracksOf(report({ format: { kind: 'stolen', ...tags }, streams })) ?? [];
  expect(tracks).toHaveLength(100);
  const title = '\u{1f600}'.repeat(250);
  expect(tracks[0]).toEqual({ kind: 'container', ab: '\ufffdx', title, deep: { er: 1 } });
  const codec_type = 'v'.repeat(50);
  expect(tracks[1]).toEqual({ kind: 'v'.repeat(32), codec_type, tags: { ab: '\ufffdx', title } });
  const many = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`m${index}`, index]));
  expect(Object.keys(tracksOf(report({ format: many }))?.[0] ?? {})).toHaveLength(101);
});

test('what is nested a hundred thousand times is no more than it says on top', () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  expect(tracksOf(`{"format":{"tags":${deep},"a":1},"streams":[{"codec_type":"audio"}]}`)).toEqual([
    { kind: 'container', a: 1 },
    { kind: 'audio', codec_type: 'audio' },
  ]);
});
