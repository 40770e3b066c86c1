import { beforeAll, describe, expect, test } from '@jest/globals';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { describeJsonBody } from '../../harness/json-refusals.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { faultyFields } from '../../harness/refusals.ts';
import { openWorld, type World } from '../../harness/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

const block = (user_id: number, comment = '') => ({ body: { user_id, comment } });
const listed = async () => (await world.admin.expect('listBlockedUsers', 200)).data;

describe('201', () => {
  test('blocks an account by its number, with a comment or without', async () => {
    const user = await world.admin.expect('createBlockedUser', 201, block(583_231, 'Sends spam'));
    expect(user).toEqual({ user_id: 583_231, comment: 'Sends spam', created_at: expect.stringMatching(/Z$/) });
    const raw = JSON.stringify({ user_id: Number.MAX_SAFE_INTEGER });
    const silent = await world.admin.expect('createBlockedUser', 201, { raw });
    expect(silent.comment).toBe('');
    expect(await listed()).toEqual([user, silent]);
  });

  test('one domain’s block is not another’s', async () => {
    await (await openWorld()).admin.expect('createBlockedUser', 201, block(77));
    await world.admin.expect('createBlockedUser', 201, block(77));
  });
});

test('409: an account that is blocked keeps its comment', async () => {
  const user = await world.admin.expect('createBlockedUser', 201, block(12, 'first'));
  const { code } = await world.admin.expect('createBlockedUser', 409, block(12, 'second'));
  expect(code).toBe('conflict');
  expect(await listed()).toContainEqual(user);
});

describe('400', () => {
  test.each<[string, object]>([
    ['body.user_id', {}],
    ['body.user_id', { user_id: 0 }],
    ['body.user_id', { user_id: '12' }],
    ['body.user_id', { user_id: 2 ** 53 }],
    ['body.comment', { user_id: 13, comment: 'a'.repeat(1025) }],
    ['body.login', { user_id: 13, login: 'octocat' }],
  ])('names %s in %j, and blocks nobody', async (field, body) => {
    const before = await listed();
    const answer = await callLoosely(world.admin, 'createBlockedUser', { raw: JSON.stringify(body) });
    expect(faultyFields(answer)).toEqual([field]);
    expect(await listed()).toEqual(before);
  });
});

describeJsonBody(() => world, 'createBlockedUser');
const input = { raw: JSON.stringify({ user_id: 14 }) };
describeGuard(() => world, 'createBlockedUser', input, { scope: 'system:write' });
