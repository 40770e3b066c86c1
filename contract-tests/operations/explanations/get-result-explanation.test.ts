import { beforeAll, describe, expect, test } from '@jest/globals';
import type { components } from '../../../generated/client.ts';
import { expectForeignHidden } from '../../harness/foreign-id.ts';
import { missingId } from '../../harness/missing-ids.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import {
  approvalItems,
  approveRun,
  complete,
  holdRun,
  runOnce,
  runSuite,
  storeOutput,
} from '../../harness/held-run.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { faultyFields } from '../../harness/refusals.ts';
import { makeSuite, queueRun, type Lease, type Suite } from '../../harness/suite.ts';
import { openWorld, sha256, type World } from '../../harness/world.ts';

type Explanation = components['schemas']['ResultExplanation'];

const levels = ['debug', 'info', 'warning', 'error', 'critical'] as const;
const approved = 'one\ntwo\nthree\n';

let world: World;
let suite: Suite;
let test1: number;
let output_id: number;

beforeAll(async () => {
  world = await openWorld();
  suite = await makeSuite(world, 3);
  [test1 = 0] = suite.tests.map(({ regression_test_id }) => regression_test_id);
  output_id = suite.tests[0]?.outputs[0]?.id ?? 0;
  await approveRun(world, suite, (await runSuite(world, suite, approved)).run_id);
});

const explain = (run_id: number, max_bytes?: number, client = world.admin): Promise<Explanation> =>
  client.expect('getResultExplanation', 200, {
    path: { run_id, regression_test_id: test1 },
    query: max_bytes === undefined ? {} : { max_bytes },
  });

async function writeLines({ client, path }: Lease, messages: readonly string[]): Promise<void> {
  const lines = messages.map((message, index) => ({
    ...{ at: '2026-11-22T10:00:00Z', level: levels[index % 5] ?? 'info', source: 'test_runner' as const },
    ...{ message, regression_test_id: test1 },
  }));
  if (lines.length > 0) await client.expect('appendLogLines', 200, { path, body: { first_line: 0, lines } });
}

/** A completed run of the suite in which every test produced this, or nothing, with lines about the first of them. */
async function runWith(
  content: string | null,
  messages: readonly string[] = [],
  exit_code = 0,
  more: { branch?: string } = {},
) {
  const { run_id, lease } = await holdRun(world, suite, 'linux', more);
  await writeLines(lease, messages);
  const results = [];
  for (const { regression_test_id, outputs } of suite.tests) {
    const stored = content === null ? [] : [await storeOutput(lease, outputs[0]?.id ?? 0, content)];
    results.push({ regression_test_id, exit_code, runtime_ms: 5, outputs: stored });
  }
  await lease.client.expect('recordResults', 200, { path: lease.path, body: { results } });
  await complete(lease);
  return world.admin.expect('getRun', 200, { path: { run_id } });
}

describe('a difference', () => {
  let before: components['schemas']['Run'];
  let broke: components['schemas']['Run'];
  let run: components['schemas']['Run'];
  let told: Explanation;

  beforeAll(async () => {
    before = await runWith(approved, ['opened']);
    broke = await runWith('one\nTWO\nthree\n');
    await runWith(approved, levels, 0, { branch: 'other' });
    run = await runWith('one\n2\nthree\n', ['opened', ...levels]);
    told = await explain(run.run_id);
  });

  test('is told with the command, the exit and the first lines that differ', () => {
    const { sample } = suite;
    expect(told).toMatchObject({
      ...{ run_id: run.run_id, run_status: 'fail', regression_test_id: test1, status: 'fail' },
      headline: '1 output different (first: lines_changed).',
      run: { commit_sha: run.commit_sha, repository: suite.repository, platform: 'linux', attempt: 1 },
      test: { command: '--number 1', sample_id: sample.sample_id, sample_sha256: sample.sha },
      exit: { exit_code: 0, expected_rc: 0, timed_out: false, runtime_ms: 5, skip_reason: null },
      omitted: [],
    });
    const [output] = told.outputs;
    expect(output).toMatchObject({
      ...{ output_id, filename: 'out.srt', difference_class: 'lines_changed', ignore: false, variant_count: 0 },
      ...{ expected_sha256: sha256(approved), actual_sha256: sha256('one\n2\nthree\n') },
      difference: { summary: { added_lines: 1, removed_lines: 1, changed_hunks: 1 } },
    });
    const lines = output?.difference?.first_hunk.lines ?? [];
    expect(lines.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      ...['context one', 'removed two', 'added 2', 'context three'],
    ]);
  });

  test('is told with where it broke on its branch and platform', () => {
    const known = ({ run_id, commit_sha, created_at }: typeof run) => ({ run_id, commit_sha, created_at });
    expect(told.history).toEqual({ last_passed: known(before), first_failed: known(broke) });
  });

  test('is told with what passes did not write, and with who failed alike', () => {
    expect(told.log_lines).toEqual(
      levels.map((message, index) => ({ line: index + 1, level: levels[(index + 1) % 5], message })),
    );
    const others = suite.tests.slice(1).map(({ regression_test_id }) => regression_test_id);
    expect(told.alike).toEqual({ count: 2, regression_test_ids: others });
  });

  test('each next step can be taken, by whom it says', async () => {
    const reads = told.next.filter(({ method }) => method === 'GET');
    for (const { path } of reads)
      expect([
        path,
        (await fetch(world.url + path, { headers: { Authorization: `Bearer ${world.admin.token}` } })).status,
      ]).toEqual([path, 200]);
    const ids = (explanation: Explanation) =>
      explanation.next.filter(({ allowed }) => allowed).map(({ operation_id }) => operation_id);
    const every = ['getOutputDiff', 'getRunSample', 'listRunLogs', 'approveBaselines', 'createVariant', 'restartRun'];
    expect(ids(told)).toEqual(every);
    const reader = await world.adminWith(['results:read']);
    expect(ids(await explain(run.run_id, undefined, reader))).toEqual(['getOutputDiff']);
    const tester = await world.member('tester');
    expect(ids(await explain(run.run_id, undefined, tester))).toEqual([
      ...['getOutputDiff', 'getRunSample', 'listRunLogs', 'restartRun'],
    ]);
  });

  test('lines of the log are for those who may read it', async () => {
    const { log_lines, omitted } = await explain(run.run_id, undefined, await world.adminWith(['results:read']));
    expect(log_lines).toEqual([]);
    const path = `/api/v1/runs/${run.run_id}/logs?regression_test_id=${test1}`;
    expect(omitted).toEqual([{ what: 'log_lines', count: 5, path }]);
  });

  test('is the same when it is asked again', async () => {
    expect(await explain(run.run_id)).toEqual(told);
  });
});

describe('never more bytes than asked for', () => {
  let run_id: number;
  const changed = Array.from({ length: 400 }, (_, line) => `line ${line} of ${'x'.repeat(200)}\n`).join('');

  beforeAll(async () => {
    const messages = Array.from({ length: 40 }, (_, line) => `${line} ${'"\\'.repeat(200)}`);
    ({ run_id } = await runWith(changed, messages));
  });

  test.each([1024, 1500, 2048, 3000, 4096, 8192, 16_384, 65_536])('%i', async (max_bytes) => {
    const path = { run_id, regression_test_id: test1 };
    const { text } = await world.admin.call('getResultExplanation', { path, query: { max_bytes } });
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(max_bytes);
    const { outputs, log_lines, alike, omitted } = JSON.parse(text) as Explanation;
    const cut = new Map<string, number>(omitted.map(({ what, count }) => [what, count]));
    expect(log_lines.length + (cut.get('log_lines') ?? 0)).toBe(40);
    expect(alike.regression_test_ids.length + (cut.get('results') ?? 0)).toBe(2);
    const lines = outputs.flatMap(({ difference }) => difference?.first_hunk.lines ?? []);
    const shown = lines.filter(({ kind }) => kind !== 'context').length;
    expect(shown + (cut.get('difference_lines') ?? 0)).toBe(403);
  });

  test('what was left out is at the address that is told', async () => {
    const { omitted } = await explain(run_id, 1024);
    expect(omitted.map(({ what }) => what)).toEqual(['details', 'difference_lines', 'log_lines']);
    for (const { path } of omitted) {
      const { status } = await fetch(world.url + path, { headers: { Authorization: `Bearer ${world.admin.token}` } });
      expect([path, status]).toEqual([path, 200]);
    }
  });
});

describe('what else a result can be', () => {
  test('passed: nothing speaks against it, and no history is told', async () => {
    const { run_id } = await runWith(approved);
    const { headline, outputs, history, alike } = await explain(run_id);
    expect({ headline, outputs, history, alike }).toEqual({
      ...{ headline: 'The test passed.', outputs: [], history: undefined },
      alike: { count: 0, regression_test_ids: [] },
    });
  });

  test('without the output and with another exit code', async () => {
    const { run_id } = await runWith(null, [], 3);
    const { headline, outputs, next } = await explain(run_id);
    expect(headline).toBe('Exit code 3 instead of 0. 1 output missing.');
    expect(outputs).toMatchObject([{ difference_class: 'missing_actual', actual_sha256: null }]);
    expect(outputs[0]).not.toHaveProperty('difference');
    expect(next.map(({ operation_id }) => operation_id)).not.toContain('approveBaselines');
  });

  test('not reported yet', async () => {
    const { run_id } = await queueRun(world, suite, 'windows');
    const { status, headline, exit, history } = await explain(run_id);
    expect({ status, headline, history }).toEqual({
      ...{ status: 'not_started', headline: 'The test has no result.', history: {} },
    });
    expect(exit).toMatchObject({ exit_code: null, runtime_ms: null });
    await world.admin.expect('cancelRun', 202, { path: { run_id } });
  });

  test('skipped, or stopped at its time limit', async () => {
    const { run_id, lease } = await holdRun(world, suite);
    const [, second, third] = suite.tests;
    const facts = { runtime_ms: 5, outputs: [] };
    const results = [
      { ...facts, regression_test_id: test1, exit_code: null, skip_reason: 'too large' },
      { ...facts, regression_test_id: second?.regression_test_id ?? 0, exit_code: 137, timed_out: true },
      { ...facts, regression_test_id: third?.regression_test_id ?? 0, exit_code: 1 },
    ];
    await lease.client.expect('recordResults', 200, { path: lease.path, body: { results } });
    await complete(lease);
    const skipped = await explain(run_id);
    expect([skipped.headline, skipped.exit?.skip_reason]).toEqual(['The worker skipped the test.', 'too large']);
    const path = { run_id, regression_test_id: second?.regression_test_id ?? 0 };
    const stopped = await world.admin.expect('getResultExplanation', 200, { path });
    expect([stopped.headline, stopped.alike.count]).toEqual(['Stopped at its limit of 60000 ms. 1 output missing.', 0]);
  });

  test('of an output for which nothing is approved, in the first run of all', async () => {
    const fresh = await makeSuite(world);
    const { run_id } = await runOnce(world, fresh, 'new');
    const path = { run_id, regression_test_id: approvalItems(fresh)[0]?.regression_test_id ?? 0 };
    const { headline, history } = await world.admin.expect('getResultExplanation', 200, { path });
    expect(headline).toBe('1 output without approved content.');
    expect(history).toEqual({ first_failed: expect.objectContaining({ run_id }) });
  });
});

describe('404', () => {
  test('a run of another domain, and a test that it did not plan, answer like what does not exist', async () => {
    const { run_id } = await queueRun(world, suite, 'windows');
    const path = { run_id, regression_test_id: test1 };
    const missing = { path: { run_id: missingId, regression_test_id: test1 } };
    await expectForeignHidden((await openWorld()).admin, 'getResultExplanation', { path }, missing);
    const other = approvalItems(await makeSuite(world))[0]?.regression_test_id ?? 0;
    await expectForeignHidden(
      world.admin,
      'getResultExplanation',
      { path: { run_id, regression_test_id: other } },
      missing,
    );
    await world.admin.expect('cancelRun', 202, { path: { run_id } });
  });
});

test.each([
  ['query.max_bytes', { query: { max_bytes: '1023' } }],
  ['query.max_bytes', { query: { max_bytes: '65537' } }],
  ['path.regression_test_id', { path: { run_id: 1, regression_test_id: '0' } }],
])('400: names %s', async (field, wrong) => {
  const input = { path: { run_id: 1, regression_test_id: 1 }, ...wrong };
  expect(faultyFields(await callLoosely(world.admin, 'getResultExplanation', input))).toEqual([field]);
});

const anywhere = { path: { run_id: 1, regression_test_id: 1 } };
describeGuard(() => world, 'getResultExplanation', anywhere, { scope: 'results:read' });
