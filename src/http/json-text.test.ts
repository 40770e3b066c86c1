import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { jsonTextFault } from './json-text.ts';

describe('refuses', () => {
  test.each([
    ['{"a":1,"a":2}', 'must not name "a" twice'],
    ['{"a":1,"\\u0061":2}', 'must not name "a" twice'],
    ['{"":1, "" :2}', 'must not name "" twice'],
    ['[{"b":{"c":[],"d":0,"c":{}}}]', 'must not name "c" twice'],
    ['{"__proto__":1,"__proto__":2}', 'must not name "__proto__" twice'],
    ['["\\u0000"]', 'must not contain U+0000'],
    ['{"\\u0000":1}', 'must not contain U+0000'],
    ['["\\\\\\u0000"]', 'must not contain U+0000'],
    ['["\\ud800"]', 'must not contain half of a surrogate pair'],
    ['["\\ude00\\ud83d"]', 'must not contain half of a surrogate pair'],
    ['{"\\udfff":1}', 'must not contain half of a surrogate pair'],
  ])('%s', (text, fault) => {
    JSON.parse(text);
    expect(jsonTextFault(text)).toBe(fault);
  });
});

describe('takes', () => {
  test.each([
    '{"a":{"a":{"a":1}},"b":[{"a":1},{"a":2}]}',
    '{"a":"a","b":"a"}',
    '["a","a",":","{\\"a\\":1,\\"a\\":2}"]',
    '["\\\\u0000","\\\\ud800"]',
    '["\\ud83d\\ude00","😀"]',
    '{"a\\"":1,"a":2}',
    '{"constructor":1,"toString":2}',
    '"\\\\"',
    '1e400',
  ])('%s', (text) => {
    JSON.parse(text);
    expect(jsonTextFault(text)).toBeUndefined();
  });

  test('whatever was written by JSON.stringify', () => {
    fc.assert(
      fc.property(fc.json({ stringUnit: 'grapheme' }), fc.integer({ min: 0, max: 4 }), (text, indent) => {
        fc.pre(!text.includes('\\u0000'));
        expect(jsonTextFault(JSON.stringify(JSON.parse(text), null, indent))).toBeUndefined();
      }),
    );
  });

  test('what is nested too deep for recursion', () => {
    expect(jsonTextFault('['.repeat(100_000) + ']'.repeat(100_000))).toBeUndefined();
  });

  test('one long string of escapes', () => {
    expect(jsonTextFault(JSON.stringify('\\"'.repeat(1_000_000)))).toBeUndefined();
  });
});
