import { beforeAll, describe, expect, test } from '@jest/globals';
import { newToken } from '../../../src/secrets.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { describeJsonBody } from '../../harness/json-refusals.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { faultyFields } from '../../harness/refusals.ts';
import { makePromiseToken, makeSite, newSiteAddress } from '../../harness/stage.ts';
import { openWorld, type World } from '../../harness/world.ts';

const base_url = newSiteAddress();
let world: World;
let site_id: number;

beforeAll(async () => {
  world = await openWorld();
  site_id = await makeSite(world, { base_url });
});

const mint = () => makePromiseToken(world, site_id);
const exchange = (promise_token: string) =>
  world.admin.expect('exchangePromiseToken', 200, { body: { promise_token } });
const ask = (token: string, by = world.admin) => by.expect('introspectPromiseToken', 200, { body: { token } });
const lifeOf = ({ iat = 0, exp = 0 }: Awaited<ReturnType<typeof ask>>): number => exp - iat;

describe('200', () => {
  test('tells what a promise token is for and how often it can be exchanged; asking is no use', async () => {
    const token = await mint();
    await exchange(token);
    await ask(token);
    const answer = await world.admin.call('introspectPromiseToken', { body: { token } });
    const { user_id } = await world.admin.expect('getCurrentUser', 200);
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(answer.body).toEqual({
      ...{ active: true, token_type: 'promise_token', purpose: 'preflight', site_id, aud: base_url, uses_left: 19 },
      ...{
        sub: String(user_id),
        domain: world.domain,
        iss: world.url,
        iat: expect.any(Number),
        exp: expect.any(Number),
      },
    });
    expect(lifeOf(await ask(token))).toBe(900);
  });

  test('tells what a site is shown, to whoever may read in the domain', async () => {
    const { access_token } = await exchange(await mint());
    const told = await ask(access_token, await world.member('user', ['runs:read']));
    expect(told).toMatchObject({ active: true, token_type: 'bearer', site_id, aud: base_url, domain: world.domain });
    expect(told).not.toHaveProperty('uses_left');
    expect(lifeOf(told)).toBe(600);
  });

  test.each<[string, () => Promise<string>]>([
    ['no token', async () => 'two words'],
    ['one nobody has', async () => newToken('spca')],
    ['a mistyped one', async () => `${(await mint()).slice(0, -1)}!`],
    ['a credential of this API', async () => world.admin.token ?? ''],
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
        const { access_token, promise_token } = await exchange(await mint());
        await world.admin.expect('invalidatePromiseToken', 204, { body: { promise_token } });
        return access_token;
      },
    ],
    [
      'one that is used up',
      async () => {
        const text = await mint();
        for (let made = 0; made < 20; made += 1) await exchange(text);
        return text;
      },
    ],
  ])('of %s it tells that it is not active, and nothing more', async (_, make) => {
    expect(await ask(await make())).toEqual({ active: false });
  });
});

test.each([
  ['{}', 'token'],
  ['{"token":""}', 'token'],
  [JSON.stringify({ token: 'a'.repeat(1001) }), 'token'],
  ['{"token":"a","token_type_hint":"b"}', 'token_type_hint'],
])('400 names the field: %.60s', async (raw, name) => {
  expect(faultyFields(await callLoosely(world.admin, 'introspectPromiseToken', { raw }))).toEqual([`body.${name}`]);
});

describeGuard(() => world, 'introspectPromiseToken', { raw: '{"token":"a"}' }, { scope: 'runs:read' });
describeJsonBody(() => world, 'introspectPromiseToken');
