import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { request } from 'node:http';
import { promiseTokenHeader } from '../../credential-names.ts';
import { startScriptedServer, type ScriptedServer } from '../../testing/http-server.ts';
import { usablePromiseToken } from './promise-token-header.ts';

let server: ScriptedServer;
beforeAll(async () => void (server = await startScriptedServer((response) => response.end())));
afterAll(async () => server[Symbol.asyncDispose]());

/** Names and values in turn, as they go over the wire. */
async function sent(...headers: readonly string[]): Promise<string | undefined> {
  await new Promise((resolve, reject) => {
    const asking = request(server.url, { headers: ['Host', 'localhost', ...headers] }, (response) => {
      response.resume().on('end', resolve);
    });
    asking.on('error', reject).end();
  });
  return usablePromiseToken(server.seen.at(-1)?.headers[promiseTokenHeader.toLowerCase()]);
}

test.each([
  ['as it is', 'abc', 'abc'],
  ['without what is around it', '  \tabc ', 'abc'],
  ['percent-decoded', 'a%3A%3Ab%2Fc%20d%2C', 'a::b/c d,'],
  ['in UTF-8', '%C3%A4', 'ä'],
  ['literally, where a percent sign is malformed', ' 100%::%zz ', '100%::%zz'],
  ['literally, where it is no UTF-8', '%ff', '%ff'],
  ['with its plus signs and padding', 'a+b/c==', 'a+b/c=='],
  ['as it is, in capitals', 'AbC.dEf', 'AbC.dEf'],
])('a token is taken %s', async (_, value, expected) => {
  expect(await sent('X-Promise-Token', value)).toBe(expected);
});

test.each(['x-promise-token', 'X-PROMISE-TOKEN', 'x-Promise-Token'])('a token is found under %s', async (name) => {
  expect(await sent(name, 'abc')).toBe('abc');
});

test.each([
  ['none', []],
  ['an empty one', ['X-Promise-Token', '']],
  ['blanks', ['X-Promise-Token', '   ']],
  ['decoded blanks', ['X-Promise-Token', '%20%09%0A']],
  ['two', ['X-Promise-Token', 'abc', 'x-promise-token', 'def']],
  ['the same twice', ['X-Promise-Token', 'abc', 'X-Promise-Token', 'abc']],
  ['one and an empty one', ['X-Promise-Token', 'abc', 'X-Promise-Token', '']],
])('with %s there is no token', async (_, headers) => {
  expect(await sent(...headers)).toBeUndefined();
});

test('a list is none, whatever stands in it', () => {
  expect([['abc'], ['abc', 'def'], []].map(usablePromiseToken)).toEqual([undefined, undefined, undefined]);
});
