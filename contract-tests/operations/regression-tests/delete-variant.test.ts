import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { components } from '../../../generated/client.ts';
import { expectForeignHidden } from '../../harness/foreign-id.ts';
import { missingId } from '../../harness/missing-ids.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { approveRun, runOnce } from '../../harness/held-run.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { failureOf, faultyFields } from '../../harness/refusals.ts';
import { makeSuite, type Suite } from '../../harness/suite.ts';
import { openWorld, sha256, unique, type World } from '../../harness/world.ts';

let world: World;
let suite: Suite;
let output: { regression_test_id: number; output_id: number };
let path: typeof output & { variant_id: number };
let variant: components['schemas']['Variant'];
let content: string;

beforeAll(async () => {
  world = await openWorld();
  suite = await makeSuite(world);
  const [made] = suite.tests;
  output = { regression_test_id: made?.regression_test_id ?? 0, output_id: made?.outputs[0]?.id ?? 0 };
  await approveRun(world, suite, (await runOnce(world, suite, 'approved')).run_id);
});

beforeEach(async () => {
  content = unique('content');
  await runOnce(world, suite, content);
  variant = await world.admin.expect('createVariant', 201, { path: output, body: { hash: sha256(content) } });
  path = { ...output, variant_id: variant.id };
});

const variants = async () => {
  const { outputs } = await world.admin.expect('getRegressionTest', 200, {
    path: { regression_test_id: output.regression_test_id },
  });
  return outputs[0]?.variants ?? [];
};

describe('200', () => {
  test('runs that come accept it no more; a run that passed by it stays passed', async () => {
    const passed = await runOnce(world, suite, content);
    const before = await variants();
    expect(await world.admin.expect('deleteVariant', 200, { path })).toEqual({ id: variant.id, deleted: true });
    expect(await variants()).toEqual(before.filter(({ id }) => id !== variant.id));
    expect((await runOnce(world, suite, content)).status).toBe('fail');
    const { status } = await world.admin.expect('getRun', 200, { path: { run_id: passed.run_id } });
    expect(status).toBe('pass');
  });

  test('withdrawn, it can be accepted again', async () => {
    await world.admin.expect('deleteVariant', 200, { path });
    const again = await world.admin.expect('createVariant', 201, { path: output, body: { hash: sha256(content) } });
    expect(again.id).not.toBe(variant.id);
  });
});

describe('404', () => {
  test('a second time, as for a variant that never was', async () => {
    await world.admin.expect('deleteVariant', 200, { path });
    await expectForeignHidden(world.admin, 'deleteVariant', { path }, { path: { ...path, variant_id: missingId } });
  });

  test('a variant of another domain answers like one that does not exist, and stays', async () => {
    const stranger = (await openWorld()).admin;
    await expectForeignHidden(stranger, 'deleteVariant', { path }, { path: { ...path, variant_id: missingId } });
    expect(await variants()).toContainEqual(variant);
  });

  test('under another test or output it is not found, and stays', async () => {
    const [other] = (await makeSuite(world)).tests;
    const crossed = [
      { ...path, regression_test_id: other?.regression_test_id ?? 0 },
      { ...path, output_id: other?.outputs[0]?.id ?? 0 },
    ];
    for (const wrong of crossed) await world.admin.expect('deleteVariant', 404, { path: wrong });
    expect(await variants()).toContainEqual(variant);
  });
});

describe('403', () => {
  test.each(['tester', 'user'] as const)('what the role %s asks withdraws nothing', async (role) => {
    const answer = await (await world.member(role)).call('deleteVariant', { path });
    expect(failureOf(answer, 403).details).toMatchObject({ user_role: role });
    expect(await variants()).toContainEqual(variant);
  });
});

describe('400', () => {
  test.each(['regression_test_id', 'output_id', 'variant_id'])('names %s', async (name) => {
    const answer = await callLoosely(world.admin, 'deleteVariant', { path: { ...path, [name]: '0' } });
    expect(faultyFields(answer)).toEqual([`path.${name}`]);
  });
});

const anywhere = { path: { regression_test_id: 1, output_id: 1, variant_id: 1 } };
describeGuard(() => world, 'deleteVariant', anywhere, { scope: 'runs:write' });
