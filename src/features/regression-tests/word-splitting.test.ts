import { expect, test } from '@jest/globals';
import { wordsOf } from './word-splitting.ts';

test('quotes and backslashes make words, and nothing is expanded', () => {
  expect(wordsOf(`--format 'a b' "c d" e\\ f $HOME * ~`)).toEqual(['--format', 'a b', 'c d', 'e f', '$HOME', '*', '~']);
  expect(wordsOf('')).toEqual([]);
  expect(wordsOf(`''`)).toEqual(['']);
});

test.each([`'open`, `"open`, `a\\`, `"open\\"`, `a 'b "c`])(
  '%s has no words, for a quote in it is never closed',
  (text) => {
    expect(wordsOf(text)).toBeUndefined();
  },
);

test('a dollar sign before a quote does not make C quoting, which no worker does', () => {
  expect(wordsOf(`$'a\\'`)).toEqual([`$a\\`]);
  expect(wordsOf(`$'a\\'b'`)).toBeUndefined();
});
