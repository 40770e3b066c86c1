import { beforeAll, describe, expect, test } from '@jest/globals';
import type { components } from '../../../generated/client.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { everyPage } from '../../harness/paging.ts';
import { faultyFields } from '../../harness/refusals.ts';
import { makeSuite, uploadBuild } from '../../harness/suite.ts';
import { newCommit, openWorld, type World } from '../../harness/world.ts';

let world: World;
let newest: components['schemas']['Build'];
let middle: typeof newest;
let oldest: typeof newest;

beforeAll(async () => {
  world = await openWorld();
  const [one, two] = [(await makeSuite(world)).repository, (await makeSuite(world)).repository];
  const commit = newCommit();
  oldest = await uploadBuild(world, one, commit);
  middle = await uploadBuild(world, one, commit, 'windows');
  newest = await uploadBuild(world, two, newCommit());
});

describe('200', () => {
  test('lists the builds of the domain, newest first, each as it was uploaded', async () => {
    const { data, pagination } = await world.admin.expect('listBuilds', 200);
    expect(data).toEqual([newest, middle, oldest]);
    expect(pagination).toEqual({ limit: 50, offset: 0, total: 3, next_offset: null, truncated: false });
  });

  test.each([1, 2, 3])('pages of %d are the whole list, each build once', async (limit) => {
    const rows = await everyPage((query) => world.admin.expect('listBuilds', 200, { query }), limit);
    expect(rows).toEqual([newest, middle, oldest]);
  });

  test.each<[string, () => Record<string, string>, () => (typeof newest)[]]>([
    ['a repository', () => ({ repository: oldest.repository }), () => [middle, oldest]],
    ['a repository in any case', () => ({ repository: newest.repository.toUpperCase() }), () => [newest]],
    ['nothing for an unknown repository', () => ({ repository: 'no/body' }), () => []],
    ['a commit in any case', () => ({ commit_sha: oldest.commit_sha.toUpperCase() }), () => [middle, oldest]],
    ['a platform', () => ({ platform: 'linux' }), () => [newest, oldest]],
    ['all at once', () => ({ commit_sha: oldest.commit_sha, platform: 'windows' }), () => [middle]],
    ['nothing when one does not fit', () => ({ repository: newest.repository, platform: 'windows' }), () => []],
  ])('finds %s, and counts only that', async (_, query, expected) => {
    const { data, pagination } = await world.admin.expect('listBuilds', 200, { query: query() });
    expect(data).toEqual(expected());
    expect(pagination.total).toBe(expected().length);
  });

  test('shows nothing of another domain, whatever is asked', async () => {
    const stranger = (await openWorld()).admin;
    for (const query of [{}, { commit_sha: oldest.commit_sha }, { repository: oldest.repository }]) {
      const { data, pagination } = await stranger.expect('listBuilds', 200, { query });
      expect({ data, total: pagination.total }).toEqual({ data: [], total: 0 });
    }
  });
});

describe('400', () => {
  test.each([
    ['limit', '0'],
    ['limit', '101'],
    ['offset', '-1'],
    ['repository', 'no-slash'],
    ['commit_sha', 'abc'],
    ['platform', 'macos'],
    ['status', 'ok'],
  ])('names %s when it is %j', async (name, value) => {
    const answer = await callLoosely(world.admin, 'listBuilds', { query: { [name]: value } });
    expect(faultyFields(answer)).toEqual([`query.${name}`]);
  });
});

describeGuard(() => world, 'listBuilds', {}, { scope: 'runs:read' });
