import { beforeAll, describe, expect, test } from '@jest/globals';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { expectSameNotFound } from '../../harness/refusals.ts';
import { makeSuite, queueRun, uploadBuild, type Suite } from '../../harness/suite.ts';
import { newCommit, openWorld, type World } from '../../harness/world.ts';

let world: World;
let suite: Suite;

beforeAll(async () => {
  world = await openWorld();
  suite = await makeSuite(world, 3);
});

const configOf = async (run_id: number) => world.admin.expect('getRunConfig', 200, { path: { run_id } });

describe('200', () => {
  test('shows the frozen plan, tests by id', async () => {
    const commit_sha = newCommit();
    await uploadBuild(world, suite.repository, commit_sha, 'windows');
    const body = { repository: suite.repository, commit_sha, platform: 'windows' as const, branch: 'release/1' };
    const { run_id } = await world.admin.expect('createRun', 202, { body });
    const regression_test_ids = suite.tests.map((planned) => planned.regression_test_id);
    expect(await configOf(run_id)).toEqual({
      ...{ run_id, platform: 'windows', branch: 'release/1', commit_sha, regression_test_ids },
    });
  });

  test('keeps what was planned when the suite changes', async () => {
    const { run_id } = await queueRun(world, suite, 'windows');
    const before = await configOf(run_id);
    const idle = suite.tests[0]?.regression_test_id ?? 0;
    await world.admin.expect('updateRegressionTest', 200, {
      path: { regression_test_id: idle },
      body: { active: false },
    });
    const later = await queueRun(world, suite, 'windows');
    expect(await configOf(run_id)).toEqual(before);
    expect((await configOf(later.run_id)).regression_test_ids).toEqual(before.regression_test_ids.slice(1));
  });
});

test('404: another domain’s run is like one that does not exist', async () => {
  const { run_id } = await queueRun(world, suite, 'windows');
  const stranger = (await openWorld()).admin;
  const config = (id: number) => stranger.call('getRunConfig', { path: { run_id: id } });
  expectSameNotFound(await config(run_id), await config(2_147_483_647));
});

describeGuard(() => world, 'getRunConfig', { path: { run_id: 1 } }, { scope: 'runs:read' });
