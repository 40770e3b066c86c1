import { beforeAll, describe, expect, test } from '@jest/globals';
import { approveRun, complete, holdRun, type HeldRun } from '../../harness/held-run.ts';
import { expectCredentialNeeded, failureOf, faultyFields } from '../../harness/refusals.ts';
import { completeRun, makeSuite, reportResult, type Suite } from '../../harness/suite.ts';
import { openWorld, type World } from '../../harness/world.ts';

let world: World;
let suite: Suite;

/** Two tests whose approved content is `good`. */
beforeAll(async () => {
  world = await openWorld();
  suite = await makeSuite(world, 2);
  const { run_id } = await completeRun(world, suite, 'good');
  await approveRun(world, suite, run_id);
});

const runOf = (run_id: number) => world.admin.expect('getRun', 200, { path: { run_id } });
const eventsOf = async (run_id: number) =>
  (await world.admin.expect('listRunProgress', 200, { path: { run_id } })).data;

/** Holds a run and reports one content for each test; null is not reported. */
async function holdReported(contents: readonly (string | null)[]): Promise<HeldRun> {
  const held = await holdRun(world, suite);
  for (const [position, content] of contents.entries()) {
    const planned = suite.tests[position];
    if (planned !== undefined && content !== null) await reportResult(held.lease, planned, content);
  }
  return held;
}

describe('200', () => {
  test.each([
    ['pass', ['good', 'good']],
    ['fail', ['good', 'bad']],
    ['incomplete', ['good', null]],
    ['fail', ['bad', null]],
    ['error', [null, null]],
  ] as const)('the run ends as %s after %j', async (status, contents) => {
    const { run_id, lease } = await holdReported(contents);
    expect(await complete(lease)).toEqual({ run_id, status });
    const run = await runOf(run_id);
    expect(run).toMatchObject({ status, completed_at: expect.any(String), planned_count: 2 });
    expect(run.reported_count).toBe(contents.filter((content) => content !== null).length);
    expect((await eventsOf(run_id)).at(-1)).toMatchObject({ status: 'completed', attempt: 1 });
  });

  test('4.4b: work that infrastructure ended is an error with its message, whatever was reported', async () => {
    const { run_id, lease } = await holdReported(['good', 'good']);
    const body = { outcome: 'failed' as const, message: 'The disk is full' };
    const answer = await lease.client.expect('completeLease', 200, { path: lease.path, body });
    expect(answer).toEqual({ run_id, status: 'error' });
    expect(await runOf(run_id)).toMatchObject({ status: 'error', pass_count: 2 });
    expect((await eventsOf(run_id)).at(-1)).toMatchObject({ status: 'error', message: 'The disk is full' });
  });

  test('takes the longest stack that is described, also when each character is escaped', async () => {
    const { run_id, lease } = await holdReported([null, null]);
    const escaped = Array(50).fill('\\ud83c\\udfac'.repeat(2000)).join('","');
    const raw = `{"outcome":"failed","failure":{"type":"worker","stack":["${escaped}"]}}`;
    await lease.client.expect('completeLease', 200, { path: lease.path, raw });
    const input = { path: { run_id }, query: { include_stack: true } };
    const { data } = await world.admin.expect('listInfrastructureErrors', 200, input);
    expect(data[0]?.stack).toEqual(Array(50).fill('🎬'.repeat(2000)));
  });

  test('a repeat answers the same, whatever it says, and changes nothing', async () => {
    const { run_id, lease } = await holdReported(['good', 'good']);
    const first = await complete(lease);
    const before = { run: await runOf(run_id), events: await eventsOf(run_id) };
    expect(await complete(lease)).toEqual(first);
    expect(await complete(lease, 'failed')).toEqual(first);
    expect({ run: await runOf(run_id), events: await eventsOf(run_id) }).toEqual(before);
  });

  test('of completions at once, all tell the same end and one is recorded', async () => {
    const { run_id, lease } = await holdReported(['good', 'good']);
    const answers = await Promise.all(
      Array.from({ length: 4 }, () =>
        lease.client.call('completeLease', { path: lease.path, body: { outcome: 'completed' } }),
      ),
    );
    expect(answers.map(({ status, body }) => ({ status, body }))).toEqual(
      Array(4).fill({ status: 200, body: { run_id, status: 'pass' } }),
    );
    expect((await eventsOf(run_id)).filter(({ status }) => status === 'completed')).toHaveLength(1);
  });
});

describe('409', () => {
  test('a canceled run stays canceled', async () => {
    const { run_id, lease } = await holdReported(['good', 'good']);
    await world.admin.expect('cancelRun', 202, { path: { run_id } });
    const answer = await lease.client.call('completeLease', { path: lease.path, body: { outcome: 'completed' } });
    expect(failureOf(answer, 409).code).toBe('lease_lost');
    expect((await runOf(run_id)).status).toBe('canceled');
  });
});

describe('400, 413 and 415', () => {
  test.each([
    ['outcome', {}],
    ['outcome', { outcome: 'pass' }],
    ['message', { outcome: 'completed', message: '' }],
    ['message', { outcome: 'failed', message: 'a'.repeat(501) }],
    ['status', { outcome: 'completed', status: 'pass' }],
  ])('names body.%s: %o; the lease stays held', async (field, body) => {
    const { run_id, lease } = await holdRun(world, suite);
    const answer = await lease.client.call('completeLease', { path: lease.path, raw: JSON.stringify(body) });
    expect(faultyFields(answer)).toEqual([`body.${field}`]);
    expect((await runOf(run_id)).status).toBe('running');
    await complete(lease);
  });

  test('takes JSON, and not more than it needs', async () => {
    const { path, client } = (await holdRun(world, suite)).lease;
    await client.expect('completeLease', 413, { path, raw: JSON.stringify({ message: 'a'.repeat(2_200_000) }) });
    const headers = { 'Content-Type': 'text/plain' };
    await client.expect('completeLease', 415, { path, body: { outcome: 'completed' }, headers });
    await client.expect('completeLease', 200, { path, body: { outcome: 'completed' } });
  });
});

describe('401', () => {
  test('needs the token of this very lease; whoever is refused ends nothing', async () => {
    const { run_id, lease, worker } = await holdRun(world, suite);
    const other = await holdRun(world, suite);
    const input = { path: lease.path, body: { outcome: 'failed' as const } };
    await expectCredentialNeeded(world, (client) => client.call('completeLease', input));
    for (const client of [worker, world.admin, other.lease.client]) await client.expect('completeLease', 401, input);
    expect((await runOf(run_id)).status).toBe('running');
    await complete(lease);
    await complete(other.lease);
  });
});
