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

test('200: what was changed since it was last asked', async () => {
  const path = { platform: 'windows' } as const;
  const windows = async () =>
    (await world.admin.expect('getMaintenance', 200)).platforms.find(({ platform }) => platform === path.platform);
  for (const disabled of [true, false]) {
    await world.operator.expect('updateMaintenance', 200, { path, body: { disabled } });
    expect(await windows()).toMatchObject({ disabled });
  }
});

const refusedRoles = ['contributor', 'tester', 'user'] as const;
describeGuard(() => world, 'getMaintenance', {}, { scope: 'system:read', refusedRoles });
