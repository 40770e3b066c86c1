import { beforeAll, describe, expect, test } from '@jest/globals';
import type { CallInput } from '../../harness/client.ts';
import { expectForeignHidden } from '../../harness/foreign-id.ts';
import { missingId } from '../../harness/missing-ids.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { approvalItems, complete, holdRun } from '../../harness/held-run.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { everyPage } from '../../harness/paging.ts';
import { faultyFields } from '../../harness/refusals.ts';
import { makeSuite, queueRun, reportResult, type Suite } from '../../harness/suite.ts';
import { openWorld, type World } from '../../harness/world.ts';

type Query = NonNullable<CallInput<'listRunComparisons'>['query']>;

let world: World;
let suite: Suite;
let base: Ended;
let main: Ended;
let run: Ended;

interface Ended {
  readonly run_id: number;
  readonly commit_sha: string;
}

/** One content and exit code for each test of the suite; a test without is not reported. */
async function end(reports: readonly (readonly [string, number?])[], more: object = {}): Promise<Ended> {
  const { run_id, lease } = await holdRun(world, suite, 'linux', more);
  for (const [index, [content, exitCode]] of reports.entries()) {
    const planned = suite.tests[index];
    if (planned !== undefined) await reportResult(lease, planned, content, exitCode);
  }
  await complete(lease);
  return world.admin.expect('getRun', 200, { path: { run_id } });
}

const compare = (query: Query = {}, { run_id } = run) =>
  world.admin.expect('listRunComparisons', 200, { path: { run_id }, query });
const referenceOf = ({ reference }: { reference?: { run_id: number } }) => reference?.run_id;

beforeAll(async () => {
  world = await openWorld();
  suite = await makeSuite(world, 7);
  const right = suite.tests.map(() => ['right'] as const);
  base = await end(right);
  const body = { outputs: approvalItems(suite) };
  await world.admin.expect('approveBaselines', 201, { path: { run_id: base.run_id }, body });
  main = await end([['right'], ['wrong'], ['wrong'], ['wrong'], ['right'], ['right']]);
  const branch = { branch: 'topic', base_commit_sha: base.commit_sha.toUpperCase(), pull_request: 17 };
  run = await end([['wrong'], ['right'], ['other'], ['wrong'], ['right'], ['right', 1], ['right']], branch);
});

describe('200', () => {
  test('every test is told beside the main branch, what is worst first', async () => {
    const { data, counts, reference, same_reference } = await compare();
    expect(reference).toEqual({ run_id: main.run_id, commit_sha: main.commit_sha, created_at: expect.any(String) });
    const ids = suite.tests.map(({ regression_test_id }) => regression_test_id);
    const told = data.map((row) => [ids.indexOf(row.regression_test_id), row.verdict, row.reference_status]);
    expect(told).toEqual([
      ...[
        [0, 'broken_here', 'pass'],
        [5, 'broken_here', 'pass'],
        [1, 'fixed_here', 'fail'],
      ],
      ...[
        [2, 'failing_differently', 'fail'],
        [3, 'failing_identically', 'fail'],
        [4, 'unchanged_pass', 'pass'],
      ],
      [6, 'no_reference', 'not_started'],
    ]);
    expect({ counts, same_reference }).toEqual({
      counts: {
        ...{ broken_here: 2, fixed_here: 1, failing_differently: 1, failing_identically: 1, unchanged_pass: 1 },
        ...{ not_judged: 0, no_reference: 1 },
      },
      same_reference: false,
    });
    expect(await everyPage((page) => compare(page), 2)).toEqual(data);
  });

  test('and beside the commit that the branch left from, which its base names in any case', async () => {
    const { reference, counts, pagination } = await compare({ against: 'branch_point', verdict: 'broken_here' });
    expect(reference?.run_id).toBe(base.run_id);
    expect(counts).toMatchObject({ broken_here: 4, unchanged_pass: 3, no_reference: 0 });
    expect(pagination.total).toBe(4);
  });

  test('two references that are one run are told to be', async () => {
    const same = await end([['right']], { branch: 'topic', base_commit_sha: main.commit_sha });
    expect(await compare({}, same)).toMatchObject({
      same_reference: true,
      counts: { unchanged_pass: 1, not_judged: 6 },
    });
    expect(referenceOf(await compare({ against: 'branch_point' }, same))).toBe(main.run_id);
  });

  test('a run of the main branch is compared with the one before it, and no run with one of a pull request', async () => {
    await end([['right']], { pull_request: 18 });
    const { run_id } = await queueRun(world, suite, 'windows');
    const next = await end([['right']]);
    expect(referenceOf(await compare({}, main))).toBe(base.run_id);
    expect(referenceOf(await compare({}, next))).toBe(main.run_id);
    // Of another platform: what is not there agrees with nothing.
    await world.admin.expect('cancelRun', 202, { path: { run_id } });
    const alone = await compare({}, { run_id, commit_sha: '' });
    expect([referenceOf(alone), alone.same_reference]).toEqual([undefined, false]);
  });

  test('without a reference no test is agreed with, whatever it came to', async () => {
    const { reference, same_reference, counts } = await compare({}, base);
    expect({ reference, same_reference, counts }).toMatchObject({
      ...{ reference: undefined, same_reference: false, counts: { no_reference: 7 } },
    });
    const { data } = await compare({ against: 'branch_point' }, base);
    expect(new Set(data.map(({ verdict, reference_status }) => `${verdict} ${reference_status}`))).toEqual(
      new Set(['no_reference undefined']),
    );
  });
});

test('404: a run of another domain answers like one that does not exist', async () => {
  const missing = { path: { run_id: missingId } };
  await expectForeignHidden((await openWorld()).admin, 'listRunComparisons', { path: { run_id: run.run_id } }, missing);
});

test.each([
  ['query.against', { against: 'yesterday' }],
  ['query.verdict', { verdict: 'worse' }],
])('400: names %s', async (field, query) => {
  const wrong = { path: { run_id: run.run_id }, query };
  expect(faultyFields(await callLoosely(world.admin, 'listRunComparisons', wrong))).toEqual([field]);
});

describeGuard(() => world, 'listRunComparisons', { path: { run_id: 1 } }, { scope: 'results:read' });
