import { beforeAll, describe, expect, test } from '@jest/globals';
import type { CallInput } from '../../harness/client.ts';
import { makeFailedRun, type FailedRun } from '../../harness/failed-run.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { complete, holdRun } from '../../harness/held-run.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { everyPage } from '../../harness/paging.ts';
import { expectSameNotFound, faultyFields } from '../../harness/refusals.ts';
import { makeSuite, reportResult, uploadBuild } from '../../harness/suite.ts';
import { newCommit, openWorld, type World } from '../../harness/world.ts';

type Query = CallInput<'listSampleResults'>['query'];

let world: World;
let failed: FailedRun;
let sample_id: number;
/** Of the same tests, on another platform and branch; never claimed. */
let waiting: number;

const idAt = (index: number): number => failed.tests[index]?.regression_test_id ?? 0;
const placeOf = (id: number): number => failed.tests.findIndex(({ regression_test_id }) => regression_test_id === id);

beforeAll(async () => {
  world = await openWorld();
  failed = await makeFailedRun(world);
  sample_id = failed.tests[0]?.sample_id ?? 0;
  const { repository } = await world.admin.expect('getRun', 200, { path: { run_id: failed.run_id } });
  const body = { repository, commit_sha: newCommit(), platform: 'windows' as const };
  await uploadBuild(world, repository, body.commit_sha, body.platform);
  const regression_test_ids = [idAt(1), idAt(0), idAt(7)];
  const request = { body: { ...body, branch: 'feature/a_b', regression_test_ids } };
  waiting = (await world.admin.expect('createRun', 202, request)).run_id;
});

const list = async (query: Query = {}) => world.admin.expect('listSampleResults', 200, { path: { sample_id }, query });

/** Run and place of the test in the suite. */
async function rowsOf(query: Query): Promise<[number, number][]> {
  const { data, pagination } = await list(query);
  expect(pagination.total).toBe(data.length);
  return data.map(({ run_id, regression_test_id }) => [run_id, placeOf(regression_test_id)]);
}
const inRun = async (run_id: number, query: Query): Promise<number[]> =>
  (await rowsOf(query)).filter(([run]) => run === run_id).map(([, place]) => place);

describe('200', () => {
  test('shows every planned test over the sample, the newest run first, then by test', async () => {
    const rows = await rowsOf({});
    expect(rows.slice(0, 9)).toEqual([
      ...[0, 1].map((place) => [waiting, place]),
      ...[0, 1, 2, 3, 4, 5, 6].map((place) => [failed.run_id, place]),
    ]);
    const approved = rows.slice(9).map(([run_id]) => run_id);
    expect(approved).toHaveLength(7);
    expect(Math.max(...approved)).toBeLessThan(failed.run_id);
  });

  test('a result says what decided against it, in words that are the same whenever it happens again', async () => {
    const output = failed.tests[1]?.outputs[0]?.id;
    const { data } = await list({ branch: 'main' });
    const signatures = data.filter(({ run_id }) => run_id === failed.run_id);
    expect(signatures.map(({ status, failure_signature }) => [status, failure_signature])).toEqual([
      ['pass', null],
      ['fail', `diff_mismatch:output:${output}`],
      ['missing_output', 'missing_output'],
      ['fail', 'test_failure:timeout'],
      ['fail', 'exit_code_mismatch:rc:1'],
      ['skipped', null],
      ['not_started', null],
    ]);
  });

  test('an output without anything approved is told as that; one that is ignored decides nothing', async () => {
    const made = await makeSuite(world);
    const outputs = [{ expected_filename: 'notes.txt', ignore: true }, { expected_filename: 'out.srt' }];
    const body = {
      sample_id: made.sample.sample_id,
      command: '--x',
      categories: [made.category],
      active: true,
      outputs,
    };
    const added = await world.admin.expect('createRegressionTest', 201, { body });
    const { run_id, lease } = await holdRun(world, { ...made, tests: [added] });
    await reportResult(lease, added, 'new');
    await complete(lease);
    const request = { path: { sample_id: made.sample.sample_id } };
    expect((await world.admin.expect('listSampleResults', 200, request)).data).toMatchObject([
      { run_id, status: 'fail', failure_signature: `missing_expected:output:${added.outputs[1]?.id}` },
    ]);
  });

  test('a row is what the run and its result say', async () => {
    const path = { run_id: failed.run_id };
    const run = await world.admin.expect('getRun', 200, { path });
    const { data } = await list({ regression_test_id: idAt(4), status: 'fail' });
    const { platform, branch, commit_sha, created_at } = run;
    expect(data).toEqual([
      {
        ...{ ...path, regression_test_id: idAt(4), status: 'fail', platform, branch, commit_sha, created_at },
        ...{ tested_at: expect.stringMatching(/Z$/), runtime_ms: 5, failure_signature: 'exit_code_mismatch:rc:1' },
      },
    ]);
  });

  test('without a result there is no moment, time or failure', async () => {
    const [row] = (await list({ platform: 'windows' })).data;
    expect(row).toMatchObject({ status: 'not_started', tested_at: null, runtime_ms: null, failure_signature: null });
  });
});

describe('filters', () => {
  test.each([
    ['pass', [0]],
    ['fail', [1, 3, 4]],
    ['missing_output', [2]],
    ['skipped', [5]],
    ['not_started', [6]],
  ] as const)('status=%s', async (status, places) => {
    expect(await inRun(failed.run_id, { status })).toEqual(places);
  });

  test('a branch, a platform and a test', async () => {
    const both = [0, 1].map((place) => [waiting, place]);
    expect(await rowsOf({ branch: 'feature/a_b' })).toEqual(both);
    expect(await rowsOf({ branch: 'feature/aXb' })).toEqual([]);
    expect(await rowsOf({ platform: 'windows' })).toEqual(both);
    expect((await rowsOf({ regression_test_id: idAt(1) })).slice(0, 2)).toEqual([
      [waiting, 1],
      [failed.run_id, 1],
    ]);
  });

  test('a run that was created at that very moment', async () => {
    const { created_at } = await world.admin.expect('getRun', 200, { path: { run_id: waiting } });
    const local = new Date(Date.parse(created_at) + 2 * 3_600_000).toISOString().replace('Z', '+02:00');
    expect(await inRun(waiting, { created_after: local, created_before: created_at })).toEqual([0, 1]);
    const before = new Date(Date.parse(created_at) - 1).toISOString();
    expect(await inRun(waiting, { created_before: before })).toEqual([]);
    const after = new Date(Date.parse(created_at) + 1).toISOString();
    expect(await inRun(waiting, { created_after: after })).toEqual([]);
  });

  test('all at once', async () => {
    const { created_at } = await world.admin.expect('getRun', 200, { path: { run_id: failed.run_id } });
    const moment = { created_after: created_at, created_before: created_at };
    const query: Query = { ...moment, branch: 'main', platform: 'linux', regression_test_id: idAt(3), status: 'fail' };
    expect(await rowsOf(query)).toEqual([[failed.run_id, 3]]);
    expect(await rowsOf({ ...query, platform: 'windows' })).toEqual([]);
  });
});

test('pages join to the list', async () => {
  for (const limit of [1, 4]) expect(await everyPage((page) => list(page), limit)).toEqual((await list()).data);
  expect(await everyPage((page) => list({ status: 'pass', ...page }), 3)).toEqual(
    (await list({ status: 'pass' })).data,
  );
});

describe('400', () => {
  const refused = async (query: Record<string, string>) =>
    faultyFields(await callLoosely(world.admin, 'listSampleResults', { path: { sample_id }, query }));

  test.each([
    ['limit', '101'],
    ['status', 'running'],
    ['branch', '-/'],
    ['platform', 'mac'],
    ['created_after', 'yesterday'],
    ['created_before', '2026-02-30T00:00:00Z'],
    ['regression_test_id', '0'],
    ['name', 'x'],
  ])('%s=%s', async (name, value) => {
    expect(await refused({ [name]: value })).toEqual([`query.${name}`]);
  });

  test('moments in the wrong order', async () => {
    const query = { created_after: '2026-11-02T00:00:00Z', created_before: '2026-11-01T00:00:00Z' };
    expect(await refused(query)).toEqual(['query.created_after']);
  });

  test('a test over another sample, like one that does not exist', async () => {
    const other = await refused({ regression_test_id: String(idAt(7)) });
    expect(other).toEqual(['query.regression_test_id']);
    expect(await refused({ regression_test_id: '2147483647' })).toEqual(other);
  });
});

test('404: another domain’s sample is like one that does not exist', async () => {
  const stranger = (await openWorld()).admin;
  const history = (id: number) => stranger.call('listSampleResults', { path: { sample_id: id } });
  expectSameNotFound(await history(sample_id), await history(2_147_483_647));
});

describeGuard(() => world, 'listSampleResults', { path: { sample_id: 1 } }, { scope: 'runs:read' });
