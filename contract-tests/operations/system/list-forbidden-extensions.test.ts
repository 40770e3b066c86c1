import { beforeAll, expect, test } from '@jest/globals';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { everyPage } from '../../harness/paging.ts';
import { faultyFields } from '../../harness/refusals.ts';
import { newExtension, openWorld, type World } from '../../harness/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

const page = (query: object) => world.admin.expect('listForbiddenExtensions', 200, { query });

test('200: those of the installation in alphabetical order, a page at a time', async () => {
  const made = [`z${newExtension()}`, `0${newExtension()}`, `m${newExtension()}`];
  for (const extension of made) await world.operator.expect('createForbiddenExtension', 201, { body: { extension } });
  const whole = await everyPage(page, 100);
  expect(whole).toEqual(whole.toSorted());
  expect(whole).toEqual(expect.arrayContaining(made));
  expect(await everyPage(page, Math.ceil(whole.length / 2))).toEqual(whole);
});

test('400: a page of none, or of too many', async () => {
  for (const query of [{ limit: 0 }, { limit: 101 }])
    expect(faultyFields(await world.admin.call('listForbiddenExtensions', { query }))).toEqual(['query.limit']);
});

const refusedRoles = ['contributor', 'tester', 'user'] as const;
describeGuard(() => world, 'listForbiddenExtensions', {}, { scope: 'system:read', refusedRoles });
