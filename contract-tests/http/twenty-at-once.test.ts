import { beforeAll, describe, expect, test } from '@jest/globals';
import type { OperationId } from '../harness/client.ts';
import { everyOperation, parametersOf, type DeclaredOperation, type Json } from '../harness/declared-requests.ts';
import { declarationPath, describedAt, resolvedPath } from '../harness/described.ts';
import { goodRequest, succeeded } from '../harness/good-requests.ts';
import { pictureOf } from '../harness/pictures.ts';
import { sendRequest, type SentAnswer } from '../harness/send-request.ts';
import { openStage, type Stage } from '../harness/stage.ts';
import { openWorld, unique } from '../harness/world.ts';

const clients = 20;
let stage: Stage;

beforeAll(async () => {
  stage = await openStage(await openWorld());
});

const named = (operations: readonly DeclaredOperation[]) =>
  operations.map((operation) => [operation.id, operation] as const);
const declares = ({ statuses }: DeclaredOperation, ...wanted: number[]): boolean =>
  wanted.every((status) => statuses.some((declared: number) => declared === status));
const objectIn = ({ text }: SentAnswer): Json => JSON.parse(text) as Json;

/** One good request, by as many clients at the same time. */
async function raced(operation: DeclaredOperation): Promise<SentAnswer[]> {
  const { url, token, request, release } = await goodRequest(stage, operation);
  const answers = Array.from({ length: clients }, () => sendRequest(url, operation, token, request));
  return Promise.all(answers).finally(release);
}

const statusesOf = (answers: readonly SentAnswer[]): number[] => answers.map(({ status }) => status).sort();
/** As many as there are clients, the first few of one status and the others of another. */
const oneThen = (first: number, rest: number): number[] => [first, ...Array.from({ length: clients - 1 }, () => rest)];

/** A race of their own, by other requests than equal ones, is in the test of the operation itself. */
const elsewhere: readonly OperationId[] = [
  'setUpInstallation',
  'claimRun',
  'completePasswordReset',
  'completeGithubLink',
  'updateRegressionTests',
];
const racing = everyOperation.filter(({ id, method }) => method !== 'GET' && !elsewhere.includes(id));

/** What one client takes is not there for the others. */
const taking: readonly OperationId[] = ['finalizeQueuedSample', 'linkQueuedSample'];
const takesOnce = ({ id }: DeclaredOperation): boolean => taking.some((taken) => taken === id);
/** Its 409 is about the installation. */
const makesMany = ({ id }: DeclaredOperation): boolean => id === 'createPromiseToken';
const makesOnce = (operation: DeclaredOperation): boolean =>
  operation.method === 'POST' && declares(operation, 201, 409) && !takesOnce(operation) && !makesMany(operation);

describe('of what may be there once one is made; every other client is refused, or told of that one', () => {
  test.each(named(racing.filter(makesOnce)))('%s', async (_, operation) => {
    const answers = await raced(operation);
    const made = answers.filter(succeeded);
    const refused = answers.filter((answer) => !succeeded(answer));
    expect(new Set(made.map(({ text }) => text)).size).toBe(1);
    expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 409));
    if (refused.length > 0) expect(statusesOf(answers)).toEqual(oneThen(201, 409));
  });
});

describe('one client takes what is taken once, the others find nothing', () => {
  test.each(named(racing.filter(takesOnce)))('%s', async (_, operation) => {
    expect(statusesOf(await raced(operation))).toEqual(oneThen(201, 404));
  });
});

const deleting = racing.filter(({ method }) => method === 'DELETE');

describe('one client deletes, the others find nothing', () => {
  test.each(named(deleting.filter((operation) => declares(operation, 200, 404))))('%s', async (_, operation) => {
    expect(statusesOf(await raced(operation))).toEqual(oneThen(200, 404));
  });
});

describe('what is always there to ask about is ended for every client', () => {
  const always = deleting.filter((operation) => declares(operation, 200) && !declares(operation, 404));

  test.each(named(always))('%s', async (_, operation) => {
    const answers = await raced(operation);
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(200);
  });
});

describe('what is revoked is revoked for every client', () => {
  test.each(named(deleting.filter((operation) => declares(operation, 204))))('%s', async (_, operation) => {
    // A client that comes after the end of its own token is not known any more.
    const late = operation.path.includes('{') ? 204 : 401;
    const statuses = new Set(statusesOf(await raced(operation)));
    statuses.delete(late);
    expect([...statuses]).toEqual(late === 204 ? [] : [204]);
  });
});

/** Answers that say whether they did anything. */
const tellsEffect = (operation: DeclaredOperation): boolean => {
  const response = resolvedPath([...declarationPath(operation), 'responses', '202']);
  const schema = resolvedPath([...response, 'content', 'application/json', 'schema']);
  const status = describedAt(resolvedPath([...schema, 'properties', 'status']));
  return JSON.stringify(status ?? '').includes('no_op');
};

describe('one client moves a run, for the others there is nothing to do', () => {
  test.each(named(racing.filter(tellsEffect)))('%s', async (_, operation) => {
    const told = (await raced(operation)).map((answer) => objectIn(answer)['status']);
    expect(told.sort()).toEqual(['accepted', ...Array.from({ length: clients - 1 }, () => 'no_op')]);
  });
});

describe('what a worker writes is there once, however often it comes', () => {
  const ofLease = racing.filter(({ credential }) => credential === 'lease');

  test.each(named(ofLease))('%s', async (_, operation) => {
    const good = await goodRequest(stage, operation);
    const send = () => sendRequest(good.url, operation, good.token, good.request);
    const answers = await Promise.all(Array.from({ length: clients }, send));
    expect(statusesOf(answers)).toEqual(answers.map(() => 200));
    const shown = await pictureOf(stage, operation, good.values);
    expect((await send()).status).toBe(200);
    expect(await pictureOf(stage, operation, good.values)).toEqual(shown);
  });
});

const takesKey = (operation: DeclaredOperation): boolean =>
  parametersOf(operation).some(({ name }) => name === 'Idempotency-Key');

describe('equal requests with one Idempotency-Key are one request', () => {
  test.each(named(racing.filter(takesKey)))('%s', async (_, operation) => {
    const headers = { 'Idempotency-Key': unique('key') };
    const [good, other] = [await goodRequest(stage, operation), await goodRequest(stage, operation)];
    const send = (token: string | undefined, { request } = good) =>
      sendRequest(good.url, operation, token, { ...request, headers });
    const answers = await Promise.all(Array.from({ length: clients }, () => send(good.token)));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    const replayed = (answer: SentAnswer): boolean => answer.headers.get('idempotency-replayed') === 'true';
    expect(answers.filter(replayed).length).toBe(clients - 1);
    expect((await send(good.token, other)).failure.code).toBe('idempotency_key_reused');
    const theirs = await send((await stage.world.member('contributor', [...operation.scopes])).token);
    expect([succeeded(theirs), replayed(theirs), theirs.text === answers[0]?.text]).toEqual([true, false, false]);
  });
});

/** Of the last one to come. */
const withoutMoments = (text: string): string => text.replaceAll(/"\w+_at":"[^"]*"/g, '');

describe('a change that all clients ask for is made', () => {
  test.each(named(racing.filter(({ method }) => method === 'PATCH')))('%s', async (_, operation) => {
    const answers = await raced(operation);
    expect(statusesOf(answers)).toEqual(answers.map(() => 200));
    expect(new Set(answers.map(({ text }) => withoutMoments(text))).size).toBe(1);
  });
});

describe('whatever else all clients ask for is answered to all alike', () => {
  const others = racing.filter(
    (operation) =>
      !['DELETE', 'PATCH'].includes(operation.method) &&
      operation.credential !== 'lease' &&
      ![makesOnce, takesOnce, tellsEffect, takesKey].some((isRaced) => isRaced(operation)),
  );

  test.each(named(others))('%s', async (_, operation) => {
    const answers = await raced(operation);
    expect([answers.every(succeeded), new Set(statusesOf(answers)).size]).toEqual([true, 1]);
  });
});
