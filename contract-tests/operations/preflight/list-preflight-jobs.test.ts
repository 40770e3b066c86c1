import { beforeAll, describe, expect, test } from '@jest/globals';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { everyPage } from '../../harness/paging.ts';
import { endedPreflight, siteAt } from '../../harness/preflights.ts';
import { faultyFields } from '../../harness/refusals.ts';
import { makeSuite, queueRun } from '../../harness/suite.ts';
import { openWorld, type World } from '../../harness/world.ts';

let world: World;
let site_id: number;
let run_id: number;
/** The newest first. */
const ids: string[] = [];

beforeAll(async () => {
  world = await openWorld();
  ({ run_id } = await queueRun(world, await makeSuite(world), 'windows'));
  ids.unshift(await endedPreflight(world));
  ids.unshift(await endedPreflight(world, { step: 'suggest', run_id }));
  ids.unshift(await endedPreflight(world, { urls: [`${world.url}/readyz`, `${world.url}/livez`] }));
  site_id = await siteAt(world, world.url);
});

const page = (query: object) => world.admin.expect('listPreflightJobs', 200, { query });
/** By their place in what was made. */
const found = async (query: object): Promise<number[]> => {
  const { data, pagination } = await page(query);
  expect(pagination.total).toBe(data.length);
  return data.map(({ job_id }) => ids.indexOf(job_id));
};

test('200: every job of the domain, the newest first, page by page', async () => {
  expect((await everyPage(page, 2)).map(({ job_id }) => job_id)).toEqual(ids);
});

test('200: as it is got, without what it found', async () => {
  const [first] = (await page({ limit: 1 })).data;
  const path = { job_id: ids[0] ?? '' };
  const {
    result: _,
    result_type: _type,
    profiling: _profiling,
    ...summary
  } = await world.admin.expect('getPreflightJob', 200, { path });
  expect(first).toEqual(summary);
});

test('200: none of another domain', async () => {
  const stranger = await openWorld();
  for (const query of [{}, { site_id }])
    expect((await stranger.admin.expect('listPreflightJobs', 200, { query })).data).toEqual([]);
});

test('200: by each filter', async () => {
  const readyz = `${world.url}/readyz`;
  for (const [query, places] of [
    [{ step: 'suggest' }, [1]],
    [{ status: 'completed' }, [0, 1, 2]],
    [{ status: 'in_progress' }, []],
    [{ run_id }, [1]],
    [{ site_id }, [0, 1, 2]],
    [{ site_id: site_id + 1 }, []],
    [{ url: readyz }, [0]],
    [{ url: `${world.url}/livez`, step: 'identify' }, [0, 2]],
    [{ url: `${readyz}?` }, []],
  ] as const)
    expect([query, await found(query)]).toEqual([query, places]);
});

describe('400', () => {
  test.each([
    ['status', 'done'],
    ['step', 'SUGGEST'],
    ['site_id', 0],
    ['run_id', 0],
    ['url', 'readyz'],
  ])('%s %s', async (name, value) => {
    const answer = await callLoosely(world.admin, 'listPreflightJobs', { query: { [name]: value } });
    expect(faultyFields(answer)).toEqual([`query.${name}`]);
  });
});

describeGuard(() => world, 'listPreflightJobs', {}, { scope: 'results:read' });
