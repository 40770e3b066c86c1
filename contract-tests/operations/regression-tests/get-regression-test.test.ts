import { beforeAll, describe, expect, test } from '@jest/globals';
import { expectForeignHidden } from '../../harness/foreign-id.ts';
import { missingId } from '../../harness/missing-ids.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { approveRun, runOnce } from '../../harness/held-run.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { faultyFields } from '../../harness/refusals.ts';
import { makeSuite } from '../../harness/suite.ts';
import { openWorld, sha256, type World } from '../../harness/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

describe('200', () => {
  test('shows the baseline once it is approved, and the variants in the order they were accepted', async () => {
    const suite = await makeSuite(world);
    const [made] = suite.tests;
    const path = { regression_test_id: made?.regression_test_id ?? 0 };
    expect(await world.admin.expect('getRegressionTest', 200, { path })).toEqual(made);
    await runOnce(world, suite, 'two');
    const { run_id } = await runOnce(world, suite, 'one');
    await approveRun(world, suite, run_id);
    const variantPath = { ...path, output_id: made?.outputs[0]?.id ?? 0 };
    const variants = [];
    for (const platform of [{ platform: 'windows' as const }, {}]) {
      const body = { hash: sha256('two'), ...platform };
      variants.push(await world.admin.expect('createVariant', 201, { path: variantPath, body }));
    }
    const { outputs } = await world.admin.expect('getRegressionTest', 200, { path });
    expect(outputs).toEqual([{ ...made?.outputs[0], correct: sha256('one'), variants }]);
  });
});

describe('404', () => {
  test('a test of another domain answers like one that does not exist', async () => {
    const foreign = (await makeSuite(await openWorld())).tests[0]?.regression_test_id ?? 0;
    const at = (regression_test_id: number) => ({ path: { regression_test_id } });
    await expectForeignHidden(world.admin, 'getRegressionTest', at(foreign), at(missingId));
  });
});

describe('400', () => {
  test.each(['0', '1e1', 'abc', '2147483648'])('names the id %j', async (regression_test_id) => {
    const answer = await callLoosely(world.admin, 'getRegressionTest', { path: { regression_test_id } });
    expect(faultyFields(answer)).toEqual(['path.regression_test_id']);
  });
});

describeGuard(() => world, 'getRegressionTest', { path: { regression_test_id: 1 } }, { scope: 'runs:read' });
