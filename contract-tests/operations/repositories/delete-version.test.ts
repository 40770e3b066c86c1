import { beforeAll, expect, test } from '@jest/globals';
import { expectForeignHidden } from '../../harness/foreign-id.ts';
import { missingId } from '../../harness/missing-ids.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { faultyFields } from '../../harness/refusals.ts';
import { makeSuite, type Suite } from '../../harness/suite.ts';
import { newCommit, openWorld, type World } from '../../harness/world.ts';

let world: World;
let suite: Suite;

beforeAll(async () => {
  world = await openWorld();
  suite = await makeSuite(world);
});

async function record(by: World, repository: string, version: string): Promise<number> {
  const body = { repository, version, released: '2021-12-15', commit_sha: newCommit() };
  return (await by.admin.expect('createVersion', 201, { body })).version_id;
}

test('200: its name finds no run any more, others stay, and it can be recorded anew', async () => {
  const [first, second] = [await record(world, suite.repository, '1'), await record(world, suite.repository, '2')];
  const path = { version_id: first };
  expect(await world.admin.expect('deleteVersion', 200, { path })).toEqual({ id: first, deleted: true });
  await world.admin.expect('deleteVersion', 404, { path });
  const unknown = await world.admin.call('listRuns', { query: { ccx_version: '1' } });
  expect(faultyFields(unknown)).toEqual(['query.ccx_version']);
  const { data } = await world.admin.expect('listVersions', 200);
  expect(data.map(({ version_id }) => version_id)).toEqual([second]);
  expect(await record(world, suite.repository, '1')).toBeGreaterThan(second);
});

test('404: a version of another domain is like one that does not exist, and stays', async () => {
  const other = await openWorld();
  const version_id = await record(other, (await makeSuite(other)).repository, '1');
  const asked = (id: number) => ({ path: { version_id: id } });
  await expectForeignHidden(world.admin, 'deleteVersion', asked(version_id), asked(missingId));
  expect((await other.admin.expect('listVersions', 200)).data).toHaveLength(1);
});

test('400: id 0', async () => {
  const answer = await world.admin.call('deleteVersion', { path: { version_id: 0 } });
  expect(faultyFields(answer)).toEqual(['path.version_id']);
});

const input = { path: { version_id: missingId } };
describeGuard(() => world, 'deleteVersion', input, { scope: 'system:write' });
