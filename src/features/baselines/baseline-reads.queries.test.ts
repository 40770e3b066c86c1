import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { OpenDatabase } from '../../db/open-database.ts';
import { openMigrated } from '../../testing/migrated-database.ts';
import { digest, insertRun, insertTenant, insertTest, type Tenant } from '../../testing/run-fixture.ts';
import { countApprovals, listApprovals } from './baseline-reads.queries.ts';
import { baselineApprovalsView } from './baselines.view.ts';

let opened: OpenDatabase;
let tenant: Tenant;
let runId: number;

beforeAll(async () => {
  opened = await openMigrated();
  tenant = await insertTenant(opened.db, 'own');
  runId = (await insertRun(opened.db, tenant)).id;
});
afterAll(() => opened.close());

async function approve(run_id: number, comment: string | null): Promise<number> {
  const { domain_id, account_id } = tenant;
  const statuses = { status_before: 'fail', status_after: 'pass' } as const;
  const { id } = await opened.db
    .insertInto('baseline_approvals')
    .values({ domain_id, account_id, run_id, comment, platform: 'linux', ...statuses })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

test('approvals of a run come newest first, with who approved what', async () => {
  const first = await approve(runId, 'Positions are intended');
  const second = await approve(runId, null);
  await approve((await insertRun(opened.db, tenant)).id, 'of another run');
  const tests = [await insertTest(opened.db, tenant), await insertTest(opened.db, tenant)];
  for (const { regression_test_id, output_id } of tests.toReversed())
    await opened.db
      .insertInto('baseline_approval_outputs')
      .values({ approval_id: first, regression_test_id, expected_output_id: output_id, sha256: digest('a') })
      .execute();
  const approvals = await listApprovals(opened.db, runId, { limit: 10, offset: 0 });
  expect(approvals.map((approval) => approval.id)).toEqual([second, first]);
  expect(await listApprovals(opened.db, runId, { limit: 1, offset: 1 })).toEqual(approvals.slice(1));
  expect(approvals.map(baselineApprovalsView)).toEqual([
    expect.objectContaining({ approval_id: second, comment: null, outputs: [] }),
    {
      approval_id: first,
      run_id: runId,
      requested_by: 'Ada',
      comment: 'Positions are intended',
      platform: 'linux',
      created_at: approvals[1]?.created_at,
      outputs: tests.map((place) => ({ ...place, previous_sha256: null, sha256: digest('a'), removed_variants: [] })),
      status_before: 'fail',
      status_after: 'pass',
    },
  ]);
  expect(await countApprovals(opened.db, tenant.domain_id, runId)).toBe(2);
});

test('a run without approvals has none, and a run of another domain is unknown', async () => {
  const untouched = await insertRun(opened.db, tenant);
  expect(await countApprovals(opened.db, tenant.domain_id, untouched.id)).toBe(0);
  const foreign = await insertTenant(opened.db, 'foreign');
  expect(await countApprovals(opened.db, foreign.domain_id, untouched.id)).toBeUndefined();
});
