import { beforeAll, describe, expect, test } from '@jest/globals';
import { createClient } from '../../harness/client.ts';
import { expectCredentialNeeded } from '../../harness/refusals.ts';
import { openWorld, type World } from '../../harness/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

describe('204', () => {
  test.each(['contributor', 'user'] as const)('ends the token of a %s in use, and only that one', async (role) => {
    const leaving = await world.member(role, ['runs:read']);
    const body = { email: leaving.email, password: 'a long enough secret', token_name: 'staying' };
    const staying = createClient(world.url, (await world.anonymous.expect('createToken', 201, { body })).token);
    const answer = await leaving.call('revokeCurrentToken');
    expect({ status: answer.status, text: answer.text }).toEqual({ status: 204, text: '' });
    await leaving.expect('getCurrentUser', 401);
    const { data } = await staying.expect('listTokens', 200);
    expect(data.map(({ token_name, is_revoked }) => [token_name, is_revoked])).toEqual([
      ['staying', false],
      [expect.any(String), true],
    ]);
  });

  test('ends it also when it comes in the header of its own', async () => {
    const leaving = await world.adminWith(['runs:read']);
    const headers = { 'X-SPCI-Access-Token': leaving.token ?? '' };
    await world.anonymous.expect('revokeCurrentToken', 204, { headers });
    await leaving.expect('getCurrentUser', 401);
  });

  test('requests with it that are under way do not keep it alive', async () => {
    const leaving = await world.adminWith(['runs:read']);
    await Promise.all([
      leaving.call('getCurrentUser'),
      leaving.expect('revokeCurrentToken', 204),
      leaving.call('getCurrentUser'),
    ]);
    await leaving.expect('getCurrentUser', 401);
  });
});

describe('401', () => {
  test('a second time the token is no longer one', async () => {
    const leaving = await world.adminWith(['runs:read']);
    await leaving.expect('revokeCurrentToken', 204);
    expect(await leaving.expect('revokeCurrentToken', 401)).toMatchObject({ code: 'unauthorized' });
  });

  test('needs a valid token', () => expectCredentialNeeded(world, (client) => client.call('revokeCurrentToken')));
});
