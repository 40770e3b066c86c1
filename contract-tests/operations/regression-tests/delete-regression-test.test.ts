import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { expectForeignHidden } from '../../harness/foreign-id.ts';
import { missingId } from '../../harness/missing-ids.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { failureOf, faultyFields } from '../../harness/refusals.ts';
import { makeSuite, queueRun, type Suite } from '../../harness/suite.ts';
import { openWorld, type World } from '../../harness/world.ts';

let world: World;
let suite: Suite;
let path: { regression_test_id: number };

beforeAll(async () => {
  world = await openWorld();
});

beforeEach(async () => {
  suite = await makeSuite(world, 2);
  path = { regression_test_id: suite.tests[0]?.regression_test_id ?? 0 };
});

const shown = () => world.admin.expect('getRegressionTest', 200, { path });

describe('200', () => {
  test('a test that no run planned is gone from everywhere, and only that one', async () => {
    const gone = await world.admin.expect('deleteRegressionTest', 200, { path });
    expect(gone).toEqual({ id: path.regression_test_id, deleted: true });
    await world.admin.expect('getRegressionTest', 404, { path });
    const query = { category: suite.category, active: 'all' as const };
    const { data } = await world.admin.expect('listRegressionTests', 200, { query });
    expect(data.map(({ regression_test_id }) => regression_test_id)).toEqual([suite.tests[1]?.regression_test_id]);
    const categories = await world.admin.expect('listCategories', 200, { query: { limit: 100 } });
    expect(categories.data.find(({ name }) => name === suite.category)?.test_count).toBe(1);
    const sample = { sample_id: suite.sample.sample_id };
    expect(await world.admin.expect('getSample', 200, { path: sample })).toMatchObject({ regression_test_count: 1 });
  });

  test('a contributor may delete one', async () => {
    await (await world.member('contributor', ['runs:write'])).expect('deleteRegressionTest', 200, { path });
  });
});

describe('404', () => {
  test('a second time, as for a test that never was', async () => {
    await world.admin.expect('deleteRegressionTest', 200, { path });
    await expectForeignHidden(
      world.admin,
      'deleteRegressionTest',
      { path },
      { path: { regression_test_id: missingId } },
    );
  });

  test('of two at once one deletes it', async () => {
    const answers = await Promise.all([1, 2].map(() => world.admin.call('deleteRegressionTest', { path })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 404]);
  });

  test('a test of another domain answers like one that does not exist, and stays', async () => {
    const stranger = (await openWorld()).admin;
    await expectForeignHidden(stranger, 'deleteRegressionTest', { path }, { path: { regression_test_id: missingId } });
    expect(await shown()).toEqual(suite.tests[0]);
  });
});

describe('409', () => {
  test('tells how many runs hold the test, which stays', async () => {
    for (let runs = 1; runs <= 2; runs += 1) {
      await queueRun(world, suite, 'windows');
      const { code, details } = await world.admin.expect('deleteRegressionTest', 409, { path });
      expect({ code, run_count: details['run_count'] }).toEqual({ code: 'conflict', run_count: runs });
    }
    expect(await shown()).toEqual(suite.tests[0]);
  });
});

describe('403', () => {
  test.each(['tester', 'user'] as const)('what the role %s asks deletes nothing', async (role) => {
    const answer = await (await world.member(role)).call('deleteRegressionTest', { path });
    expect(failureOf(answer, 403).details).toMatchObject({ user_role: role });
    await shown();
  });
});

describe('400', () => {
  test.each(['0', '1e1', 'abc', '2147483648'])('names the id %j', async (regression_test_id) => {
    const answer = await callLoosely(world.admin, 'deleteRegressionTest', { path: { regression_test_id } });
    expect(faultyFields(answer)).toEqual(['path.regression_test_id']);
  });
});

describeGuard(() => world, 'deleteRegressionTest', { path: { regression_test_id: 1 } }, { scope: 'runs:write' });
