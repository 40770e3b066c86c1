import { beforeAll, describe, expect, test } from '@jest/globals';
import { createClient } from '../../harness/client.ts';
import { everyPage } from '../../harness/paging.ts';
import { expectCredentialNeeded, expectScopeNeeded, failureOf, faultyFields } from '../../harness/refusals.ts';
import { operatorEmail, operatorPassword } from '../../harness/operator.ts';
import { openWorld, signIn, unique, type Scope, type World } from '../../harness/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

const everyWorker = (limit = 100) => everyPage((query) => world.operator.expect('listWorkers', 200, { query }), limit);
const find = async (id: number) => (await everyWorker()).find(({ worker_id }) => worker_id === id);
const enrol = () =>
  world.operator.expect('createWorker', 201, { body: { name: unique('bench'), platforms: ['linux', 'windows'] } });

describe('200', () => {
  test('shows a worker that was never seen as not live and without an offer of its own', async () => {
    const { worker_id, name } = await enrol();
    expect(await find(worker_id)).toMatchObject({
      name,
      platforms: ['linux', 'windows'],
      last_seen_at: null,
      live: false,
      sandbox: null,
      revoked: false,
    });
  });

  test('shows what a worker offered with its last claim, and that it lives', async () => {
    const { worker_id, worker_token } = await enrol();
    const offer = { input_types: ['udp' as const], output_types: ['tcp' as const], sandbox: 'namespaces' };
    const worker = createClient(world.url, worker_token);
    await worker.expect('claimRun', 204, { body: { platforms: ['linux'], wait_ms: 0, ...offer } });
    expect(await find(worker_id)).toMatchObject({ ...offer, live: true, last_seen_at: expect.any(String) });
    const narrower = { input_types: ['udp' as const], output_types: [] };
    await worker.expect('claimRun', 204, { body: { platforms: ['linux'], wait_ms: 0, ...narrower } });
    expect(await find(worker_id)).toMatchObject({ ...narrower, sandbox: null });
  });

  test('keeps a revoked worker, which is not live', async () => {
    const { worker_id, worker_token } = await enrol();
    const body = { platforms: ['linux' as const], wait_ms: 0, input_types: ['udp' as const] };
    await createClient(world.url, worker_token).expect('claimRun', 204, { body });
    await world.operator.expect('revokeWorker', 204, { path: { worker_id } });
    expect(await find(worker_id)).toMatchObject({ live: false, revoked: true, last_seen_at: expect.any(String) });
  });

  test('lists by id; pages of two together are the whole list', async () => {
    await enrol();
    const whole = await everyWorker();
    const ids = whole.map(({ worker_id }) => worker_id);
    expect(ids).toEqual(ids.toSorted((one, other) => one - other));
    expect((await everyWorker(2)).map(({ worker_id }) => worker_id)).toEqual(ids);
  });
});

describe('400', () => {
  test.each([
    ['limit', { limit: 0 }],
    ['offset', { offset: -1 }],
  ])('%s outside its bounds: %o', async (name, query) => {
    expect(faultyFields(await world.operator.call('listWorkers', { query }))).toEqual([`query.${name}`]);
  });
});

describe('401 and 403', () => {
  test('needs a valid token', () => expectCredentialNeeded(world, (client) => client.call('listWorkers')));

  test('needs system:read and an operator', async () => {
    const operatorWith = (scopes: Scope[]) => signIn(world.url, operatorEmail, operatorPassword, scopes);
    await expectScopeNeeded(operatorWith, 'system:read', (client) => client.call('listWorkers'));
    expect(failureOf(await world.admin.call('listWorkers'), 403).code).toBe('forbidden');
    const member = await world.member('contributor');
    expect(failureOf(await member.call('listWorkers'), 403).details).toMatchObject({ required_roles: ['admin'] });
  });
});
