import { expect, test } from '@jest/globals';
import type { GoodRequest } from '../../contract-tests/harness/good-requests.ts';
import { livenRequest, routeOf, type Sent } from './specmatic-requests.ts';

const good: GoodRequest = {
  url: 'http://localhost',
  token: 'live-token',
  values: {},
  request: {
    path: { run_id: '12' },
    query: {},
    body: JSON.stringify({ outputs: [{ regression_test_id: 5, output_id: 9 }], comment: 'live' }),
  },
  release: async () => undefined,
};
const isPlaceholder = (name: string, value: unknown): boolean => /_id$/.test(name) && String(value) === '99';

function livened(sent: Partial<Sent>, known: Partial<GoodRequest> = {}): Sent {
  const whole: Sent = {
    method: 'POST',
    address: '/api/v1/runs/99/baseline-approvals',
    headers: ['Authorization', 'Bearer placeholder', 'Content-Length', '1'],
    body: Buffer.from('{}'),
    wanted: '201',
    ...sent,
  };
  const route = routeOf(whole);
  if (route === undefined) throw new Error('no such operation');
  return livenRequest(whole, route, { ...good, ...known }, { isPlaceholder });
}

test('placeholders become what exists, and the credential the live one', () => {
  const body = Buffer.from('{"outputs":[{"regression_test_id":99,"output_id":99}],"comment":"made up"}');
  const { address, headers, body: sent } = livened({ body });
  expect(address).toBe('/api/v1/runs/12/baseline-approvals');
  expect(JSON.parse(sent.toString())).toEqual({
    outputs: [{ regression_test_id: 5, output_id: 9 }],
    comment: 'made up',
  });
  expect(headers).toEqual(['Authorization', 'Bearer live-token', 'Content-Length', String(sent.length)]);
});

test('what was made up to be refused goes through as it came', () => {
  const refused = { address: '/api/v1/runs/true/baseline-approvals', wanted: '400' };
  const twice = Buffer.from('{"outputs":[{"output_id":-1},{"output_id":-1}]}');
  const { address, body } = livened({ ...refused, body: twice });
  expect(address).toBe(refused.address);
  expect(body.toString()).toBe(twice.toString());
  expect(livened({ ...refused, body: Buffer.from('{') }).body.toString()).toBe('{');
});

test('of a list that repeats its items the first goes, where the request is meant to succeed', () => {
  const body = Buffer.from('{"outputs":[{"output_id":99},{"output_id":99}]}');
  expect(JSON.parse(livened({ body }).body.toString())).toEqual({ outputs: [{ output_id: 9 }] });
});

test('members that go only with others come with them, where the request is meant to succeed', () => {
  const change = { method: 'PATCH', address: '/api/v1/auth/me', body: Buffer.from('{"email":"new@example.org"}') };
  const known = { request: { path: {}, query: {} }, values: { name: 'ada', current_password: 'of the account' } };
  const whole = { name: 'ada', current_password: 'of the account', email: 'new@example.org' };
  expect(JSON.parse(livened({ ...change, wanted: '200' }, known).body.toString())).toEqual(whole);
  expect(JSON.parse(livened({ ...change, wanted: '400' }, known).body.toString())).toEqual({
    email: 'new@example.org',
  });
});

test('of members that go only together none is null alone, where the request is meant to succeed', () => {
  const body = Buffer.from('{"external_owner_id":null,"author_url":null}');
  const change = { method: 'PATCH', address: '/api/v1/sites/99', body };
  const known = { request: { path: {}, query: {} }, values: { external_owner_id: 'owner', external_site_id: 'site' } };
  const whole = { external_owner_id: 'owner', external_site_id: 'site', author_url: null };
  expect(JSON.parse(livened({ ...change, wanted: '200' }, known).body.toString())).toEqual(whole);
  expect(livened({ ...change, wanted: '400' }, known).body.toString()).toBe(body.toString());
});

test('the region that the server has not is not asked for, where the request is meant to succeed', () => {
  const asking = (wanted: string) => livened({ method: 'GET', address: '/99/sign-in?global=TRUE', wanted }).address;
  expect([asking('200'), asking('503')]).toEqual(['/99/sign-in?global=false', '/99/sign-in?global=TRUE']);
});
