import { beforeAll, expect, test } from '@jest/globals';
import { expectForeignHidden } from '../../harness/foreign-id.ts';
import { missingId } from '../../harness/missing-ids.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { openJudgedSite } from '../../harness/preflights.ts';
import { faultyFields } from '../../harness/refusals.ts';
import { makeSite, newSiteAddress } from '../../harness/stage.ts';
import { makeSuite, queueRun } from '../../harness/suite.ts';
import { openWorld, type World } from '../../harness/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

test('200: it is there no more, others stay, and its hosts are free', async () => {
  const base_url = newSiteAddress();
  const [first, second] = [await makeSite(world, { base_url }), await makeSite(world)];
  const path = { site_id: first };
  expect(await world.admin.expect('deleteSite', 200, { path })).toEqual({ id: first, deleted: true });
  await world.admin.expect('deleteSite', 404, { path });
  await world.admin.expect('getSite', 404, { path });
  const { data } = await world.admin.expect('listSites', 200);
  expect(data.map(({ site_id }) => site_id)).toEqual([second]);
  expect(await makeSite(world, { base_url })).toBeGreaterThan(second);
});

test('200: its preflights go with it, and runs that required one of them stay', async () => {
  const another = await openWorld();
  await using site = await openJudgedSite(another);
  const preflight_job_id = await site.end('/pass');
  const run = await queueRun(another, await makeSuite(another), 'windows', { preflight_job_id });
  await another.admin.expect('deleteSite', 200, { path: { site_id: site.site_id } });
  await another.admin.expect('getPreflightJob', 404, { path: { job_id: preflight_job_id } });
  const left = await another.admin.expect('getRun', 200, { path: { run_id: run.run_id } });
  expect(left).toEqual({ ...run, preflight_job_id: null });
});

test('404: a site of another domain is like one that does not exist, and stays', async () => {
  const other = await openWorld();
  const site_id = await makeSite(other);
  await expectForeignHidden(world.admin, 'deleteSite', { path: { site_id } }, { path: { site_id: missingId } });
  expect((await other.admin.expect('listSites', 200)).data).toHaveLength(1);
});

test('400: id 0', async () => {
  expect(faultyFields(await world.admin.call('deleteSite', { path: { site_id: 0 } }))).toEqual(['path.site_id']);
});

describeGuard(() => world, 'deleteSite', { path: { site_id: missingId } }, { scope: 'system:write' });
