import { beforeAll, expect, test } from '@jest/globals';
import { expectForeignHidden } from '../../harness/foreign-id.ts';
import { missingId } from '../../harness/missing-ids.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { faultyFields } from '../../harness/refusals.ts';
import { makeSite } from '../../harness/stage.ts';
import { openWorld, type World } from '../../harness/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

test('200: as it is listed, to every member of the domain', async () => {
  const site_id = await makeSite(world, { name: 'Garden', authoring_type: 'ams' });
  const reader = await world.member('user', ['runs:read']);
  const site = await reader.expect('getSite', 200, { path: { site_id } });
  expect(site).toMatchObject({ site_id, name: 'Garden', authoring_type: 'ams', promise_based: true });
  expect((await world.admin.expect('listSites', 200)).data).toEqual([site]);
});

test('404: a site of another domain is like one that does not exist', async () => {
  const site_id = await makeSite(await openWorld());
  await expectForeignHidden(world.admin, 'getSite', { path: { site_id } }, { path: { site_id: missingId } });
});

test('400: id 0', async () => {
  expect(faultyFields(await world.admin.call('getSite', { path: { site_id: 0 } }))).toEqual(['path.site_id']);
});

describeGuard(() => world, 'getSite', { path: { site_id: missingId } }, { scope: 'runs:read' });
