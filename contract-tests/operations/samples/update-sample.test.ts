import { beforeAll, describe, expect, test } from '@jest/globals';
import type { components } from '../../../generated/client.ts';
import { expectForeignHidden } from '../../harness/foreign-id.ts';
import { missingId } from '../../harness/missing-ids.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { describeJsonBody } from '../../harness/json-refusals.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { faultyFields } from '../../harness/refusals.ts';
import { finalizeSample } from '../../harness/stage.ts';
import { uploadSample } from '../../harness/suite.ts';
import { openWorld, unique, type World } from '../../harness/world.ts';

type Changes = components['schemas']['SampleUpdateRequest'];

let world: World;
let sample_id: number;

beforeAll(async () => {
  world = await openWorld();
  sample_id = await finalizeSample(world);
});

const update = (body: Changes, id = sample_id) =>
  world.admin.expect('updateSample', 200, { path: { sample_id: id }, body });
const details = (id = sample_id) => world.admin.expect('getSampleDetails', 200, { path: { sample_id: id } });

describe('200', () => {
  test('what is named is changed, the rest stays', async () => {
    const before = await details();
    const changes: Changes[] = [
      { notes: 'Late.\nVery late.' },
      { parameters: '-608', version: '0.95' },
      { platform: 'bsd' },
      { notes: '' },
    ];
    let upload = before.upload;
    for (const change of changes) {
      expect(await update(change)).toEqual({ sample_id, tags: before.tags });
      upload = { ...upload, ...change } as typeof upload;
      expect(await details()).toEqual({ ...before, upload });
    }
  });

  test('tags are replaced: missing ones are made, those that are there keep their spelling', async () => {
    const [old, fresh] = [unique('Old'), unique('fresh')];
    await world.admin.expect('createTag', 201, { body: { name: old, description: 'Made before' } });
    expect(await update({ tags: [fresh, old.toUpperCase()] })).toEqual({
      sample_id,
      tags: [fresh, old].toSorted((a, b) => a.localeCompare(b)),
    });
    const query = { tag: old };
    expect((await world.admin.expect('listSamples', 200, { query })).data.map((row) => row.sample_id)).toEqual([
      sample_id,
    ]);
    expect((await update({ tags: [fresh] })).tags).toEqual([fresh]);
    expect(await update({ tags: [] })).toEqual({ sample_id, tags: [] });
  });

  test('a sample that was uploaded in one step is tagged', async () => {
    const plain = await uploadSample(world, unique('plain'));
    expect((await update({ tags: ['a'] }, plain.sample_id)).tags).toEqual(['a']);
  });
});

test('409: what was said of a sample that was uploaded in one step, and its tags stay', async () => {
  const plain = await uploadSample(world, unique('plain'));
  const input = { path: { sample_id: plain.sample_id }, body: { tags: ['late'], notes: 'x' } };
  expect(await world.admin.expect('updateSample', 409, input)).toMatchObject({ code: 'conflict' });
  expect((await details(plain.sample_id)).tags).toEqual([]);
});

test('404: a sample of another domain is like one that does not exist', async () => {
  const theirs = await finalizeSample(await openWorld());
  const asked = (id: number) => ({ path: { sample_id: id }, raw: '{"tags":["mine"]}' });
  await expectForeignHidden(world.admin, 'updateSample', asked(theirs), asked(missingId));
});

describe('400', () => {
  test.each<[string, object]>([
    ['body', {}],
    ['body.tags[0]', { tags: ['a,b'] }],
    ['body.tags[1]', { tags: ['a', ''] }],
    ['body.tags', { tags: ['a', 'a'] }],
    ['body.tags', { tags: Array.from({ length: 51 }, (_, number) => `t${number}`) }],
    ['body.version', { version: '' }],
    ['body.version', { version: '12345678901' }],
    ['body.platform', { platform: 'plan9' }],
    ['body.parameters', { parameters: 'a'.repeat(1025) }],
    ['body.notes', { notes: 'a'.repeat(1025) }],
    ['body.original_name', { original_name: 'b.ts' }],
  ])('names %s in %j, and changes nothing', async (field, body) => {
    const before = await details();
    const raw = JSON.stringify(body);
    expect(faultyFields(await callLoosely(world.admin, 'updateSample', { path: { sample_id }, raw }))).toEqual([field]);
    expect(await details()).toEqual(before);
  });
});

const path = { sample_id: 1 };
const refusedRoles = ['contributor', 'tester', 'user'] as const;
describeJsonBody(() => world, 'updateSample', { path });
describeGuard(() => world, 'updateSample', { path, raw: '{"tags":[]}' }, { scope: 'runs:write', refusedRoles });
