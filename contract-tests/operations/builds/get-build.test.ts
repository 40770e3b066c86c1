import { beforeAll, describe, expect, test } from '@jest/globals';
import { expectForeignHidden } from '../../harness/foreign-id.ts';
import { missingId } from '../../harness/missing-ids.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { faultyFields } from '../../harness/refusals.ts';
import { makeSuite, uploadBuild } from '../../harness/suite.ts';
import { newCommit, openWorld, sha256, type World } from '../../harness/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

describe('200', () => {
  test('shows what was uploaded', async () => {
    const { repository } = await makeSuite(world);
    const commit_sha = newCommit();
    const { build_id } = await uploadBuild(world, repository, commit_sha, 'windows');
    const content = `// ${commit_sha}`;
    expect(await world.admin.expect('getBuild', 200, { path: { build_id } })).toEqual({
      build_id,
      repository,
      commit_sha,
      platform: 'windows',
      entry_point: 'tool.cjs',
      arguments: '{command} {sample} -o {output}',
      sha256: sha256(content),
      size_bytes: content.length,
      created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    });
  });
});

describe('404', () => {
  test('a build of another domain answers like one that does not exist', async () => {
    const other = await openWorld();
    const { repository } = await makeSuite(other);
    const foreign = await uploadBuild(other, repository, newCommit());
    const at = (build_id: number) => ({ path: { build_id } });
    await expectForeignHidden(world.admin, 'getBuild', at(foreign.build_id), at(missingId));
  });
});

describe('400', () => {
  test.each(['0', '1e1', 'abc', '2147483648'])('names the id %j', async (build_id) => {
    expect(faultyFields(await callLoosely(world.admin, 'getBuild', { path: { build_id } }))).toEqual(['path.build_id']);
  });
});

describeGuard(() => world, 'getBuild', { path: { build_id: 1 } }, { scope: 'runs:read' });
