import { beforeAll, expect, test } from '@jest/globals';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { expectSameNotFound } from '../../harness/refusals.ts';
import { linkFile } from '../../harness/stage.ts';
import { uploadSample } from '../../harness/suite.ts';
import { openWorld, unique, type World } from '../../harness/world.ts';

let world: World;
let sample_id: number;

beforeAll(async () => {
  world = await openWorld();
  sample_id = (await uploadSample(world, unique('sample'))).sample_id;
});

const beside = async () =>
  (await world.admin.expect('getSampleDetails', 200, { path: { sample_id } })).extra_files.map(({ id }) => id);

test('200: the file is beside the sample no more, the others stay', async () => {
  const [kept, dropped] = [await linkFile(world, sample_id), await linkFile(world, sample_id)];
  const path = { sample_id, extra_id: dropped };
  expect(await world.admin.expect('deleteExtraFile', 200, { path })).toEqual({ id: dropped, deleted: true });
  expect(await beside()).toEqual([kept]);
  await world.admin.expect('deleteExtraFile', 404, { path });
  await world.admin.expect('getExtraFileDownload', 404, { path });
});

test('404: a file of another domain, and one beside another sample, is like one that does not exist, and stays', async () => {
  const extra_id = await linkFile(world, sample_id);
  const before = await beside();
  const other = await openWorld();
  const theirs = (await uploadSample(other, unique('theirs'))).sample_id;
  const another = (await uploadSample(world, unique('another'))).sample_id;
  const remove = ({ admin }: World, sample: number, extra: number) =>
    admin.call('deleteExtraFile', { path: { sample_id: sample, extra_id: extra } });
  const missing = await remove(world, sample_id, 2_147_483_647);
  expectSameNotFound(await remove(world, another, extra_id), missing);
  for (const sample of [sample_id, theirs]) expectSameNotFound(await remove(other, sample, extra_id), missing);
  expect(await beside()).toEqual(before);
});

const input = { path: { sample_id: 1, extra_id: 1 } };
const refusedRoles = ['contributor', 'tester', 'user'] as const;
describeGuard(() => world, 'deleteExtraFile', input, { scope: 'runs:write', refusedRoles });
