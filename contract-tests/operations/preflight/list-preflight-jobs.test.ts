import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startLoopbackHost, type LoopbackHost } from '../../../src/testing/loopback-hosts.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { everyPage } from '../../harness/paging.ts';
import { beginPreflight, endedPreflight, siteAt } from '../../harness/preflights.ts';
import { faultyFields } from '../../harness/refusals.ts';
import { makeSuite, queueRun } from '../../harness/suite.ts';
import { openWorld, type World } from '../../harness/world.ts';

let world: World;
let site_id: number;
let run_id: number;
let host: LoopbackHost;
/** The newest first. */
const ids: string[] = [];

beforeAll(async () => {
  world = await openWorld();
  host = await startLoopbackHost('127.0.0.6', ({ url = '' }, response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Roses</h1>'.repeat(url.length - 1)),
  );
  ({ run_id } = await queueRun(world, await makeSuite(world), 'windows'));
  ids.unshift(await endedPreflight(world));
  ids.unshift(await endedPreflight(world, { step: 'suggest', run_id }));
  ids.unshift(await endedPreflight(world, { urls: [`${world.url}/readyz`, `${world.url}/livez`] }));
  site_id = await siteAt(world, world.url);
});
afterAll(async () => host[Symbol.asyncDispose]());

/** Of pages with one h1 for each letter of their name. */
async function judgedJobs(at: World): Promise<string[]> {
  await siteAt(at, host.origin, { enabled_checks: ['h1-count'] });
  const judged = [];
  for (const name of ['a', 'aa']) judged.push(await endedPreflight(at, { urls: [`${host.origin}/${name}`] }));
  return judged;
}

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

test('200: by what came of them, which is what each tells', async () => {
  const another = await openWorld();
  const unread = await endedPreflight(another);
  const [passed, failed] = await judgedJobs(another);
  await another.admin.expect('cancelPreflightJob', 200, { path: { job_id: await beginPreflight(another) } });
  const expected = { pass: passed, fail: failed, incomplete: unread } as const;
  for (const verdict of ['pass', 'fail', 'incomplete'] as const) {
    const { data, pagination } = await another.admin.expect('listPreflightJobs', 200, { query: { verdict } });
    expect(data).toMatchObject([{ job_id: expected[verdict], verdict }]);
    expect(pagination.total).toBe(1);
  }
});

describe('400', () => {
  test.each([
    ['status', 'done'],
    ['verdict', 'null'],
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
