import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { applicationIdHeader, promiseTokenHeader, secretHeaders } from './credential-names.ts';
import { createLogger } from './logger.ts';

test('the value of every header that is a secret is cut from a line, wherever it stands', () => {
  const lines: string[] = [];
  const logger = createLogger('info', { write: (line) => void lines.push(line) });
  const headers = Object.fromEntries(secretHeaders.map((name) => [name.toLowerCase(), 'a secret']));
  logger.info({ ...headers, request: headers, failure: { headers } }, 'a request');
  expect(lines.join('')).not.toContain('a secret');
  expect(lines.join('').match(/\[redacted\]/g)).toHaveLength(3 * secretHeaders.length);
});

test('a promise token is cut, however it is carried', () => {
  const lines: string[] = [];
  const logger = createLogger('info', { write: (line) => void lines.push(line) });
  const token = { promise_token: 'a secret', expires_in: 900 };
  logger.info({ ...token, found: { ...token, token }, headers: { 'x-promise-token': 'a secret' } }, 'a job');
  expect(lines.join('')).not.toContain('a secret');
  expect(lines.join('')).toContain('"expires_in":900');
});

interface Scheme {
  readonly type: string;
  readonly in?: string;
  readonly name?: string;
}

test('the headers by which the description takes credentials are known by one name', () => {
  const text = readFileSync(new URL('../generated/openapi.json', import.meta.url), 'utf8');
  const { components } = JSON.parse(text) as { components: { securitySchemes: Record<string, Scheme> } };
  const described = Object.values(components.securitySchemes)
    .filter(({ type, in: place }) => type === 'http' || place !== 'query')
    .map(({ type, in: place, name = '' }) =>
      type === 'http' ? 'Authorization' : place === 'cookie' ? 'Cookie' : name,
    );
  expect([...new Set([...described, promiseTokenHeader])].sort()).toEqual(
    [...secretHeaders, applicationIdHeader].sort(),
  );
});
