import { beforeAll, describe, expect, test } from '@jest/globals';
import type { components } from '../../../generated/client.ts';
import { fileFormOf } from '../../harness/file-form.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { describeJsonBody } from '../../harness/json-refusals.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { expectSameNotFound, faultyFields } from '../../harness/refusals.ts';
import { uploadSample } from '../../harness/suite.ts';
import { openWorld, sha256, unique, type World } from '../../harness/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

const said = { version: '0.94', platform: 'linux', parameters: '-608', notes: 'Late.\nVery late.' } as const;
const queue = async (content = unique('queued'), client = world.admin) => {
  const raw = fileFormOf(content, 'Clip.TS');
  return (await client.expect('createQueuedSample', 201, { raw })).id;
};
const finalize = async (
  queued_id: number,
  changes: Partial<components['schemas']['QueuedSampleFinalizeRequest']> = {},
) => world.admin.call('finalizeQueuedSample', { path: { queued_id }, body: { ...said, ...changes } });

describe('201', () => {
  test('the file is a sample and waits no more', async () => {
    const content = unique('content');
    const queued_id = await queue(content);
    const answer = await finalize(queued_id);
    if (answer.status !== 201) throw new Error(answer.text);
    const { sample_id } = answer.body;
    expect(answer.body).toEqual({ sample_id, sha: sha256(content), original_name: 'Clip.TS' });
    expect(answer.headers.get('location')).toBe(`/api/v1/samples/${sample_id}`);
    expect(await world.admin.expect('getSample', 200, { path: { sample_id } })).toMatchObject({
      ...{ sha: sha256(content), size_bytes: content.length, original_name: 'Clip.TS', extension: 'ts', tags: [] },
    });
    await world.admin.expect('getQueuedSample', 404, { path: { queued_id } });
    expect((await finalize(queued_id)).status).toBe(404);
  });

  test.each(['linux', 'windows', 'mac', 'bsd'] as const)('for %s, with nothing more said', async (platform) => {
    const raw = JSON.stringify({ version: '1', platform });
    const path = { queued_id: await queue() };
    const { sample_id } = await world.admin.expect('finalizeQueuedSample', 201, { path, raw });
    const { upload } = await world.admin.expect('getSampleDetails', 200, { path: { sample_id } });
    expect(upload).toEqual({ platform, version: '1', version_released: null, parameters: '', notes: '' });
  });

  test('who uploaded a file finalizes it, and so does an administrator', async () => {
    const member = await world.member('user');
    const mine = { path: { queued_id: await queue(unique('mine'), member) }, body: said };
    await member.expect('finalizeQueuedSample', 201, mine);
    expect((await finalize(await queue(unique('theirs'), member))).status).toBe(201);
  });
});

test('409: content that became a sample meanwhile, and the file still waits', async () => {
  const content = unique('overtaken');
  const queued_id = await queue(content);
  const { sample_id } = await uploadSample(world, content);
  const answer = await finalize(queued_id);
  expect(JSON.parse(answer.text)).toMatchObject({ code: 'conflict', details: { sample_id } });
  await world.admin.expect('getQueuedSample', 200, { path: { queued_id } });
});

test('of a finalizing, a linking and a dropping at once one is done', async () => {
  const { sample_id } = await uploadSample(world, unique('beside'));
  for (let round = 0; round < 5; round += 1) {
    const path = { queued_id: await queue() };
    const answers = await Promise.all([
      world.admin.call('finalizeQueuedSample', { path, body: said }),
      world.admin.call('linkQueuedSample', { path, body: { sample_id } }),
      world.admin.call('deleteQueuedSample', { path }),
    ]);
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status < 300)).toHaveLength(1);
    expect(statuses.filter((status) => status === 404)).toHaveLength(2);
  }
});

test('404: another person’s file is like one that does not exist, and waits on', async () => {
  const queued_id = await queue();
  for (const stranger of [await world.member('contributor'), (await openWorld()).admin]) {
    const send = (id: number) => stranger.call('finalizeQueuedSample', { path: { queued_id: id }, body: said });
    expectSameNotFound(await send(queued_id), await send(2_147_483_647));
  }
  await world.admin.expect('getQueuedSample', 200, { path: { queued_id } });
});

describe('400', () => {
  test.each<[string, object]>([
    ['body.version', { version: undefined }],
    ['body.version', { version: '' }],
    ['body.version', { version: '1'.repeat(11) }],
    ['body.version', { version: 'a\nb' }],
    ['body.platform', { platform: 'plan9' }],
    ['body.platform', { platform: undefined }],
    ['body.parameters', { parameters: 'a'.repeat(1025) }],
    ['body.notes', { notes: 'a'.repeat(1025) }],
    ['body.tags', { tags: [] }],
  ])('names %s in %j, and the file waits on', async (field, change) => {
    const path = { queued_id: await queue() };
    const raw = JSON.stringify({ ...said, ...change });
    expect(faultyFields(await callLoosely(world.admin, 'finalizeQueuedSample', { path, raw }))).toEqual([field]);
    await world.admin.expect('getQueuedSample', 200, { path });
  });
});

const path = { queued_id: 1 };
describeJsonBody(() => world, 'finalizeQueuedSample', { path });
describeGuard(() => world, 'finalizeQueuedSample', { path, raw: JSON.stringify(said) }, { scope: 'runs:write' });
