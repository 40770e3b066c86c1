import { beforeAll, describe, expect, test } from '@jest/globals';
import { fileFormOf } from '../../harness/file-form.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { describeJsonBody } from '../../harness/json-refusals.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { expectSameNotFound, faultyFields } from '../../harness/refusals.ts';
import { uploadSample } from '../../harness/suite.ts';
import { openWorld, sha256, unique, type World } from '../../harness/world.ts';

let world: World;
let sample_id: number;

beforeAll(async () => {
  world = await openWorld();
  sample_id = (await uploadSample(world, unique('sample'))).sample_id;
});

const queue = async (content = unique('queued'), client = world.admin) =>
  (await client.expect('createQueuedSample', 201, { raw: fileFormOf(content, 'Clip.SRT') })).id;
const link = (queued_id: number, beside = sample_id) =>
  world.admin.call('linkQueuedSample', { path: { queued_id }, body: { sample_id: beside } });

describe('201', () => {
  test('the file is beside the sample and waits no more; it is no sample', async () => {
    const before = (await world.admin.expect('listSamples', 200)).pagination.total;
    const content = unique('content');
    const queued_id = await queue(content);
    const answer = await link(queued_id);
    if (answer.status !== 201) throw new Error(answer.text);
    const filename = `${sha256(content).slice(0, 16)}.srt`;
    expect(answer.body).toEqual({ id: answer.body.id, sample_id, filename });
    expect((await link(queued_id)).status).toBe(404);
    expect((await world.admin.expect('listSamples', 200)).pagination.total).toBe(before);
  });

  test('who uploaded a file links it to any sample of the domain', async () => {
    const member = await world.member('user');
    const input = { path: { queued_id: await queue(unique('mine'), member) }, body: { sample_id } };
    await member.expect('linkQueuedSample', 201, input);
  });
});

describe('409', () => {
  test('content that the sample has beside it; another sample takes it', async () => {
    const content = unique('twice');
    expect((await link(await queue(content))).status).toBe(201);
    const queued_id = await queue(content);
    const answer = await link(queued_id);
    expect([answer.status, JSON.parse(answer.text)]).toMatchObject([409, { code: 'conflict' }]);
    const other = await uploadSample(world, unique('sample'));
    expect((await link(queued_id, other.sample_id)).status).toBe(201);
  });
});

describe('404', () => {
  test('a sample of another domain is like one that does not exist, and the file waits on', async () => {
    const foreign = await uploadSample(await openWorld(), unique('foreign'));
    const queued_id = await queue();
    expectSameNotFound(await link(queued_id, foreign.sample_id), await link(queued_id, 2_147_483_647));
    await world.admin.expect('getQueuedSample', 200, { path: { queued_id } });
  });

  test('another person’s file is like one that does not exist, and waits on', async () => {
    const queued_id = await queue();
    const stranger = await world.member('contributor');
    const send = (id: number) => stranger.call('linkQueuedSample', { path: { queued_id: id }, body: { sample_id } });
    expectSameNotFound(await send(queued_id), await send(2_147_483_647));
    await world.admin.expect('getQueuedSample', 200, { path: { queued_id } });
  });
});

test.each<[string, object]>([
  ['body.sample_id', {}],
  ['body.sample_id', { sample_id: 0 }],
  ['body.sample_id', { sample_id: '3' }],
  ['body.name', { sample_id: 3, name: 'x' }],
])('400: names %s in %j, and the file waits on', async (field, body) => {
  const path = { queued_id: await queue() };
  const answer = await callLoosely(world.admin, 'linkQueuedSample', { path, raw: JSON.stringify(body) });
  expect(faultyFields(answer)).toEqual([field]);
  await world.admin.expect('getQueuedSample', 200, { path });
});

const path = { queued_id: 1 };
describeJsonBody(() => world, 'linkQueuedSample', { path });
describeGuard(() => world, 'linkQueuedSample', { path, raw: '{"sample_id":1}' }, { scope: 'runs:write' });
