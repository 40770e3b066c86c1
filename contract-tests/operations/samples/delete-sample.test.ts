import { beforeAll, describe, expect, test } from '@jest/globals';
import { expectForeignHidden } from '../../harness/foreign-id.ts';
import { missingId } from '../../harness/missing-ids.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { finalizeSample, linkFile } from '../../harness/stage.ts';
import { makeSuite, queueRun, uploadSample } from '../../harness/suite.ts';
import { openWorld, unique, type World } from '../../harness/world.ts';

const category = unique('category');
let world: World;

beforeAll(async () => {
  world = await openWorld();
  await world.admin.expect('createCategory', 201, { body: { name: category } });
});

const testOf = (sample_id: number) => ({
  body: { sample_id, command: '--x', categories: [category], outputs: [] },
});

describe('200', () => {
  test('2.10b: the sample and the files beside it are gone, and its content may come again', async () => {
    const content = unique('content');
    const { sample_id } = await uploadSample(world, content);
    const extra_id = await linkFile(world, sample_id);
    const path = { sample_id };
    expect(await world.admin.expect('deleteSample', 200, { path })).toEqual({ sample_id, deleted: true });
    await world.admin.expect('getSample', 404, { path });
    await world.admin.expect('getSampleDetails', 404, { path });
    await world.admin.expect('getExtraFileDownload', 404, { path: { sample_id, extra_id } });
    const again = await uploadSample(world, content);
    expect(again.sample_id).not.toBe(sample_id);
    await world.admin.expect('getSampleDownload', 200, { path: { sample_id: again.sample_id } });
  });

  test('another domain’s sample of the same content stays, with its bytes', async () => {
    const [content, other] = [unique('shared'), await openWorld()];
    const [own, theirs] = [await uploadSample(world, content), await uploadSample(other, content)];
    await world.admin.expect('deleteSample', 200, { path: { sample_id: own.sample_id } });
    const path = { sample_id: theirs.sample_id };
    expect(await other.admin.expect('getSampleDownload', 200, { path })).toMatchObject({ storage_status: 'ok' });
  });

  test('with its tags and what was said of it; the tags stay', async () => {
    const path = { sample_id: await finalizeSample(world) };
    const tag = unique('tag');
    await world.admin.expect('updateSample', 200, { path, body: { tags: [tag] } });
    await world.admin.expect('deleteSample', 200, { path });
    const { data } = await world.admin.expect('listTags', 200, { query: { limit: 100 } });
    expect(data.map(({ name }) => name)).toContain(tag);
  });
});

describe('409', () => {
  test('while a regression test is over it, active or not', async () => {
    const { sample_id } = await uploadSample(world, unique('tested'));
    const path = { sample_id };
    const made = await world.admin.expect('createRegressionTest', 201, testOf(sample_id));
    const { code, details } = await world.admin.expect('deleteSample', 409, { path });
    expect({ code, ...details }).toMatchObject({ code: 'conflict', test_count: 1, run_count: 0 });
    const { regression_test_id } = made;
    await world.admin.expect('deleteRegressionTest', 200, { path: { regression_test_id } });
    await world.admin.expect('deleteSample', 200, { path });
  });

  test('while runs planned it, and nothing of it changes', async () => {
    const suite = await makeSuite(world);
    for (let count = 0; count < 2; count += 1) await queueRun(world, suite, 'windows');
    const path = { sample_id: suite.sample.sample_id };
    const extra_id = await linkFile(world, path.sample_id);
    const before = await world.admin.expect('getSampleDetails', 200, { path });
    const { details } = await world.admin.expect('deleteSample', 409, { path });
    expect(details).toMatchObject({ test_count: suite.tests.length, run_count: 2 });
    expect(await world.admin.expect('getSampleDetails', 200, { path })).toEqual(before);
    await world.admin.expect('getExtraFileDownload', 200, { path: { ...path, extra_id } });
  });

  test('of a deletion and a test that is made at once one is refused', async () => {
    for (let round = 0; round < 8; round += 1) {
      const { sample_id } = await uploadSample(world, unique('raced'));
      const [made, deleted] = await Promise.all([
        world.admin.call('createRegressionTest', testOf(sample_id)),
        world.admin.call('deleteSample', { path: { sample_id } }),
      ]);
      expect([
        [201, 409],
        [422, 200],
      ]).toContainEqual([made.status, deleted.status]);
    }
  });
});

test('404: a sample of another domain is like one that does not exist, and stays', async () => {
  const other = await openWorld();
  const { sample_id } = await uploadSample(other, unique('theirs'));
  const asked = (id: number) => ({ path: { sample_id: id } });
  await expectForeignHidden(world.admin, 'deleteSample', asked(sample_id), asked(missingId));
  await other.admin.expect('getSample', 200, asked(sample_id));
});

const refusedRoles = ['contributor', 'tester', 'user'] as const;
describeGuard(() => world, 'deleteSample', { path: { sample_id: 1 } }, { scope: 'runs:write', refusedRoles });
