import { beforeAll, describe, expect, test } from '@jest/globals';
import { expectForeignHidden } from '../../harness/foreign-id.ts';
import { missingId } from '../../harness/missing-ids.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { faultyFields } from '../../harness/refusals.ts';
import { makeSuite, uploadSample, type Suite } from '../../harness/suite.ts';
import { openWorld, sha256, unique, type World } from '../../harness/world.ts';

let world: World;
let suite: Suite;

beforeAll(async () => {
  world = await openWorld();
  suite = await makeSuite(world, 2);
});

const show = (sample_id: number) => world.admin.expect('getSample', 200, { path: { sample_id } });

describe('200', () => {
  test('shows what was uploaded', async () => {
    const content = unique('content');
    const tags = ['Teletext', 'cea-608', 'VBI'];
    const query = { filename: 'Pop.On.M2TS', tags };
    const { sample_id } = await world.admin.expect('createSample', 201, { query, raw: content });
    expect(await show(sample_id)).toEqual({
      sample_id,
      sha: sha256(content),
      extension: 'm2ts',
      original_name: 'Pop.On.M2TS',
      filename: `${sha256(content).slice(0, 16)}.m2ts`,
      size_bytes: content.length,
      tags: ['cea-608', 'Teletext', 'VBI'],
      regression_test_count: 0,
      active: false,
      created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    });
  });

  test('counts the active tests that use it, and follows their changes', async () => {
    const { sample, tests } = suite;
    expect(await show(sample.sample_id)).toMatchObject({ regression_test_count: 2, active: true });
    for (const { regression_test_id } of tests)
      await world.admin.expect('updateRegressionTest', 200, { path: { regression_test_id }, body: { active: false } });
    expect(await show(sample.sample_id)).toMatchObject({ regression_test_count: 0, active: false });
  });
});

describe('404', () => {
  test('a sample of another domain answers like one that does not exist', async () => {
    const foreign = await uploadSample(await openWorld());
    const at = (sample_id: number) => ({ path: { sample_id } });
    await expectForeignHidden(world.admin, 'getSample', at(foreign.sample_id), at(missingId));
  });
});

describe('400', () => {
  test.each(['0', '-1', '1e1', '0x1', 'abc', '2147483648', '1 '])('names the id %j', async (sample_id) => {
    expect(faultyFields(await callLoosely(world.admin, 'getSample', { path: { sample_id } }))).toEqual([
      'path.sample_id',
    ]);
  });
});

describeGuard(() => world, 'getSample', { path: { sample_id: 1 } }, { scope: 'runs:read' });
