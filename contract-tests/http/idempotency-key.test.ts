import { beforeAll, describe, expect, test } from '@jest/globals';
import type { CallInput } from '../harness/client.ts';
import { callLoosely } from '../harness/loose-call.ts';
import { faultyFields } from '../harness/refusals.ts';
import { makeSuite, uploadBuild, type Suite } from '../harness/suite.ts';
import { newCommit, openWorld, unique, type World } from '../harness/world.ts';

let world: World;
let suite: Suite;

beforeAll(async () => {
  world = await openWorld();
  suite = await makeSuite(world);
});

type RunRequest = NonNullable<CallInput<'createRun'>['body']>;

/** A request that can be planned: its commit has a build. */
async function plannable(more: Partial<RunRequest> = {}): Promise<RunRequest> {
  const request = { repository: suite.repository, commit_sha: newCommit(), platform: 'windows' as const, ...more };
  await uploadBuild(world, suite.repository, request.commit_sha, request.platform);
  return request;
}

async function runsOf(commit_sha: string): Promise<number> {
  const { pagination } = await world.admin.expect('listRuns', 200, { query: { commit_sha } });
  return pagination.total;
}

describe('a run created with an Idempotency-Key', () => {
  test('a repeat answers with the run of the first request and makes no other', async () => {
    const input = { body: await plannable(), headers: { 'Idempotency-Key': unique('key') } };
    const first = await world.admin.expect('createRun', 202, input);
    const { headers, body } = await world.admin.call('createRun', input);
    expect(body).toEqual(first);
    expect(headers.get('idempotency-replayed')).toBe('true');
    expect(headers.get('location')).toBe(`/api/v1/runs/${first.run_id}`);
    expect(await runsOf(input.body.commit_sha)).toBe(1);
  });

  test('the same body in another order of members is the same request', async () => {
    const headers = { 'Idempotency-Key': unique('key') };
    const { repository, commit_sha, platform } = await plannable();
    const first = await world.admin.expect('createRun', 202, { body: { repository, commit_sha, platform }, headers });
    const again = await world.admin.expect('createRun', 202, { body: { platform, commit_sha, repository }, headers });
    expect(again.run_id).toBe(first.run_id);
  });

  test('with another body is refused and makes nothing', async () => {
    const headers = { 'Idempotency-Key': unique('key') };
    await world.admin.expect('createRun', 202, { body: await plannable(), headers });
    const other = await plannable();
    const { code } = await world.admin.expect('createRun', 422, { body: other, headers });
    expect(code).toBe('idempotency_key_reused');
    expect(await runsOf(other.commit_sha)).toBe(0);
  });

  test('ten requests at once with one key make one run', async () => {
    const input = { body: await plannable(), headers: { 'Idempotency-Key': unique('key') } };
    const runs = await Promise.all(Array.from({ length: 10 }, () => world.admin.expect('createRun', 202, input)));
    expect(new Set(runs.map(({ run_id }) => run_id)).size).toBe(1);
    expect(await runsOf(input.body.commit_sha)).toBe(1);
  });

  test('belongs to the account that used it', async () => {
    const input = { body: await plannable(), headers: { 'Idempotency-Key': unique('key') } };
    const mine = await world.admin.expect('createRun', 202, input);
    const theirs = await (await world.member('tester')).expect('createRun', 202, input);
    expect(theirs.run_id).not.toBe(mine.run_id);
  });

  test('holds for every token of the account', async () => {
    const input = { body: await plannable(), headers: { 'Idempotency-Key': unique('key') } };
    const mine = await world.admin.expect('createRun', 202, input);
    const again = await (await world.adminWith(['runs:write'])).expect('createRun', 202, input);
    expect(again.run_id).toBe(mine.run_id);
  });

  test('a refused request does not use it up', async () => {
    const headers = { 'Idempotency-Key': unique('key') };
    const commit_sha = newCommit();
    const body = { repository: suite.repository, commit_sha, platform: 'windows' as const };
    await world.admin.expect('createRun', 422, { body, headers });
    await uploadBuild(world, suite.repository, commit_sha, 'windows');
    await world.admin.expect('createRun', 202, { body, headers });
  });

  test('that is no key is named', async () => {
    const headers = { 'Idempotency-Key': 'two words' };
    const fields = faultyFields(
      await callLoosely(world.admin, 'createRun', { raw: JSON.stringify(await plannable()), headers }),
    );
    expect(fields).toEqual(['headers.idempotency-key']);
  });
});
