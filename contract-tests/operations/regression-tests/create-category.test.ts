import { beforeAll, describe, expect, test } from '@jest/globals';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { describeJsonBody } from '../../harness/json-refusals.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { faultyFields } from '../../harness/refusals.ts';
import { openWorld, unique, type World } from '../../harness/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

const make = (body: { name: string; description?: string }) => world.admin.expect('createCategory', 201, { body });
const categories = async () => (await world.admin.expect('listCategories', 200, { query: { limit: 100 } })).data;

describe('201', () => {
  test('the category is in the list, without a test', async () => {
    const name = unique('Captions');
    const made = await make({ name, description: 'Caption extraction' });
    expect(made).toEqual({ id: made.id, name, description: 'Caption extraction', test_count: 0 });
    expect(await categories()).toContainEqual(made);
  });

  test.each([`né 字幕 🎬 ${unique('x')}`, `a,b %_'"\\/${unique('x')}`, `${unique('x')}${'a'.repeat(48)}`])(
    'the name %j comes back as it was sent, without a description',
    async (name) => {
      expect(await make({ name })).toMatchObject({ name, description: '' });
    },
  );

  test('another domain has the same name for itself', async () => {
    const name = unique('category');
    const own = await make({ name });
    const theirs = await (await openWorld()).admin.expect('createCategory', 201, { body: { name } });
    expect(theirs.id).not.toBe(own.id);
  });

  test('a contributor may make one', async () => {
    const contributor = await world.member('contributor', ['runs:write']);
    await contributor.expect('createCategory', 201, { body: { name: unique('category') } });
  });
});

describe('409', () => {
  test.each<[string, (name: string) => string]>([
    ['the same', (name) => name],
    ['another', (name) => name.toUpperCase()],
  ])('a name that is there in %s spelling, and the category stays as it was', async (_, respell) => {
    const made = await make({ name: unique('category'), description: 'first' });
    const body = { name: respell(made.name), description: 'second' };
    expect(await world.admin.expect('createCategory', 409, { body })).toMatchObject({ code: 'conflict' });
    const kept = (await categories()).filter(({ name }) => name.toLowerCase() === made.name.toLowerCase());
    expect(kept).toEqual([made]);
  });

  test('of two at once one is made', async () => {
    const body = { name: unique('category') };
    const answers = await Promise.all([1, 2].map(() => world.admin.call('createCategory', { body })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  });
});

describe('400', () => {
  test.each<[string, object]>([
    ['body.name', { name: '' }],
    ['body.name', { name: 'a'.repeat(65) }],
    ['body.name', { name: 7 }],
    ['body.name', { description: 'nameless' }],
    ['body.description', { name: 'a', description: 'a'.repeat(1025) }],
    ['body.colour', { name: 'a', colour: 'red' }],
    ['body', { name: 'a\0' }],
  ])('names %s in %j, and makes no category', async (field, body) => {
    const before = await categories();
    expect(faultyFields(await callLoosely(world.admin, 'createCategory', { raw: JSON.stringify(body) }))).toEqual([
      field,
    ]);
    expect(await categories()).toEqual(before);
  });
});

describeJsonBody(() => world, 'createCategory');

const input = { raw: JSON.stringify({ name: unique('category') }) };
describeGuard(() => world, 'createCategory', input, { scope: 'runs:write', refusedRoles: ['tester', 'user'] });
