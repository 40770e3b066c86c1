import { describe, expect, test } from '@jest/globals';
import { operations } from '../../generated/operations.ts';
import { matchRoute } from './route-table.ts';

const everyOperation = Object.values(operations);
const addressOf = (path: string): string => path.replace(/\{(\w+)\}/g, 'value-of-$1');

describe('every declared operation', () => {
  test.each(everyOperation.map(({ id, method, path }) => ({ id, method, path })))(
    '$method $path is $id',
    ({ id, method, path }) => {
      const match = matchRoute(method, addressOf(path));
      const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
      expect(match).toMatchObject({
        kind: 'found',
        route: { operation: { id }, params: Object.fromEntries(names.map((name) => [name, `value-of-${name}`])) },
      });
    },
  );

  test.each([...new Set(everyOperation.map(({ path }) => path))])('%s is that address only', (path) => {
    const address = addressOf(path);
    // What is named is named in any case.
    const shouted = path === '/' || path === '/{domain}' ? [] : [address.toUpperCase()];
    const others = [`${address}/`, `/${address}`, `${address}//`, ...shouted];
    expect(others.map((other) => matchRoute('GET', other).kind)).toEqual(others.map(() => 'unknown'));
  });
});

test('HEAD is where GET is, and nowhere else', () => {
  expect(matchRoute('HEAD', '/api/v1/runs')).toMatchObject({ route: { operation: { id: 'listRuns' } } });
  expect(matchRoute('HEAD', '/api/v1/setup')).toEqual({ kind: 'wrong_method', allow: 'OPTIONS, POST' });
});

test('another method is told which there are', () => {
  expect(matchRoute('DELETE', '/api/v1/runs')).toEqual({ kind: 'wrong_method', allow: 'GET, HEAD, OPTIONS, POST' });
  expect(matchRoute('get', '/api/v1/runs').kind).toBe('wrong_method');
});

test('a literal segment wins over a parameter', () => {
  expect(matchRoute('DELETE', '/api/v1/auth/tokens/current')).toMatchObject({
    route: { operation: { id: 'revokeCurrentToken' } },
  });
  expect(matchRoute('DELETE', '/api/v1/auth/tokens/currents')).toMatchObject({
    route: { operation: { id: 'revokeToken' }, params: { token_id: 'currents' } },
  });
});

test.each([
  ['/api/v1/runs/%31', '1'],
  ['/api/v1/runs/a%2Fb', 'a/b'],
  ['/api/v1/runs/..', '..'],
  ['/api/v1/runs/%C3%A4', 'ä'],
])('%s holds the value %s', (path, run_id) => {
  expect(matchRoute('GET', path)).toMatchObject({ kind: 'found', route: { params: { run_id } } });
});

test.each(['%', '%zz', '%ff', '%c3'])('%s is no percent-encoded UTF-8', (text) => {
  expect(matchRoute('GET', `/api/v1/runs/${text}`)).toEqual({ kind: 'malformed' });
});

test.each(['a.b', 'a'.repeat(65), '%20', '..', 'docs', 'API', 'favicon.ico', 'ä', '%C3%A4'])(
  '%j is no domain, and has no page by any method',
  (text) => {
    for (const path of [`/${text}/sign-in`, `/${text}/graph`, `/${text}/auth`, `/badge/${text}/owner/tool`])
      for (const method of ['GET', 'POST', 'PUT']) expect(matchRoute(method, path)).toEqual({ kind: 'unknown' });
  },
);

test.each([
  '',
  '*',
  '//',
  '/api',
  '/api/v1',
  '/api/v1/runs/',
  '/api/%761/runs',
  '/__proto__/runs',
  '/constructor/runs',
])('%j is unknown', (path) => {
  expect(matchRoute('GET', path)).toEqual({ kind: 'unknown' });
});
