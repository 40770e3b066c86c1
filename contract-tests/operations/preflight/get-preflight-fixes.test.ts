import { beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { expectForeignHidden } from '../../harness/foreign-id.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { deliveredFixes, endedPreflight } from '../../harness/preflights.ts';
import { faultyFields } from '../../harness/refusals.ts';
import { openWorld, type World } from '../../harness/world.ts';

let world: World;
let path: { readonly job_id: string; readonly fix_id: string };

beforeAll(async () => {
  world = await openWorld();
  path = await deliveredFixes(world);
});

test('200: what was delivered, when, and by whom, to every member of the domain with the scope', async () => {
  const reader = await world.member('user', ['results:read']);
  const { account_id } = await world.admin.expect('getPreflightJob', 200, { path: { job_id: path.job_id } });
  const { created_at, updated_at, started_at, ended_at, ...fixes } = await reader.expect('getPreflightFixes', 200, {
    path,
  });
  expect(fixes).toEqual({
    ...{ ...path, status: 'completed', account_id, attempt: 1, response_status: 202 },
    fixes: [expect.objectContaining({ audit: 'metatags', suggestion: 'Roses for every garden' })],
  });
  expect([started_at, ended_at, ended_at]).toEqual([expect.any(String), expect.any(String), updated_at]);
  expect(Date.parse(created_at)).toBeLessThanOrEqual(Date.parse(started_at ?? ''));
});

test('404: one of another domain, or of another job, is like one that does not exist', async () => {
  const missing = { path: { ...path, fix_id: randomUUID() } };
  const theirs = await deliveredFixes(await openWorld());
  const other = await endedPreflight(world);
  for (const foreign of [theirs, { ...theirs, job_id: path.job_id }, { ...path, job_id: other }])
    await expectForeignHidden(world.admin, 'getPreflightFixes', { path: foreign }, missing);
});

test('400: ids that are none', async () => {
  const answer = await world.admin.call('getPreflightFixes', { path: { job_id: '1', fix_id: '2' } });
  expect(faultyFields(answer).toSorted()).toEqual(['path.fix_id', 'path.job_id']);
});

const nowhere = { path: { job_id: randomUUID(), fix_id: randomUUID() } };
describeGuard(() => world, 'getPreflightFixes', nowhere, { scope: 'results:read' });
