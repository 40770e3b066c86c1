import { beforeAll, expect, test } from '@jest/globals';
import { descriptionVersion } from '../../../generated/operations.ts';
import { linkGithub } from '../../harness/github.ts';
import { complete } from '../../harness/held-run.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import {
  claimRun,
  completeRun,
  enrolWorker,
  makeSuite,
  queueRun,
  reportResult,
  uploadBuild,
  type Suite,
} from '../../harness/suite.ts';
import { newCommit, openWorld, unique, type World } from '../../harness/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

test('200: tells the version, the commit it was installed from, and nothing tested before the first run', async () => {
  expect(await world.admin.expect('getAbout', 200)).toEqual({
    version: descriptionVersion,
    platform_commit: expect.stringMatching(/^[0-9a-f]{40}$/),
    last_tested_commit: null,
    ccextractor_version: null,
    ccextractor_released: null,
  });
});

async function completePullRequest(suite: Suite): Promise<void> {
  const commit_sha = newCommit();
  await uploadBuild(world, suite.repository, commit_sha);
  const body = { repository: suite.repository, commit_sha, platform: 'linux' as const, pull_request: 7 };
  const { run_id } = await world.admin.expect('createRun', 202, { body });
  const lease = await claimRun(await enrolWorker(world), run_id);
  for (const each of suite.tests) await reportResult(lease, each, 'of a pull request');
  await complete(lease);
}

test('200: the last commit is that of the run which ended last, in the own domain, of no pull request and of a registered repository', async () => {
  const lastTested = async () => (await world.admin.expect('getAbout', 200)).last_tested_commit;
  const suite = await makeSuite(world);
  const first = await completeRun(world, suite, 'something');
  expect(await lastTested()).toBe(first.commit_sha);
  const second = await completeRun(world, suite, null);
  await queueRun(world, suite, 'windows');
  const canceled = await queueRun(world, suite, 'windows');
  await world.admin.expect('cancelRun', 202, { path: { run_id: canceled.run_id } });
  await completePullRequest(suite);
  const stranger = await openWorld();
  await completeRun(stranger, await makeSuite(stranger), 'theirs');
  const login = unique('octo');
  await linkGithub(world.admin, login);
  await completeRun(world, { ...suite, repository: `${login}/tool` }, 'of a repository that is not registered');
  expect(await lastTested()).toBe(second.commit_sha);
});

test('200: the latest release is that of the latest day, of the own domain, whatever was recorded last', async () => {
  const stranger = await openWorld();
  const record = async (by: World, version: string, released: string) => {
    const { repository } = await makeSuite(by);
    const body = { repository, version, released, commit_sha: newCommit() };
    return (await by.admin.expect('createVersion', 201, { body })).version_id;
  };
  const latest = async () => {
    const { ccextractor_version, ccextractor_released } = await world.admin.expect('getAbout', 200);
    return [ccextractor_version, ccextractor_released];
  };
  await record(stranger, '9.9', '2026-10-01');
  const newest = await record(world, '0.94', '2021-12-15');
  await record(world, '0.93', '2021-08-16');
  expect(await latest()).toEqual(['0.94', '2021-12-15']);
  await world.admin.expect('deleteVersion', 200, { path: { version_id: newest } });
  expect(await latest()).toEqual(['0.93', '2021-08-16']);
});

describeGuard(() => world, 'getAbout', {}, { scope: 'system:read' });
