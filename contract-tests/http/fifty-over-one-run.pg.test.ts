import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { components } from '../../generated/client.ts';
import { approvalItems, approveRun, holdRun, runSuite, type HeldRun } from '../harness/held-run.ts';
import { claimRun, makeSuite, reportResult, type Suite } from '../harness/suite.ts';
import { startTwinServers, type TwinServers } from '../harness/twin-servers.ts';
import { openWorld, unique, type World } from '../harness/world.ts';

type RunEvent = components['schemas']['ProgressEvent'];

const clients = 50;
let twins: TwinServers;
let world: World;
let suite: Suite;

const approveGood = async () => approveRun(world, suite, (await runSuite(world, suite, 'good')).run_id);

/** Two tests whose approved content is `good`. */
beforeAll(async () => {
  twins = await startTwinServers();
  world = await openWorld(twins.url);
  suite = await makeSuite(world, 2);
  await approveGood();
});
afterAll(() => twins?.stop());

interface Told {
  readonly status: number;
  readonly text: string;
}
/** Sends one request, to the one server or the other by its position. */
type Contender = (position: number) => Promise<Told>;

const times = (count: number, contender: Contender): Contender[] => Array.from({ length: count }, () => contender);
const race = (contenders: readonly Contender[]): Promise<Told[]> =>
  Promise.all(contenders.map((send, position) => send(position)));

const cancel =
  (run_id: number): Contender =>
  (position) =>
    twins.at(position, world.admin).call('cancelRun', { path: { run_id } });
const complete =
  ({ client, path }: HeldRun['lease']): Contender =>
  (position) =>
    twins.at(position, client).call('completeLease', { path, body: { outcome: 'completed' } });
const approve =
  (run_id: number): Contender =>
  (position) =>
    twins.at(position, world.admin).call('approveBaselines', {
      path: { run_id },
      body: { outputs: approvalItems(suite) },
    });
const restart =
  (run_id: number): Contender =>
  (position) =>
    twins.at(position, world.admin).call('restartRun', { path: { run_id } });

/** Whoever revokes a worker, of whatever runs, takes back every run whose lease is lost. */
async function takersBack(count: number): Promise<Contender[]> {
  const takers = [];
  for (let number = 0; number < count; number += 1) {
    const body = { name: unique('spare'), platforms: ['linux' as const] };
    const { worker_id } = await world.operator.expect('createWorker', 201, { body });
    takers.push((position: number) => twins.at(position, world.operator).call('revokeWorker', { path: { worker_id } }));
  }
  return takers;
}

const runOutOf = ({ path }: HeldRun['lease']): Promise<void> =>
  twins.run(`update leases set expires_at = now() where id = ${path.lease_id}`);

const statusesOf = (answers: readonly Told[]): number[] => [...new Set(answers.map(({ status }) => status))].sort();
const acceptedOf = (answers: readonly Told[]): number =>
  answers.filter(({ text }) => (JSON.parse(text) as { status?: unknown }).status === 'accepted').length;

async function eventsOf(run_id: number): Promise<RunEvent[]> {
  return (await world.admin.expect('listRunProgress', 200, { path: { run_id }, query: { limit: 100 } })).data;
}
const isEnd = ({ status }: RunEvent): boolean => ['completed', 'canceled', 'error'].includes(status);
const endsOf = async (run_id: number): Promise<string[]> =>
  (await eventsOf(run_id)).filter(isEnd).map(({ status }) => status);
const statusOf = async (run_id: number): Promise<string> =>
  (await world.admin.expect('getRun', 200, { path: { run_id } })).status;
const faultsOf = async (run_id: number) =>
  (await world.admin.expect('listInfrastructureErrors', 200, { path: { run_id } })).data.map(({ cause }) => cause);

async function holdReported(content = 'good'): Promise<HeldRun> {
  const held = await holdRun(world, suite);
  for (const planned of suite.tests) await reportResult(held.lease, planned, content);
  return held;
}

describe('of fifty clients at two servers', () => {
  test('one cancels the run, for the others there is nothing to do', async () => {
    const { run_id } = await holdReported();
    const answers = await race(times(clients, cancel(run_id)));
    expect([statusesOf(answers), acceptedOf(answers)]).toEqual([[202], 1]);
    expect([await statusOf(run_id), await endsOf(run_id)]).toEqual(['canceled', ['canceled']]);
  });

  test('all are told of the one completion', async () => {
    const { run_id, lease } = await holdReported();
    const answers = await race(times(clients, complete(lease)));
    expect(answers.map(({ status, text }) => [status, JSON.parse(text)])).toEqual(
      answers.map(() => [200, { run_id, status: 'pass' }]),
    );
    expect([await statusOf(run_id), await endsOf(run_id)]).toEqual(['pass', ['completed']]);
  });

  test('one takes back a run whose lease ran out, and after the third time one gives it up', async () => {
    const { run_id, lease, worker } = await holdRun(world, suite);
    await runOutOf(lease);
    expect(statusesOf(await race(await takersBack(clients)))).toEqual([204]);
    expect([await statusOf(run_id), await faultsOf(run_id)]).toEqual(['queued', ['lease_expired']]);
    for (const takers of [1, clients]) {
      await runOutOf(await claimRun(worker, run_id));
      expect(statusesOf(await race(await takersBack(takers)))).toEqual([204]);
    }
    expect([await statusOf(run_id), await endsOf(run_id)]).toEqual(['error', ['error']]);
    expect(await faultsOf(run_id)).toEqual(Array(3).fill('lease_expired'));
  });

  test('all are told of the one approval, which judges the run again once', async () => {
    const { run_id } = await runSuite(world, suite, unique('new'));
    const answers = await race(times(clients, approve(run_id)));
    expect([statusesOf(answers), new Set(answers.map(({ text }) => text)).size]).toEqual([[201], 1]);
    const { data } = await world.admin.expect('listBaselineApprovals', 200, { path: { run_id } });
    expect([await statusOf(run_id), data.length]).toEqual(['pass', 1]);
    expect(await endsOf(run_id)).toEqual(['completed', 'completed']);
  });

  test('one restarts the run, before or after its one approval', async () => {
    const { run_id } = await runSuite(world, suite, unique('new'));
    const contenders = times(clients / 2, approve(run_id)).flatMap((send) => [send, restart(run_id)]);
    const answers = await race(contenders);
    const restarts = answers.filter((_, position) => position % 2 === 1);
    const approved = answers.filter(({ status }) => status === 201);
    expect([statusesOf(restarts), acceptedOf(restarts)]).toEqual([[202], 1]);
    expect(statusesOf(answers).filter((status) => ![201, 202, 409].includes(status))).toEqual([]);
    const { data } = await world.admin.expect('listBaselineApprovals', 200, { path: { run_id } });
    expect([await statusOf(run_id), data.length]).toEqual(['queued', Math.min(1, approved.length)]);
    await world.admin.expect('cancelRun', 202, { path: { run_id } });
  });
});

type Kind = 'cancel' | 'complete' | 'take back';

/** The lease runs out while they race; the clock comes with those who then take the run back. */
async function mixedRace({ run_id, lease }: HeldRun, order: readonly Kind[]): Promise<Record<Kind, Told[]>> {
  const clock: Contender = async () => runOutOf(lease).then(() => ({ status: 204, text: '' }));
  const third = Math.floor(clients / order.length);
  const contenders: Record<Kind, Contender[]> = {
    cancel: times(third, cancel(run_id)),
    complete: times(third, complete(lease)),
    'take back': [clock, ...(await takersBack(third + 1))],
  };
  const kinds = order.flatMap((kind) => contenders[kind].map(() => kind));
  const answers = await race(order.flatMap((kind) => contenders[kind]));
  const of = (kind: Kind): Told[] => answers.filter((_, position) => kinds[position] === kind);
  return { cancel: of('cancel'), complete: of('complete'), 'take back': of('take back') };
}

describe('of fifty clients that cancel, complete and take back one run, one ends it; first come', () => {
  // Others were approved since.
  beforeAll(approveGood);

  test.each<[Kind, Kind, Kind]>([
    ['cancel', 'complete', 'take back'],
    ['complete', 'take back', 'cancel'],
    ['take back', 'complete', 'cancel'],
    ['take back', 'cancel', 'complete'],
  ])('those that %s, then those that %s and %s', async (...order) => {
    const held = await holdReported();
    const { run_id } = held;
    const told = await mixedRace(held, order);
    const [end, ...more] = await endsOf(run_id);
    expect(more).toEqual([]);
    expect(await statusOf(run_id)).toBe(end === 'completed' ? 'pass' : 'canceled');
    expect([statusesOf(told.cancel), acceptedOf(told.cancel)]).toEqual([[202], end === 'canceled' ? 1 : 0]);
    expect(statusesOf(told.complete)).toEqual([end === 'completed' ? 200 : 409]);
    expect(statusesOf(told['take back'])).toEqual([204]);
    const takenBack = (await eventsOf(run_id)).filter(({ message }) => message.includes('queued again'));
    expect(await faultsOf(run_id)).toEqual(takenBack.map(() => 'lease_expired'));
    expect(takenBack.length).toBeLessThanOrEqual(end === 'completed' ? 0 : 1);
  });
});
