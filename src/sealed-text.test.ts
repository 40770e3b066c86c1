import { expect, test } from '@jest/globals';
import { openText, sealText } from './sealed-text.ts';
import { newToken } from './secrets.ts';

const secret = newToken('spcs');
const text = newToken('spci');

test('what is sealed is opened by its secret, and is the same twice never', () => {
  const sealed = sealText(secret, text);
  expect(openText(secret, sealed)).toBe(text);
  expect(sealed.toString('latin1')).not.toContain(text);
  expect(sealText(secret, text)).not.toEqual(sealed);
});

test('another secret opens nothing, nor does a bit that changed', () => {
  const sealed = sealText(secret, text);
  expect(() => openText(newToken('spcs'), sealed)).toThrow();
  for (const at of [0, 12, 28, sealed.length - 1]) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(() => openText(secret, changed)).toThrow();
  }
  expect(() => openText(secret, sealed.subarray(0, 20))).toThrow();
});
