import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { expectForeignHidden } from '../../harness/foreign-id.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { everyPage } from '../../harness/paging.ts';
import {
  beginFixes,
  deliveredFixes,
  endedPreflight,
  endOfFixes,
  openFixableSite,
  type FixableSite,
} from '../../harness/preflights.ts';
import { faultyFields } from '../../harness/refusals.ts';
import { openWorld, type World } from '../../harness/world.ts';

let world: World;
let site: FixableSite;
let other: Awaited<ReturnType<typeof deliveredFixes>>;
/** The newest first. */
const ids: string[] = [];

beforeAll(async () => {
  world = await openWorld();
  other = await deliveredFixes(world);
  site = await openFixableSite(world);
  for (const status of [200, 400, 202]) {
    site.answer(status);
    const { job_id, fix_id } = await beginFixes(world, site);
    await endOfFixes(world, { job_id, fix_id });
    ids.unshift(fix_id);
  }
});
afterAll(async () => site[Symbol.asyncDispose]());

const page = (query: object) => world.admin.expect('listPreflightFixes', 200, { path: { job_id: site.job_id }, query });

test('200: those of the job alone, the newest first, page by page', async () => {
  expect((await everyPage(page, 2)).map(({ fix_id }) => fix_id)).toEqual(ids);
});

test('200: of each job its own', async () => {
  const { data } = await world.admin.expect('listPreflightFixes', 200, { path: { job_id: other.job_id } });
  expect(data.map(({ fix_id }) => fix_id)).toEqual([other.fix_id]);
  expect((await page({})).data.map(({ fix_id }) => fix_id)).toEqual(ids);
});

test('200: as they are got', async () => {
  const { data } = await page({});
  for (const fixes of data) {
    const path = { job_id: site.job_id, fix_id: fixes.fix_id };
    expect(await world.admin.expect('getPreflightFixes', 200, { path })).toEqual(fixes);
  }
  expect(data.map(({ status }) => status)).toEqual(['completed', 'failed', 'completed']);
});

test('404: a job of another domain is like one that does not exist', async () => {
  const job_id = await endedPreflight(await openWorld());
  await expectForeignHidden(
    world.admin,
    'listPreflightFixes',
    { path: { job_id } },
    { path: { job_id: randomUUID() } },
  );
});

test('400: an id that is none', async () => {
  expect(faultyFields(await world.admin.call('listPreflightFixes', { path: { job_id: '1' } }))).toEqual([
    'path.job_id',
  ]);
});

describeGuard(() => world, 'listPreflightFixes', { path: { job_id: randomUUID() } }, { scope: 'results:read' });
