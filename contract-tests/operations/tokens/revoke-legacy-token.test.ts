import { beforeAll, expect, test } from '@jest/globals';
import { createClient } from '../../harness/client.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { openWorld, type World } from '../../harness/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

async function memberWithOne() {
  const person = await world.member('user');
  const path = { user_id: person.userId };
  const made = await world.admin.expect('createLegacyToken', 201, { path });
  const legacy = createClient(world.url, made.token);
  await legacy.expect('getCurrentUser', 200);
  return { person, path, legacy, made };
}

test('204: ends it at once, and nothing else, however often', async () => {
  const { person, path, legacy } = await memberWithOne();
  await world.admin.expect('revokeLegacyToken', 204, { path });
  await legacy.expect('getCurrentUser', 401);
  await world.admin.expect('revokeLegacyToken', 204, { path });
  const { data } = await person.expect('listTokens', 200);
  expect(data.map(({ kind, is_revoked }) => [kind, is_revoked])).toEqual([
    ['legacy', true],
    ['token', false],
  ]);
});

test('its owner ends it as any other token', async () => {
  const { person, legacy, made } = await memberWithOne();
  await person.expect('revokeToken', 204, { path: { token_id: made.token_id } });
  await legacy.expect('getCurrentUser', 401);
});

describeGuard(() => world, 'revokeLegacyToken', { path: { user_id: 1 } }, { scope: 'tokens:manage' });
