import { beforeAll, describe, expect, test } from '@jest/globals';
import { operations } from '../../generated/operations.ts';
import { complete, holdRun, type HeldRun } from '../harness/held-run.ts';
import { makeSuite } from '../harness/suite.ts';
import { openWorld, type World } from '../harness/world.ts';

type Declared = (typeof operations)[keyof typeof operations];
const declared: readonly Declared[] = Object.values(operations);
const taking = (credential: Declared['credential']) =>
  declared.filter((operation) => operation.credential === credential);

let world: World;
let held: HeldRun;
let other: HeldRun;

beforeAll(async () => {
  world = await openWorld();
  const suite = await makeSuite(world);
  held = await holdRun(world, suite);
  other = await holdRun(world, suite);
});

/** Statuses of a request to each operation with this header; paths name the held lease and otherwise nothing real. */
async function answersTo(list: readonly Declared[], headers: Record<string, string>): Promise<Record<string, number>> {
  const answers: Record<string, number> = {};
  for (const operation of list) {
    const path = operation.path
      .replace('{lease_id}', String(held.lease.path.lease_id))
      .replace('{sha256}', 'a'.repeat(64))
      .replace(/\{\w+\}/g, '1');
    const response = await fetch(`${world.url}${path}`, { method: operation.method, headers });
    answers[operation.id] = response.status;
  }
  return answers;
}
const refused = (list: readonly Declared[]) => Object.fromEntries(list.map(({ id }) => [id, 401]));
const bearer = (token: string | undefined) => ({ Authorization: `Bearer ${token}` });

describe('401: a token opens the operations of its own kind only', () => {
  test('what takes an account’s token takes no worker’s and no lease’s', async () => {
    const list = taking('account');
    expect(list.length).toBeGreaterThan(30);
    for (const { token = '' } of [held.worker, held.lease.client]) {
      expect(await answersTo(list, bearer(token))).toEqual(refused(list));
      expect(await answersTo(list, { 'X-SPCI-Access-Token': token })).toEqual(refused(list));
    }
  });

  test('what takes a worker’s token takes no account’s, not even the operator’s, and no lease’s', async () => {
    const list = taking('worker');
    for (const { token } of [world.admin, world.operator, held.lease.client])
      expect(await answersTo(list, bearer(token))).toEqual(refused(list));
  });

  test('what takes a lease’s token takes no account’s, no worker’s and not that of another lease', async () => {
    const list = taking('lease');
    expect(list.length).toBeGreaterThan(6);
    for (const { token } of [world.admin, world.operator, held.worker, other.lease.client])
      expect(await answersTo(list, bearer(token))).toEqual(refused(list));
  });

  test('tokens of workers and leases are read from Authorization only', async () => {
    const list = [...taking('worker'), ...taking('lease')];
    for (const { token = '' } of [held.worker, held.lease.client])
      expect(await answersTo(list, { 'X-SPCI-Access-Token': token })).toEqual(refused(list));
  });

  test('the lease is untouched by all that was refused', async () => {
    await held.lease.client.expect('createHeartbeat', 200, { path: held.lease.path });
    expect(await complete(held.lease)).toEqual({ run_id: held.run_id, status: 'error' });
    await complete(other.lease);
  });
});
