import { beforeAll, expect, test } from '@jest/globals';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { everyPage } from '../../harness/paging.ts';
import { faultyFields } from '../../harness/refusals.ts';
import { newCommit, openWorld, unique, type World } from '../../harness/world.ts';

let world: World;
const repositories: string[] = [];

beforeAll(async () => {
  world = await openWorld();
  for (const releases of [['2021-08-16', '2020-01-01'], ['2021-12-15'], ['2021-08-16']]) {
    const repository = `${unique('owner')}/tool`;
    await world.admin.expect('createRepository', 201, { body: { repository } });
    repositories.push(repository);
    for (const [index, released] of releases.entries()) {
      const body = { repository, version: `1.${index}`, released, commit_sha: newCommit() };
      await world.admin.expect('createVersion', 201, { body });
    }
  }
});

const page = (query: object) => world.admin.expect('listVersions', 200, { query });

test('200: the latest release first, what was recorded last first among those of a day', async () => {
  const versions = await everyPage(page, 2);
  expect(versions.map(({ repository, released }) => [repositories.indexOf(repository), released])).toEqual([
    ...[[1, '2021-12-15'] as const, [2, '2021-08-16'] as const, [0, '2021-08-16'] as const],
    [0, '2020-01-01'],
  ]);
});

test('200: of one repository, in any case', async () => {
  const { data } = await page({ repository: repositories[0]?.toUpperCase() });
  expect(data.map(({ version }) => version)).toEqual(['1.0', '1.1']);
});

test('200: none of another domain', async () => {
  const stranger = await openWorld();
  expect((await stranger.admin.expect('listVersions', 200)).data).toEqual([]);
});

test('400: a repository without an owner', async () => {
  const answer = await callLoosely(world.admin, 'listVersions', { query: { repository: 'tool' } });
  expect(faultyFields(answer)).toEqual(['query.repository']);
});

describeGuard(() => world, 'listVersions', {}, { scope: 'runs:read' });
