import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { everyOperation, type DeclaredOperation } from '../harness/declared-requests.ts';
import { goodRequest, type GoodRequest } from '../harness/good-requests.ts';
import { sendRequest, type SentAnswer } from '../harness/send-request.ts';
import { startServerOnProxy, type ServerOnProxy } from '../harness/server-on-proxy.ts';
import { openStage } from '../harness/stage.ts';
import { openWorld, type World } from '../harness/world.ts';

let broken: ServerOnProxy;
let world: World;
/** A request to each operation that would succeed if the database were well. */
const requests = new Map<string, GoodRequest>();
/** The status of each operation that answers without the database. */
let independent: Map<string, number>;
let dependent: readonly DeclaredOperation[];

beforeAll(async () => {
  broken = await startServerOnProxy();
  world = await openWorld(broken.server.url);
  const background = await broken.startBackground();
  try {
    const stage = await openStage(world);
    for (const operation of everyOperation) requests.set(operation.id, await goodRequest(stage, operation));
  } finally {
    await background.stop();
  }
  for (let count = 0; count < 2; count += 1) unseenTokens.push((await world.adminWith(['system:read'])).token);
  independent = await findIndependent();
  dependent = everyOperation.filter(({ id }) => !independent.has(id) && !tellsOfIt.includes(id));
});

afterAll(async () => {
  for (const request of requests.values()) await request.release();
  await broken?.stop();
});

/** Its being gone is their answer. */
const tellsOfIt: readonly DeclaredOperation['id'][] = ['getHealth', 'getReadiness'];
/** Needs the database for its token only, which a server knows for five seconds: each request has a token of its own. */
const unseenTokens: (string | undefined)[] = [];

async function send(operation: DeclaredOperation, headers: Record<string, string> = {}): Promise<SentAnswer> {
  const good = requests.get(operation.id);
  const token = operation.id === 'getContract' ? unseenTokens.pop() : good?.token;
  return sendRequest(world.url, operation, token, { ...good?.request, headers });
}

const all = (operations: readonly DeclaredOperation[], verdict: string) =>
  Object.fromEntries(operations.map(({ id }) => [id, verdict]));
const problem = { Accept: 'application/problem+json, application/json;q=0.5' };

/** Who needs no token may need no database either: what asks it nothing while it is well. */
async function findIndependent(): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for (const operation of everyOperation.filter(({ credential }) => ['none', 'signature'].includes(credential))) {
    const before = broken.proxy.statements();
    const { status } = await send(operation);
    if (broken.proxy.statements() === before) found.set(operation.id, status);
  }
  return found;
}

async function statusesOf(operations: readonly DeclaredOperation[], headers: Record<string, string> = {}) {
  const told: Record<string, string> = {};
  for (const operation of operations) {
    const { status, failure, headers: answered } = await send(operation, headers);
    const retry = answered.has('retry-after') ? ' later' : '';
    told[operation.id] = `${status} ${failure.code ?? ''}${retry}`;
  }
  return told;
}

describe('while the tables are gone', () => {
  beforeAll(() => broken.run('alter schema public rename to gone; create schema public'));
  afterAll(() => broken.run('drop schema public; alter schema gone rename to public'));

  test('every operation tells that the server failed, and nothing of why', async () => {
    expect(await statusesOf(dependent)).toEqual(all(dependent, '500 internal_error'));
    expect(await statusesOf(dependent.slice(0, 1), problem)).toEqual(all(dependent.slice(0, 1), '500 internal_error'));
  });

  test('the server is not ready: its migrations are pending', async () => {
    const { body } = await world.anonymous.call('getReadiness');
    expect(body).toMatchObject({ status: 'unavailable', checks: { database: 'ok', migrations: 'pending' } });
  });
});

describe('while the database cannot be reached', () => {
  beforeAll(() => broken.proxy.cut());
  afterAll(() => broken.proxy.mend());

  test('every operation tells that it is unavailable, and when to come back', async () => {
    expect(await statusesOf(dependent)).toEqual(all(dependent, '503 unavailable later'));
    expect(await statusesOf(dependent.slice(0, 1), problem)).toEqual(
      all(dependent.slice(0, 1), '503 unavailable later'),
    );
  });

  test('what needs no database answers, and health and readiness tell', async () => {
    const answers = new Map<string, number>();
    for (const operation of everyOperation.filter(({ id }) => independent.has(id)))
      answers.set(operation.id, (await send(operation)).status);
    expect(answers).toEqual(independent);
    await world.anonymous.expect('getHealth', 503);
    const { body } = await world.anonymous.call('getReadiness');
    expect(body).toMatchObject({ status: 'unavailable', checks: { database: 'down', migrations: 'down' } });
  });
});

test('afterwards requests succeed as before', async () => {
  await world.admin.expect('getCurrentUser', 200);
  await world.anonymous.expect('getReadiness', 200);
});

/** What an account gets of these operations once a statement has changed what the database says of it. */
async function toldAfter(statement: (email: string) => string, operations: readonly DeclaredOperation[]) {
  const member = await world.member('contributor');
  // Before its first use: what a server knows of a token may be five seconds old.
  await broken.run(statement(member.email));
  const told: Record<string, string> = {};
  for (const operation of operations) {
    const request = requests.get(operation.id)?.request;
    const { status, failure } = await sendRequest(world.url, operation, member.token, request);
    told[operation.id] = `${status} ${failure.code}`;
  }
  return told;
}

const byAccount = everyOperation.filter(({ credential }) => credential === 'account');

test('an account that may only read is refused whatever is no GET', async () => {
  const writing = byAccount.filter(({ method }) => method !== 'GET');
  const readOnly = (email: string) => `update accounts set read_only = true where email = '${email}'`;
  expect(await toldAfter(readOnly, writing)).toEqual(all(writing, '403 forbidden'));
});

test.each([
  [
    'a token that has ended',
    (email: string) =>
      `update api_tokens set created_at = now() - interval '2 days', expires_at = now() - interval '1 second'
       where account_id = (select id from accounts where email = '${email}')`,
  ],
  [
    'the token of an account that was deactivated',
    (email: string) => `update accounts set deactivated_at = now() where email = '${email}'`,
  ],
])('%s opens nothing', async (_, statement) => {
  expect(await toldAfter(statement, byAccount)).toEqual(all(byAccount, '401 unauthorized'));
});
