import { beforeAll, describe, expect, test } from '@jest/globals';
import { describeJsonBody } from '../../harness/json-refusals.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { faultyFields } from '../../harness/refusals.ts';
import { openWorld, unique, type World } from '../../harness/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

const make = (body: { name: string; description?: string }) => world.admin.expect('createTag', 201, { body });
const tags = async () => (await world.admin.expect('listTags', 200, { query: { limit: 100 } })).data;

describe('201', () => {
  test('the tag is in the list and can be put on a sample', async () => {
    const name = unique('CEA-608');
    const made = await make({ name, description: 'Carries captions' });
    expect(made).toEqual({ id: made.id, name, description: 'Carries captions' });
    expect(await tags()).toContainEqual(made);
    const query = { filename: 'a.ts', tags: [name.toLowerCase()] };
    const sample = await world.admin.expect('createSample', 201, { query, raw: unique('tagged') });
    expect(sample.tags).toEqual([name]);
  });

  test.each([`né 字幕 🎬 ${unique('x')}`, `%_'"\\/${unique('x')}`, `${unique('x')}${'a'.repeat(48)}`])(
    'the name %j comes back as it was sent, without a description',
    async (name) => {
      expect(await make({ name })).toMatchObject({ name, description: '' });
    },
  );

  test('another domain has the same name for itself', async () => {
    const name = unique('tag');
    const own = await make({ name });
    const theirs = await (await openWorld()).admin.expect('createTag', 201, { body: { name } });
    expect(theirs.id).not.toBe(own.id);
  });
});

describe('409', () => {
  test.each<[string, (name: string) => string]>([
    ['the same', (name) => name],
    ['another', (name) => name.toUpperCase()],
  ])('a name that is there in %s spelling, and the tag stays as it was', async (_, respell) => {
    const made = await make({ name: unique('tag'), description: 'first' });
    const body = { name: respell(made.name), description: 'second' };
    expect(await world.admin.expect('createTag', 409, { body })).toMatchObject({ code: 'conflict' });
    const kept = (await tags()).filter(({ name }) => name.toLowerCase() === made.name.toLowerCase());
    expect(kept).toEqual([made]);
  });

  test('of two at once one is made', async () => {
    const body = { name: unique('tag') };
    const answers = await Promise.all([1, 2].map(() => world.admin.call('createTag', { body })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  });
});

describe('400', () => {
  test.each<[string, object]>([
    ['body.name', { name: '' }],
    ['body.name', { name: 'a,b' }],
    ['body.name', { name: 'a\nb' }],
    ['body.name', { name: 'a'.repeat(65) }],
    ['body.name', { description: 'nameless' }],
    ['body.description', { name: 'a', description: 'a'.repeat(1025) }],
    ['body.colour', { name: 'a', colour: 'red' }],
    ['body', { name: 'a', description: 'b\0' }],
  ])('names %s in %j, and makes no tag', async (field, body) => {
    const before = await tags();
    expect(faultyFields(await callLoosely(world.admin, 'createTag', { raw: JSON.stringify(body) }))).toEqual([field]);
    expect(await tags()).toEqual(before);
  });
});

describeJsonBody(() => world, 'createTag');

const input = { raw: JSON.stringify({ name: unique('tag') }) };
const refusedRoles = ['contributor', 'tester', 'user'] as const;
describeGuard(() => world, 'createTag', input, { scope: 'runs:write', refusedRoles });
