import { beforeAll, describe, expect, test } from '@jest/globals';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { describeJsonBody } from '../../harness/json-refusals.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { faultyFields } from '../../harness/refusals.ts';
import { makeSuite, queueRun, type Suite } from '../../harness/suite.ts';
import { newCommit, openWorld, unique, type World } from '../../harness/world.ts';

let world: World;
let suite: Suite;

beforeAll(async () => {
  world = await openWorld();
  suite = await makeSuite(world);
});

const bodyOf = (more: object = {}) => ({
  ...{ repository: suite.repository, version: '0.94', released: '2021-12-15', commit_sha: newCommit(), ...more },
});
const listed = async () => (await world.admin.expect('listVersions', 200, { query: { limit: 100 } })).data;

test('201: the version as it is listed, by who recorded it', async () => {
  const body = { ...bodyOf({ version: '1 β' }), repository: suite.repository.toUpperCase() };
  const { user_id } = await world.admin.expect('getCurrentUser', 200);
  const commit_sha = body.commit_sha.toUpperCase();
  const { version_id, created_at, ...made } = await world.admin.expect('createVersion', 201, {
    body: { ...body, commit_sha },
  });
  expect(made).toEqual({ ...body, repository: suite.repository, user_id });
  expect(await listed()).toContainEqual({ version_id, created_at, ...made });
});

test('201: its runs are found by it, in its repository alone', async () => {
  const run = await queueRun(world, suite, 'windows');
  await queueRun(world, suite, 'windows');
  const { commit_sha } = await world.admin.expect('getRun', 200, { path: { run_id: run.run_id } });
  const other = await makeSuite(world);
  await world.admin.expect('createVersion', 201, { body: bodyOf({ version: 'found', commit_sha }) });
  await world.admin.expect('createVersion', 201, {
    body: bodyOf({ repository: other.repository, version: 'elsewhere', commit_sha }),
  });
  const found = async (ccx_version: string) => {
    const { data, pagination } = await world.admin.expect('listRuns', 200, { query: { ccx_version } });
    expect(pagination.total).toBe(data.length);
    return data.map(({ run_id }) => run_id);
  };
  expect([await found('found'), await found('elsewhere')]).toEqual([[run.run_id], []]);
});

test('201: two repositories may have versions of one name', async () => {
  const other = await makeSuite(world);
  const bodies = [bodyOf({ version: 'same' }), bodyOf({ repository: other.repository, version: 'same' })];
  for (const body of bodies) await world.admin.expect('createVersion', 201, { body });
  const same = (await listed()).filter(({ version }) => version === 'same');
  expect(same.map(({ commit_sha }) => commit_sha).toSorted()).toEqual(bodies.map((body) => body.commit_sha).toSorted());
});

test('409: a repository has one version of a name', async () => {
  const body = bodyOf({ version: 'once' });
  await world.admin.expect('createVersion', 201, { body });
  const before = await listed();
  const again = { ...body, commit_sha: newCommit() };
  expect(await world.admin.expect('createVersion', 409, { body: again })).toMatchObject({ code: 'conflict' });
  expect(await listed()).toEqual(before);
});

test('422: a repository that is not registered in the own domain', async () => {
  const foreign = await makeSuite(await openWorld());
  for (const repository of [foreign.repository, `${unique('no')}/such`]) {
    const body = bodyOf({ repository, version: 'nowhere' });
    const refused = await world.admin.expect('createVersion', 422, { body });
    expect(refused).toMatchObject({ code: 'unprocessable', details: { repository } });
  }
  expect((await listed()).map(({ version }) => version)).not.toContain('nowhere');
});

describe('400', () => {
  test.each<[string, object]>([
    ['released', { released: '2021-02-30' }],
    ['released', { released: '0000-01-01' }],
    ['released', { released: '2021-12-15T00:00:00Z' }],
    ['version', { version: '' }],
    ['version', { version: '12345678901' }],
    ['version', { version: 'a\u0001' }],
    ['commit_sha', { commit_sha: 'abc' }],
    ['repository', { repository: 'tool' }],
    ['surprise', { surprise: 1 }],
  ])('names %s in %j', async (field, wrong) => {
    const raw = JSON.stringify(bodyOf({ version: 'wrong', ...wrong }));
    expect(faultyFields(await callLoosely(world.admin, 'createVersion', { raw }))).toEqual([`body.${field}`]);
  });
});

describeJsonBody(() => world, 'createVersion');
const input = {
  raw: JSON.stringify({ repository: 'no/such', version: '1', released: '2021-12-15', commit_sha: newCommit() }),
};
describeGuard(() => world, 'createVersion', input, { scope: 'system:write' });
