import { beforeAll, describe, expect, test } from '@jest/globals';
import { newToken } from '../../../src/secrets.ts';
import type { Client } from '../../harness/client.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { describeJsonBody } from '../../harness/json-refusals.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { faultyFields } from '../../harness/refusals.ts';
import { cookieOf, signInToPages } from '../../harness/sessions.ts';
import { makePromiseToken, makeSite } from '../../harness/stage.ts';
import { openWorld, type World } from '../../harness/world.ts';

let world: World;
let site_id: number;

beforeAll(async () => {
  world = await openWorld();
  site_id = await makeSite(world);
});

const mint = (admin: Client = world.admin) => makePromiseToken({ admin }, site_id);
const end = (promise_token: string, by: Client = world.admin) =>
  by.expect('invalidatePromiseToken', 204, { body: { promise_token } });
const isActive = async (token: string, by: Client = world.admin) =>
  (await by.expect('introspectPromiseToken', 200, { body: { token } })).active;

describe('204', () => {
  test.each(['first', 'last'])('ends all that came of one promise token, by its %s one', async (which) => {
    const [first, other] = [await mint(), await mint()];
    const body = { promise_token: first };
    const { access_token, promise_token: last } = await world.admin.expect('exchangePromiseToken', 200, { body });
    for (let turn = 0; turn < 2; turn += 1) await end(which === 'first' ? first : last);
    expect(await Promise.all([first, last, access_token].map((token) => isActive(token)))).toEqual([
      false,
      false,
      false,
    ]);
    expect(await isActive(other)).toBe(true);
  });

  test('of an account of the domain, for an administrator', async () => {
    const member = await world.member('user');
    const token = await mint(member);
    await end(token);
    expect(await isActive(token)).toBe(false);
  });

  test('by who signed in', async () => {
    const promise_token = await mint();
    const headers = { ...cookieOf(await signInToPages(world)), 'Sec-Fetch-Site': 'same-origin' };
    const answer = await world.anonymous.call('invalidatePromiseToken', { body: { promise_token }, headers });
    expect([answer.status, await isActive(promise_token)]).toEqual([204, false]);
  });

  test('of what is none, or of nobody', async () => {
    for (const text of ['promise', newToken('spcp'), world.admin.token ?? '']) await end(text);
    await world.admin.expect('getCurrentUser', 200);
  });

  test('and another account’s stays as it is, in the domain and in another', async () => {
    const member = await world.member('user');
    const token = await mint();
    for (const by of [member, (await openWorld()).admin]) await end(token, by);
    expect(await isActive(token)).toBe(true);
  });

  test('and what a site was shown ends nothing', async () => {
    const body = { promise_token: await mint() };
    const { access_token } = await world.admin.expect('exchangePromiseToken', 200, { body });
    await end(access_token);
    expect(await isActive(access_token)).toBe(true);
  });
});

test.each([
  ['{}', 'promise_token'],
  ['{"promise_token":""}', 'promise_token'],
  ['{"promise_token":"a","token":"b"}', 'token'],
])('400 names the field: %s', async (raw, name) => {
  expect(faultyFields(await callLoosely(world.admin, 'invalidatePromiseToken', { raw }))).toEqual([`body.${name}`]);
});

describeGuard(() => world, 'invalidatePromiseToken', { raw: '{"promise_token":"a"}' }, { scope: 'runs:write' });
describeJsonBody(() => world, 'invalidatePromiseToken');
