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

const bench = (platforms: ('linux' | 'windows')[] = ['linux']) => ({ name: unique('bench'), platforms });
const names = async () =>
  (await everyPage((query) => world.operator.expect('listWorkers', 200, { query }), 100)).map(({ name }) => name);

describe('201', () => {
  test('enrols a worker and shows its token this once, kept by no cache', async () => {
    const body = bench(['windows']);
    const answer = await world.operator.call('createWorker', { body });
    if (answer.status !== 201) throw new Error(answer.text);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.body).toMatchObject(body);
    expect(answer.body.worker_token).toMatch(/^spcw_[0-9A-Za-z]{46}$/);
    const listed = await world.operator.call('listWorkers', { query: { limit: 100 } });
    expect(listed.text).not.toContain(answer.body.worker_token.slice(5));
  });

  test('the token claims for the enrolled platforms and no other', async () => {
    const { worker_token } = await world.operator.expect('createWorker', 201, { body: bench(['windows']) });
    const worker = createClient(world.url, worker_token);
    const answer = await worker.call('claimRun', { body: { platforms: ['windows', 'linux'], wait_ms: 0 } });
    expect(failureOf(answer, 403).details).toMatchObject({ platforms: ['linux'] });
  });
});

describe('400', () => {
  test.each([
    ['name', { name: 'two words' }],
    ['name', { name: 'a'.repeat(51) }],
    ['platforms', { platforms: [] }],
    ['platforms', { platforms: ['linux', 'linux'] }],
    ['platforms[0]', { platforms: ['beos'] }],
    ['token', { token: 'spcw_mine' }],
  ])('names body.%s: %o', async (field, fault) => {
    const body = { ...bench(), ...fault };
    const answer = await world.operator.call('createWorker', { raw: JSON.stringify(body) });
    expect(faultyFields(answer)).toContain(`body.${field}`);
    expect(await names()).not.toContain(body.name);
  });
});

describe('409', () => {
  test('a name is taken for good, by a revoked worker too', async () => {
    const body = bench();
    const { worker_id } = await world.operator.expect('createWorker', 201, { body });
    expect(await world.operator.expect('createWorker', 409, { body })).toMatchObject({ code: 'conflict' });
    await world.operator.expect('revokeWorker', 204, { path: { worker_id } });
    await world.operator.expect('createWorker', 409, { body });
  });
});

describe('413 and 415', () => {
  test('takes JSON, and not more than it needs', async () => {
    await world.operator.expect('createWorker', 413, { raw: JSON.stringify({ name: 'a'.repeat(300_000) }) });
    await world.operator.expect('createWorker', 415, { body: bench(), headers: { 'Content-Type': 'text/plain' } });
  });
});

describe('401 and 403', () => {
  test('needs a valid token', () =>
    expectCredentialNeeded(world, (client) => client.call('createWorker', { body: bench() })));

  test('needs system:write and an operator: the administrator of a domain enrols nothing', async () => {
    const body = bench();
    const operatorWith = (scopes: Scope[]) => signIn(world.url, operatorEmail, operatorPassword, scopes);
    await expectScopeNeeded(operatorWith, 'system:write', (client) => client.call('createWorker', { body }));
    expect(failureOf(await world.admin.call('createWorker', { body }), 403).code).toBe('forbidden');
    expect(await names()).not.toContain(body.name);
  });
});
