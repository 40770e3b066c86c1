import { describe, expect, test } from '@jest/globals';
import { randomBytes, randomUUID } from 'node:crypto';
import type { Key } from '../../secrets.ts';
import { createSealing } from './sealing.ts';

const text = 'promise-token-as-it-came';
const owner = { purpose: 'preflight', jobId: randomUUID(), siteId: 7 };
const key = (kid: string): Key => ({ kid, secret: randomBytes(32) });
const [first, second] = [key('k1'), key('k2')];
const sealing = createSealing({ active: first, all: [first] });
const rotated = createSealing({ active: second, all: [second, first] });
const dropped = createSealing({ active: second, all: [second] });

describe('what is sealed', () => {
  test('names version and key, shows nothing of the text, and is the same twice never', () => {
    const sealed = sealing.seal(text, owner);
    const [version, kid, iv = '', tag = '', rest = ''] = sealed.split('.');
    expect([version, kid]).toEqual(['v1', 'k1']);
    expect([iv, tag, rest].map((part) => Buffer.from(part, 'base64url').length)).toEqual([12, 16, text.length]);
    expect(sealed).not.toContain(text);
    expect(new Set([1, 2, 3].map(() => sealing.seal(text, owner).split('.')[2])).size).toBe(3);
  });

  test.each(['', text, 'ä\u0000€', 'x'.repeat(20_000)])('is opened as it was: %.20j', (original) => {
    expect(sealing.open(sealing.seal(original, owner), owner)).toEqual({ kind: 'opened', text: original });
  });

  test.each([
    ['another purpose', { ...owner, purpose: 'fixes' }],
    ['another job', { ...owner, jobId: randomUUID() }],
    ['another site', { ...owner, siteId: 8 }],
  ])('is not opened for %s', (_, other) => {
    expect(sealing.open(sealing.seal(text, owner), other)).toEqual({ kind: 'not_authentic' });
  });

  test('is not opened for parts that only joined are the same', () => {
    for (const between of [',', '","', '|', '\0', '']) {
      const sealed = sealing.seal(text, { purpose: `a${between}b`, jobId: 'c', siteId: 7 });
      expect(sealing.open(sealed, { purpose: 'a', jobId: `b${between}c`, siteId: 7 })).toEqual({
        kind: 'not_authentic',
      });
    }
  });

  test('has one spelling', () => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const parts = sealing.seal(text, owner).split('.');
    const tag = parts[3] ?? '';
    const other = `${tag.slice(0, -1)}${alphabet[alphabet.indexOf(tag.slice(-1)) ^ 1]}`;
    expect(Buffer.from(other, 'base64url')).toEqual(Buffer.from(tag, 'base64url'));
    expect(sealing.open(parts.with(3, other).join('.'), owner)).toEqual({ kind: 'not_authentic' });
  });

  test('is not opened with any of its characters changed', () => {
    const sealed = sealing.seal(text, owner);
    for (let at = sealed.indexOf('.', 3) + 1; at < sealed.length; at += 1) {
      const changed = `${sealed.slice(0, at)}${sealed[at] === 'A' ? 'B' : 'A'}${sealed.slice(at + 1)}`;
      expect([at, sealing.open(changed, owner)]).toEqual([at, { kind: 'not_authentic' }]);
    }
  });

  test.each(['', text, 'v1.k1', 'v2.k1.AAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAA.AAAA', 'v1.k1.AAAA.AAAA.AAAA'])(
    'is not whatever else stands there: %j',
    (other) => expect(sealing.open(other, owner)).toEqual({ kind: 'not_authentic' }),
  );

  test('cut short, or grown, is not opened', () => {
    const sealed = sealing.seal(text, owner);
    for (const other of [sealed.slice(0, -4), `${sealed}AAAA`, `${sealed}=`, ` ${sealed}`, `${sealed}\n`])
      expect(sealing.open(other, owner)).toEqual({ kind: 'not_authentic' });
  });
});

describe('rotation', () => {
  test('a new key seals, and the old one still opens', () => {
    const old = sealing.seal(text, owner);
    expect(rotated.open(old, owner)).toEqual({ kind: 'opened', text });
    expect(rotated.seal(text, owner)).toMatch(/^v1\.k2\./);
  });

  test('what a dropped key sealed says which key is missing', () => {
    const old = sealing.seal(text, owner);
    expect(dropped.open(old, owner)).toEqual({ kind: 'key_unavailable', kid: 'k1' });
    expect(dropped.reseal(old, owner)).toEqual({ kind: 'key_unavailable', kid: 'k1' });
  });

  test('another key of the same name opens nothing', () => {
    const other = key('k1');
    const sealed = sealing.seal(text, owner);
    expect(createSealing({ active: other, all: [other] }).open(sealed, owner)).toEqual({ kind: 'not_authentic' });
  });

  test('what is sealed anew outlives the old key, for the same owner alone', () => {
    const resealed = rotated.reseal(sealing.seal(text, owner), owner);
    if (resealed.kind !== 'resealed') throw new Error(resealed.kind);
    expect(dropped.open(resealed.sealed, owner)).toEqual({ kind: 'opened', text });
    expect(dropped.open(resealed.sealed, { ...owner, siteId: 8 })).toEqual({ kind: 'not_authentic' });
    expect(rotated.reseal(resealed.sealed, owner)).toEqual(resealed);
  });

  test('nothing is sealed anew for another owner', () => {
    expect(rotated.reseal(sealing.seal(text, owner), { ...owner, siteId: 8 })).toEqual({ kind: 'not_authentic' });
  });
});
