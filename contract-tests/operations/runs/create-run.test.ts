import { beforeAll, describe, expect, test } from '@jest/globals';
import type { CallInput, Client } from '../../harness/client.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { describeJsonBody } from '../../harness/json-refusals.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { faultyFields } from '../../harness/refusals.ts';
import { makeSuite, uploadBuild, type Suite } from '../../harness/suite.ts';
import { newCommit, openWorld, unique, type World } from '../../harness/world.ts';

let world: World;
let suite: Suite;

beforeAll(async () => {
  world = await openWorld();
  suite = await makeSuite(world, 3);
});

type RunRequest = NonNullable<CallInput<'createRun'>['body']>;

/** A request that can be planned: its commit has a build. */
async function plannable(more: Partial<RunRequest> = {}): Promise<RunRequest> {
  const request = { repository: suite.repository, commit_sha: newCommit(), platform: 'windows' as const, ...more };
  await uploadBuild(world, suite.repository, request.commit_sha, request.platform);
  return request;
}

async function runsOf(commit_sha: string, client: Client = world.admin): Promise<number> {
  const { pagination } = await client.expect('listRuns', 200, { query: { commit_sha } });
  return pagination.total;
}

describe('202', () => {
  test('plans every active test and says where the run is', async () => {
    const body = await plannable({ branch: 'feature/positions', pull_request: 17 });
    const { status, headers, body: run } = await world.admin.call('createRun', { body });
    expect(status).toBe(202);
    expect(run).toMatchObject({
      ...{ status: 'queued', repository: suite.repository, commit_sha: body.commit_sha, platform: 'windows' },
      ...{ branch: 'feature/positions', pr_number: 17, test_type: 'pr', planned_count: 3, reported_count: 0 },
      ...{ attempt: 0, started_at: null, completed_at: null },
    });
    const address = headers.get('location') ?? '';
    const shown = await fetch(new URL(address, world.url), {
      headers: { Authorization: `Bearer ${world.admin.token}` },
    });
    expect(await shown.json()).toEqual(run);
    expect(headers.get('idempotency-replayed')).toBeNull();
  });

  test('2.7b: takes a repository and a commit in any case, for the main branch unless told', async () => {
    const body = await plannable();
    const shouted = { ...body, repository: body.repository.toUpperCase(), commit_sha: body.commit_sha.toUpperCase() };
    const run = await world.admin.expect('createRun', 202, { body: shouted });
    expect(run).toMatchObject({
      ...{ repository: suite.repository, commit_sha: body.commit_sha },
      ...{ branch: 'main', pr_number: null, test_type: 'commit' },
    });
  });

  test('plans only the tests that were asked for', async () => {
    const [first, , third] = suite.tests.map(({ regression_test_id }) => regression_test_id);
    const regression_test_ids = [third ?? 0, first ?? 0];
    const { run_id } = await world.admin.expect('createRun', 202, { body: await plannable({ regression_test_ids }) });
    const config = await world.admin.expect('getRunConfig', 200, { path: { run_id } });
    expect(config.regression_test_ids).toEqual([first, third]);
  });

  test('is open to a tester', async () => {
    await (await world.member('tester')).expect('createRun', 202, { body: await plannable() });
  });
});

describe('422 stores nothing', () => {
  const refused = async (body: RunRequest): Promise<Readonly<Record<string, unknown>>> => {
    const { details } = await world.admin.expect('createRun', 422, { body });
    expect(await runsOf(body.commit_sha)).toBe(0);
    return details;
  };

  test('a repository that is not registered', async () => {
    await refused({ ...(await plannable()), repository: `${unique('owner')}/tool` });
  });

  test('a repository of another domain', async () => {
    const stranger = (await openWorld()).admin;
    const body = await plannable();
    await stranger.expect('createRun', 422, { body });
    expect(await runsOf(body.commit_sha, stranger)).toBe(0);
  });

  test('a commit without a build for the platform', async () => {
    await refused({ ...(await plannable()), platform: 'linux' });
    await refused({ ...(await plannable()), commit_sha: newCommit() });
  });

  test('unknown tests, another domain’s among them', async () => {
    const foreign = (await makeSuite(await openWorld())).tests[0]?.regression_test_id ?? 0;
    const known = suite.tests[0]?.regression_test_id ?? 0;
    const details = await refused(await plannable({ regression_test_ids: [known, foreign, 2_147_483_647] }));
    expect(details).toMatchObject({ unknown_ids: [foreign, 2_147_483_647] });
  });

  test('an inactive test', async () => {
    const body = { sample_id: suite.sample.sample_id, command: '--idle', categories: [suite.category] };
    const { regression_test_id } = await world.admin.expect('createRegressionTest', 201, { body });
    const details = await refused(await plannable({ regression_test_ids: [regression_test_id] }));
    expect(details).toMatchObject({ inactive_ids: [regression_test_id] });
  });

  test('a plan without any test', async () => {
    const empty = await openWorld();
    const idle = await makeSuite(empty, 0);
    const body = { repository: idle.repository, commit_sha: newCommit(), platform: 'linux' as const };
    await uploadBuild(empty, idle.repository, body.commit_sha);
    await empty.admin.expect('createRun', 422, { body });
    expect(await runsOf(body.commit_sha, empty.admin)).toBe(0);
  });

  test('a plan of more tests than a run may have', async () => {
    const crowded = await openWorld();
    const { repository } = await makeSuite(crowded, 501);
    const body = { repository, commit_sha: newCommit(), platform: 'linux' as const };
    await uploadBuild(crowded, repository, body.commit_sha);
    const { details } = await crowded.admin.expect('createRun', 422, { body });
    expect(details).toMatchObject({ planned_count: 501 });
    expect(await runsOf(body.commit_sha, crowded.admin)).toBe(0);
  });
});

describe('400', () => {
  test.each([
    [{}, ['body.commit_sha', 'body.platform', 'body.repository']],
    [{ commit_sha: 'abc' }, ['body.commit_sha']],
    [{ repository: 'tool' }, ['body.repository']],
    [{ platform: 'amiga' }, ['body.platform']],
    [{ branch: 'a//b' }, ['body.branch']],
    [{ regression_test_ids: [1, 0] }, ['body.regression_test_ids[1]']],
    [{ regression_test_ids: [7, 7] }, ['body.regression_test_ids']],
    [{ regression_test_ids: [] }, ['body.regression_test_ids']],
    [{ surprise: true }, ['body.surprise']],
  ])('1.9.23: %j names what is wrong', async (wrong, fields) => {
    const right = { repository: suite.repository, commit_sha: newCommit(), platform: 'linux' };
    const raw = JSON.stringify(Object.keys(wrong).length === 0 ? {} : { ...right, ...wrong });
    const named = faultyFields(await callLoosely(world.admin, 'createRun', { raw }));
    expect([...new Set(named)].sort()).toEqual(expect.arrayContaining(fields));
  });
});

describeJsonBody(() => world, 'createRun');
describeGuard(() => world, 'createRun', { raw: '{}' }, { scope: 'runs:write' });
