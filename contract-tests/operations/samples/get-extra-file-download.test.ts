import { beforeAll, expect, test } from '@jest/globals';
import { fileFormOf } from '../../harness/file-form.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { expectSameNotFound, faultyFields } from '../../harness/refusals.ts';
import { linkFile } from '../../harness/stage.ts';
import { fetchFile } from '../../harness/stored-file.ts';
import { uploadSample } from '../../harness/suite.ts';
import { openWorld, sha256, unique, type World } from '../../harness/world.ts';

let world: World;
let sample_id: number;

beforeAll(async () => {
  world = await openWorld();
  sample_id = (await uploadSample(world, unique('sample'))).sample_id;
});

test('200: an address that serves the bytes under the name they came with', async () => {
  const content = unique('captions');
  const { id } = await world.admin.expect('createQueuedSample', 201, { raw: fileFormOf(content, 'Untertitel ä.srt') });
  const linking = { path: { queued_id: id }, body: { sample_id } };
  const linked = await world.admin.expect('linkQueuedSample', 201, linking);
  const path = { sample_id, extra_id: linked.id };
  const answer = await world.admin.call('getExtraFileDownload', { path });
  if (answer.status !== 200) throw new Error(answer.text);
  const { download_url, ...told } = answer.body;
  expect(told).toEqual({
    ...{ filename: 'Untertitel ä.srt', storage_status: 'ok', sha256: sha256(content), size_bytes: content.length },
  });
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect((await fetchFile(download_url)).bytes.toString()).toBe(content);
});

test('404: a file of another domain, and one beside another sample, is like one that does not exist', async () => {
  const other = await openWorld();
  const theirs = (await uploadSample(other, unique('theirs'))).sample_id;
  const another = (await uploadSample(world, unique('another'))).sample_id;
  const ask = (sample: number, extra_id: number) =>
    world.admin.call('getExtraFileDownload', { path: { sample_id: sample, extra_id } });
  const missing = await ask(sample_id, 2_147_483_647);
  expectSameNotFound(await ask(theirs, await linkFile(other, theirs)), missing);
  expectSameNotFound(await ask(sample_id, await linkFile(world, another)), missing);
});

test('400: id 0', async () => {
  const answer = await world.admin.call('getExtraFileDownload', { path: { sample_id, extra_id: 0 } });
  expect(faultyFields(answer)).toEqual(['path.extra_id']);
});

const input = { path: { sample_id: 1, extra_id: 1 } };
describeGuard(() => world, 'getExtraFileDownload', input, { scope: 'runs:read' });
