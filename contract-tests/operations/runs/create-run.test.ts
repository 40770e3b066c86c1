import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { createClient, type CallInput, type Client } from '../../harness/client.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { describeJsonBody } from '../../harness/json-refusals.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { endOfPreflight, openJudgedSite, type JudgedSite } from '../../harness/preflights.ts';
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

describe('a run that requires a preflight', () => {
  let site: JudgedSite;
  beforeAll(async () => {
    site = await openJudgedSite(world);
  });
  afterAll(async () => site[Symbol.asyncDispose]());

  const require = async (preflight_job_id: string) => ({ body: await plannable({ preflight_job_id }) });

  /** Of a request after which there is no run. */
  async function refusal(status: 409 | 422, preflight_job_id: string, client: Client = world.admin) {
    const input = await require(preflight_job_id);
    const { code, details } = await client.expect('createRun', status, input);
    expect(await runsOf(input.body.commit_sha)).toBe(0);
    const { request_id: _, ...told } = details;
    return [code, told];
  }

  const unfit = ['unprocessable', { fields: { 'body.preflight_job_id': ['must be a preflight of the repository'] } }];
  const notPassed = (preflight: object) => ['preflight_not_passed', { preflight }];

  test('202: is made when that passed, and tells which it was', async () => {
    const preflight_job_id = await site.end('/pass', '/pass?again');
    const run = await world.admin.expect('createRun', 202, await require(preflight_job_id));
    expect(run.preflight_job_id).toBe(preflight_job_id);
    const { run_id, commit_sha } = run;
    expect(await world.admin.expect('getRun', 200, { path: { run_id } })).toMatchObject({ preflight_job_id });
    const { data } = await world.admin.expect('listRuns', 200, { query: { commit_sha } });
    expect(data).toMatchObject([{ run_id, preflight_job_id }]);
    const free = await world.admin.expect('createRun', 202, { body: await plannable() });
    expect(free.preflight_job_id).toBeNull();
  });

  test('409: is not made while that is in progress, and tells where to ask', async () => {
    const job_id = await site.begin('/held');
    const told = await refusal(409, job_id);
    const poll_url = `${world.url}/api/v1/preflight/jobs/${job_id}`;
    expect(told).toEqual(['preflight_in_progress', { preflight: { status: 'in_progress', verdict: null, poll_url } }]);
    await world.admin.expect('cancelPreflightJob', 200, { path: { job_id } });
    expect(await refusal(409, job_id)).toEqual(notPassed({ status: 'canceled', verdict: null }));
  });

  test.each([
    ['fail', ['/fail', '/pass', '/missing']],
    ['incomplete', ['/pass', '/missing']],
  ])('409: is not made when that is %s, whoever may not read preflights', async (verdict, paths) => {
    const told = notPassed({ status: 'completed', verdict });
    const job_id = await site.end(...paths);
    expect(await refusal(409, job_id)).toEqual(told);
    expect(await refusal(409, job_id, await world.adminWith(['runs:write']))).toEqual(told);
  });

  test('422: is not made when there is no such preflight, another domain’s included', async () => {
    const stranger = await openWorld();
    await using elsewhere = await openJudgedSite(stranger);
    for (const job_id of [randomUUID(), await elsewhere.end('/pass'), await elsewhere.end('/fail')])
      expect(await refusal(422, job_id)).toEqual(unfit);
  });

  test('422: is not made when that is of a site of another repository, whatever came of it', async () => {
    const { repository_id } = await makeSuite(world, 0);
    const jobs = [await site.end('/pass'), await site.end('/fail'), await site.begin('/held')];
    const [passed = '', , going = ''] = jobs;
    const path = { site_id: site.site_id };
    await world.admin.expect('updateSite', 200, { path, body: { repository_id } });
    for (const job_id of jobs) expect(await refusal(422, job_id)).toEqual(unfit);
    await world.admin.expect('updateSite', 200, { path, body: { repository_id: suite.repository_id } });
    await world.admin.expect('createRun', 202, await require(passed));
    await world.admin.expect('updateSite', 200, { path, body: { repository_id: null } });
    await world.admin.expect('cancelPreflightJob', 200, { path: { job_id: going } });
  });

  test('is judged after its repository, and before its build', async () => {
    const { body } = await require(await site.end('/fail'));
    await world.admin.expect('createRun', 422, { body: { ...body, repository: `${unique('owner')}/tool` } });
    await world.admin.expect('createRun', 409, { body: { ...body, commit_sha: newCommit() } });
  });

  test('202: is made by a token that is confined to the repository, for which there are no preflights', async () => {
    const confines = { token_name: unique('confined'), repository: suite.repository, scopes: ['runs:write' as const] };
    const { token } = await world.admin.expect('createChildToken', 201, { body: confines });
    const confined = createClient(world.url, token);
    await confined.expect('createRun', 202, await require(await site.end('/pass')));
    const [code] = await refusal(409, await site.end('/fail'), confined);
    expect(code).toBe('preflight_not_passed');
  });

  test('a key is not used up by a refusal, and repeats the run even when its preflight is gone', async () => {
    const shortLived = await openWorld();
    const { repository } = await makeSuite(shortLived);
    await using held = await openJudgedSite(shortLived);
    const preflight_job_id = await held.begin('/held');
    const body = { repository, commit_sha: newCommit(), platform: 'windows' as const, preflight_job_id };
    await uploadBuild(shortLived, repository, body.commit_sha, body.platform);
    const input = { body, headers: { 'Idempotency-Key': unique('key') } };
    await shortLived.admin.expect('createRun', 409, input);
    held.release();
    await endOfPreflight(shortLived, preflight_job_id);
    const run = await shortLived.admin.expect('createRun', 202, input);
    const { preflight_job_id: _, ...other } = body;
    await shortLived.admin.expect('createRun', 422, { ...input, body: other });
    await shortLived.admin.expect('deleteSite', 200, { path: { site_id: held.site_id } });
    const again = await shortLived.admin.expect('createRun', 202, input);
    expect(again).toEqual({ ...run, preflight_job_id: null });
    const { code } = await shortLived.admin.expect('createRun', 422, { body });
    expect(code).toBe('unprocessable');
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
    [{ preflight_job_id: '12' }, ['body.preflight_job_id']],
    [{ preflight_job_id: null }, ['body.preflight_job_id']],
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
