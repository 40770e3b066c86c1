import { beforeAll, describe, expect, test } from '@jest/globals';
import type { components } from '../../../generated/client.ts';
import { everyPage } from '../../harness/paging.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { faultyFields } from '../../harness/refusals.ts';
import { makeSuite } from '../../harness/suite.ts';
import { openWorld, unique, type World } from '../../harness/world.ts';

type Sample = components['schemas']['Sample'];

let world: World;
let used: Sample;
let idle: Sample;
let percent: Sample;
let unused: Sample;
const tag = unique('CEA-608');

beforeAll(async () => {
  world = await openWorld();
  const { sample, tests, category } = await makeSuite(world);
  used = { ...sample, active: true, regression_test_count: tests.length };
  const upload = (query: { filename: string; tags?: string[] }) =>
    world.admin.expect('createSample', 201, { query, raw: unique('sample') });
  idle = await upload({ filename: 'Pop-On.MP4', tags: [tag, 'roll-up'] });
  percent = await upload({ filename: '100%_é.ts', tags: [tag] });
  unused = await upload({ filename: 'captions' });
  const draft = { sample_id: idle.sample_id, command: '-', categories: [category], active: false };
  await world.admin.expect('createRegressionTest', 201, { body: draft });
});

describe('200', () => {
  test('lists the samples of the domain by id, each as it was uploaded, with the use that is made of it', async () => {
    const { data, pagination } = await world.admin.expect('listSamples', 200);
    expect(data).toEqual([used, idle, percent, unused]);
    expect(pagination).toEqual({ limit: 50, offset: 0, total: 4, next_offset: null, truncated: false });
  });

  test.each([1, 2, 3, 4])('pages of %d are the whole list, each sample once', async (limit) => {
    const rows = await everyPage((query) => world.admin.expect('listSamples', 200, { query }), limit);
    expect(rows).toEqual([used, idle, percent, unused]);
  });

  test('a page beyond the end is empty and keeps the total', async () => {
    const { data, pagination } = await world.admin.expect('listSamples', 200, { query: { offset: 2_147_483_647 } });
    expect({ data, total: pagination.total, next: pagination.next_offset }).toEqual({ data: [], total: 4, next: null });
  });

  test.each<[string, () => Record<string, string>, () => Sample[]]>([
    ['those that an active test uses', () => ({ status: 'active' }), () => [used]],
    ['those that no active test uses', () => ({ status: 'inactive' }), () => [idle, percent, unused]],
    ['a part of the name in any case', () => ({ name: 'pop-ON' }), () => [idle]],
    ['a percent sign as itself', () => ({ name: '0%_' }), () => [percent]],
    ['nothing for a wildcard', () => ({ name: 'p%n' }), () => []],
    ['letters beyond ASCII', () => ({ name: 'é' }), () => [percent]],
    ['a tag in any case', () => ({ tag: tag.toUpperCase() }), () => [idle, percent]],
    ['nothing for a part of a tag', () => ({ tag: tag.slice(0, 7) }), () => []],
    ['a digest', () => ({ sha256: idle.sha }), () => [idle]],
    ['an extension in any case', () => ({ extension: 'mp4' }), () => [idle]],
    ['an extension in upper case', () => ({ extension: 'M2TS' }), () => [used]],
    ['all filters at once', () => ({ tag, extension: 'ts', status: 'inactive', name: '100' }), () => [percent]],
    ['nothing when one filter does not fit', () => ({ tag, extension: 'ts', status: 'active' }), () => []],
  ])('finds %s, and counts only them', async (_, query, expected) => {
    const { data, pagination } = await world.admin.expect('listSamples', 200, { query: query() });
    expect(data).toEqual(expected());
    expect(pagination.total).toBe(expected().length);
  });

  test('shows nothing of another domain, whatever is asked', async () => {
    const stranger = (await openWorld()).admin;
    for (const query of [{}, { sha256: used.sha }, { tag }]) {
      const { data, pagination } = await stranger.expect('listSamples', 200, { query });
      expect({ data, total: pagination.total }).toEqual({ data: [], total: 0 });
    }
  });

  test('every role reads it', async () => {
    const reader = await world.member('user', ['runs:read']);
    const { pagination } = await reader.expect('listSamples', 200);
    expect(pagination.total).toBe(4);
  });
});

describe('400', () => {
  test.each([
    ['limit', '0'],
    ['limit', '101'],
    ['limit', '1e1'],
    ['offset', '-1'],
    ['offset', '2147483648'],
    ['status', 'both'],
    ['name', ''],
    ['sha256', 'A'.repeat(64)],
    ['extension', '.m2ts'],
    ['nam', 'pop'],
  ])('names %s when it is %j', async (name, value) => {
    expect(faultyFields(await callLoosely(world.admin, 'listSamples', { query: { [name]: value } }))).toEqual([
      `query.${name}`,
    ]);
  });
});

describeGuard(() => world, 'listSamples', {}, { scope: 'runs:read' });
