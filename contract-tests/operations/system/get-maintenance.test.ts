import { beforeAll, expect, test } from '@jest/globals';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { openWorld, type World } from '../../harness/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

test('200: every platform, by name, to an administrator of any domain', async () => {
  const { platforms } = await world.admin.expect('getMaintenance', 200);
  expect(platforms.map(({ platform, disabled }) => [platform, disabled])).toEqual([
    ['linux', false],
    ['windows', false],
  ]);
});

const refusedRoles = ['contributor', 'tester', 'user'] as const;
describeGuard(() => world, 'getMaintenance', {}, { scope: 'system:read', refusedRoles });
