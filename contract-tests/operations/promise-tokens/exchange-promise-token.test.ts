import { beforeAll, describe, expect, test } from '@jest/globals';
import { newToken } from '../../../src/secrets.ts';
import type { Client } from '../../harness/client.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { describeJsonBody } from '../../harness/json-refusals.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { failureOf, faultyFields } from '../../harness/refusals.ts';
import { makePromiseToken, makeSite } from '../../harness/stage.ts';
import { openWorld, type World } from '../../harness/world.ts';

let world: World;
let site_id: number;

beforeAll(async () => {
  world = await openWorld();
  site_id = await makeSite(world);
});

const mint = (admin: Client = world.admin) => makePromiseToken({ admin }, site_id);
const send = (promise_token: string, by: Client = world.admin) =>
  by.call('exchangePromiseToken', { body: { promise_token } });
const exchange = (promise_token: string) =>
  world.admin.expect('exchangePromiseToken', 200, { body: { promise_token } });

/** Without what differs from answer to answer. */
function refusalOf(answer: Awaited<ReturnType<typeof send>>): unknown {
  const { code, message, details } = failureOf(answer, 400);
  return { code, message, details: Object.keys(details) };
}

describe('200', () => {
  test('gives what is shown to the site and a new promise token, which are kept by nobody', async () => {
    const first = await mint();
    const answer = await send(first);
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(answer.body).toEqual({
      ...{ access_token: expect.stringMatching(/^spca_[0-9A-Za-z]{46}$/), token_type: 'bearer', expires_in: 600 },
      ...{ promise_token: expect.stringMatching(/^spcp_[0-9A-Za-z]{46}$/), promise_token_expires_in: 900 },
    });
    expect(answer.text).not.toContain(first);
  });

  test('an answer that was lost is asked for again, and the new token goes on by itself', async () => {
    const first = await mint();
    const lost = await exchange(first);
    const again = await exchange(first);
    expect(new Set([lost.access_token, again.access_token, lost.promise_token, again.promise_token]).size).toBe(4);
    for (const { promise_token } of [lost, again]) await exchange(promise_token);
  });

  test('another token of the account exchanges as well', async () => {
    const answer = await send(await mint(), await world.adminWith(['runs:write']));
    expect(answer.status).toBe(200);
  });
});

describe('400 promise_token_invalid, whatever is wrong with it', () => {
  test.each<[string, () => Promise<string>]>([
    ['no token', async () => 'promise'],
    ['one nobody has', async () => newToken('spcp')],
    ['what it was exchanged for', async () => (await exchange(await mint())).access_token],
    ['the caller’s credential', async () => world.admin.token ?? ''],
    ['one of another account of the domain', async () => mint(await world.member('user'))],
    [
      'one of another domain',
      async () => {
        const other = await openWorld();
        return makePromiseToken(other, await makeSite(other));
      },
    ],
    [
      'one that was invalidated',
      async () => {
        const promise_token = await mint();
        await world.admin.expect('invalidatePromiseToken', 204, { body: { promise_token } });
        return promise_token;
      },
    ],
    [
      'one that was exchanged twenty times',
      async () => {
        const text = await mint();
        for (let made = 0; made < 20; made += 1) await exchange(text);
        return text;
      },
    ],
  ])('%s', async (_, make) => {
    const answer = await send(await make());
    expect(refusalOf(answer)).toEqual(refusalOf(await send(newToken('spcp'))));
    expect(failureOf(answer, 400).code).toBe('promise_token_invalid');
  });

  test('and a refused one of another account is not used up by that', async () => {
    const member = await world.member('user');
    const promise_token = await mint(member);
    for (let tries = 0; tries < 20; tries += 1) failureOf(await send(promise_token), 400);
    expect((await send(promise_token, member)).status).toBe(200);
  });
});

test.each([
  ['{}', 'promise_token'],
  ['{"promise_token":""}', 'promise_token'],
  ['{"promise_token":7}', 'promise_token'],
  [JSON.stringify({ promise_token: 'a'.repeat(513) }), 'promise_token'],
  ['{"promise_token":"a","site_id":1}', 'site_id'],
])('400 names the field: %.60s', async (raw, name) => {
  expect(faultyFields(await callLoosely(world.admin, 'exchangePromiseToken', { raw }))).toEqual([`body.${name}`]);
});

describeGuard(() => world, 'exchangePromiseToken', { raw: '{"promise_token":"a"}' }, { scope: 'runs:write' });
describeJsonBody(() => world, 'exchangePromiseToken');
