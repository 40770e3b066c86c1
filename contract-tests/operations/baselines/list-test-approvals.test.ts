import { beforeAll, describe, expect, test } from '@jest/globals';
import { expectForeignHidden } from '../../harness/foreign-id.ts';
import { missingId } from '../../harness/missing-ids.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { approvalItems, runOnce } from '../../harness/held-run.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { everyPage } from '../../harness/paging.ts';
import { faultyFields } from '../../harness/refusals.ts';
import { makeSuite, type Suite } from '../../harness/suite.ts';
import { openWorld, sha256, type World } from '../../harness/world.ts';

let world: World;
let suite: Suite;
let path: { regression_test_id: number; output_id: number };
let run_id: number;
let produced: string;

beforeAll(async () => {
  world = await openWorld();
  suite = await makeSuite(world);
  const [made] = suite.tests;
  path = { regression_test_id: made?.regression_test_id ?? 0, output_id: made?.outputs[0]?.id ?? 0 };
  await world.admin.expect('updateExpectedOutput', 200, { path, body: { expected: { content: 'given' } } });
  ({ run_id } = await runOnce(world, suite, 'produced'));
  const body = { outputs: approvalItems(suite), comment: 'Better' };
  produced = sha256('produced');
  const variant = { hash: produced, platform: 'linux' as const };
  const { id } = await world.admin.expect('createVariant', 201, { path, body: variant });
  await world.admin.expect('deleteVariant', 200, { path: { ...path, variant_id: id } });
  await world.admin.expect('createVariant', 201, { path, body: variant });
  await world.admin.expect('createVariant', 409, { path, body: variant });
  await world.admin.expect('deleteVariant', 404, { path: { ...path, variant_id: id } });
  await world.admin.expect('approveBaselines', 201, { path: { run_id }, body: { ...body, remove_variants: true } });
  const limited = { content: 'for windows', platform: 'windows' as const };
  await world.admin.expect('updateExpectedOutput', 200, { path, body: { expected: limited } });
  const codes = { expected_rc: 2, expected_rc_by_platform: { linux: 0, windows: 3 } };
  for (let times = 0; times < 2; times += 1)
    await world.admin.expect('updateRegressionTest', 200, { path, body: { ...codes, active: true } });
});

const list = (query: { limit?: number; offset?: number } = {}) =>
  world.admin.expect('listTestApprovals', 200, { path, query });

describe('200', () => {
  test('tells what was approved from runs, what was given, variants and exit codes, newest first', async () => {
    const { data, pagination } = await list();
    expect(pagination).toMatchObject({ total: 7, next_offset: null });
    const recorded = {
      ...{ approval_id: expect.any(Number), requested_by: 'Ada', created_at: expect.any(String) },
      output_id: path.output_id,
      ...{ accepted_variants: [], removed_variants: [], exit_codes: [] },
    };
    const [given, limited] = ['given', 'for windows'].map((content) => sha256(content));
    const variants = [{ platform: 'linux', sha256: produced }];
    const byItself = { run_id: null, comment: null, platform: 'linux', previous_sha256: null, sha256: null };
    const ofPlatform = { run_id: null, comment: null, platform: 'windows', previous_sha256: null, sha256: limited };
    const ofRun = { run_id, comment: 'Better', platform: null, previous_sha256: given, sha256: produced };
    const [accepted, removed] = [{ accepted_variants: variants }, { removed_variants: variants }];
    const first = { run_id: null, comment: null, platform: null, previous_sha256: null, sha256: given };
    const changes = [accepted, removed, accepted].map((change) => ({ ...byItself, ...change }));
    const code = { regression_test_id: path.regression_test_id, platform: null, previous_rc: 0, expected_rc: 2 };
    const exitCodes = {
      ...{ ...byItself, platform: null, output_id: null },
      exit_codes: [
        code,
        { ...code, platform: 'linux', previous_rc: null, expected_rc: 0 },
        { ...code, platform: 'windows', previous_rc: null, expected_rc: 3 },
      ],
    };
    expect(data).toEqual(
      [exitCodes, ofPlatform, { ...ofRun, ...removed }, ...changes, first].map((approval) => ({
        ...recorded,
        ...approval,
      })),
    );
  });

  test('pages join to the list', async () => {
    expect(await everyPage((page) => list(page), 2)).toEqual((await list()).data);
  });

  test('what was given is of no run', async () => {
    const { data } = await world.admin.expect('listBaselineApprovals', 200, { path: { run_id } });
    expect(data.map(({ comment }) => comment)).toEqual(['Better']);
  });
});

test('404: a test of another domain answers like one that does not exist', async () => {
  const missing = { path: { regression_test_id: missingId } };
  await expectForeignHidden((await openWorld()).admin, 'listTestApprovals', { path }, missing);
});

test.each([
  ['path.regression_test_id', { path: { regression_test_id: '0' } }],
  ['query.limit', { query: { limit: '101' } }],
])('400: names %s', async (field, wrong) => {
  expect(faultyFields(await callLoosely(world.admin, 'listTestApprovals', { path, ...wrong }))).toEqual([field]);
});

describeGuard(() => world, 'listTestApprovals', { path: { regression_test_id: 1 } }, { scope: 'results:read' });
