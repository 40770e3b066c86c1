import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { missingId } from '../../harness/missing-ids.ts';
import { runOnce } from '../../harness/held-run.ts';
import { describeJsonBody } from '../../harness/json-refusals.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { faultyFields } from '../../harness/refusals.ts';
import { makeSuite, queueRun, testIdsOf, uploadBuild, type Suite } from '../../harness/suite.ts';
import { openWorld, type World } from '../../harness/world.ts';

let world: World;
let suite: Suite;
let ids: number[];

beforeAll(async () => {
  world = await openWorld();
});
beforeEach(async () => {
  suite = await makeSuite(world, 3);
  ids = testIdsOf(suite).toSorted((one, other) => one - other);
});

const set = (regression_test_ids: number[], active: boolean) =>
  world.admin.expect('updateRegressionTests', 200, { body: { regression_test_ids, active } });
const shown = () =>
  Promise.all(
    ids.map(async (regression_test_id) => {
      const test = await world.admin.expect('getRegressionTest', 200, { path: { regression_test_id } });
      return test.active;
    }),
  );

describe('200', () => {
  test('tells which changed and which were so; the opposite for those that changed undoes it', async () => {
    const [first = 0, second = 0, third = 0] = ids;
    expect(await set([second], false)).toEqual({ active: false, changed_ids: [second], unchanged_ids: [] });
    const done = await set([third, second], false);
    expect(done).toEqual({ active: false, changed_ids: [third], unchanged_ids: [second] });
    expect(await shown()).toEqual([true, false, false]);
    const again = { active: false, changed_ids: [], unchanged_ids: [second, third] };
    expect(await set([third, second], false)).toEqual(again);
    expect(await set(done.changed_ids, true)).toMatchObject({ changed_ids: [third] });
    expect(await shown()).toEqual([true, false, true]);
    expect(await set([third, first, second], true)).toEqual({
      ...{ active: true, changed_ids: [second], unchanged_ids: [first, third] },
    });
  });

  test('what is inactive is planned no more; a run that planned it keeps it', async () => {
    const { run_id } = await queueRun(world, suite, 'linux', { regression_test_ids: ids });
    await set(ids.slice(1), false);
    const { data } = await world.admin.expect('listRunSamples', 200, { path: { run_id } });
    expect(data).toHaveLength(3);
    const one = await runOnce(
      world,
      { ...suite, tests: suite.tests.filter((each) => each.regression_test_id === ids[0]) },
      'x',
    );
    expect(one.status).toBe('fail');
    const body = { commit_sha: '1'.repeat(40), platform: 'linux' as const, regression_test_ids: ids };
    await uploadBuild(world, suite.repository, body.commit_sha, 'linux');
    const refused = await world.admin.expect('createRun', 422, { body: { ...body, repository: suite.repository } });
    expect(refused.details).toMatchObject({ inactive_ids: ids.slice(1) });
  });

  test('of two opposite at once over the same tests, in any order, each changes all or none', async () => {
    const [off, on] = await Promise.all([set(ids, false), set(ids.toReversed(), true)]);
    expect(off.changed_ids).toEqual(ids);
    expect([[], ids]).toContainEqual(on.changed_ids);
    expect(new Set(await shown()).size).toBe(1);
    const [active = true] = await shown();
    const same = await Promise.all(Array.from({ length: 20 }, () => set(ids, !active)));
    expect(same.flatMap(({ changed_ids }) => changed_ids)).toEqual(ids);
  });

  test('a contributor with runs:write may', async () => {
    const contributor = await world.member('contributor', ['runs:write']);
    const body = { regression_test_ids: ids, active: false };
    await contributor.expect('updateRegressionTests', 200, { body });
  });
});

test('422: what the domain does not know is named, and nothing changes, here or there', async () => {
  const stranger = await openWorld();
  const [foreign = 0] = testIdsOf(await makeSuite(stranger));
  const body = { regression_test_ids: [...ids, missingId, foreign], active: false };
  const { code, details } = await world.admin.expect('updateRegressionTests', 422, { body });
  expect([code, details]).toMatchObject(['unprocessable', { unknown_ids: [missingId, foreign] }]);
  expect(await shown()).toEqual([true, true, true]);
  const path = { regression_test_id: foreign };
  expect(await stranger.admin.expect('getRegressionTest', 200, { path })).toMatchObject({ active: true });
});

test.each<[string, object]>([
  ['body.regression_test_ids', { active: true }],
  ['body.active', { regression_test_ids: [1] }],
  ['body.regression_test_ids', { active: true, regression_test_ids: [] }],
  ['body.regression_test_ids', { active: true, regression_test_ids: [1, 1] }],
  ['body.regression_test_ids', { active: true, regression_test_ids: Array.from({ length: 501 }, (_, at) => at + 1) }],
  ['body.regression_test_ids[0]', { active: true, regression_test_ids: [0] }],
  ['body.command', { active: true, regression_test_ids: [1], command: '-' }],
])('400: names %s', async (field, body) => {
  const answer = await callLoosely(world.admin, 'updateRegressionTests', { raw: JSON.stringify(body) });
  expect(faultyFields(answer)).toEqual([field]);
});

describeJsonBody(() => world, 'updateRegressionTests', {});
const raw = JSON.stringify({ regression_test_ids: [missingId], active: true });
describeGuard(() => world, 'updateRegressionTests', { raw }, { scope: 'runs:write', refusedRoles: ['tester', 'user'] });
