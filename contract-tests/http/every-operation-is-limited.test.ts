import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { liveCredentials, type Credentials } from '../harness/credentials-by-kind.ts';
import { everyOperation, type DeclaredOperation } from '../harness/declared-requests.ts';
import { startOwnServer } from '../harness/own-server.ts';
import { sendRequest, type SentAnswer } from '../harness/send-request.ts';
import { operatorEmail } from '../harness/operator.ts';
import type { ServerProcess } from '../harness/server-process.ts';
import { openWorld } from '../harness/world.ts';

/** Enough to make the credentials and to ask everything twice, and little enough to use up. */
const allowed = 2 * everyOperation.length + 40;
const loginsAllowed = 3;
let server: ServerProcess;
let credentials: Credentials;

beforeAll(async () => {
  const classes = ['mail', 'read', 'write', 'health', 'worker'].map((name) => `${name}=${allowed}/3600`);
  server = await startOwnServer({ SPCI_LIMITS: [`login=${loginsAllowed}/3600`, ...classes].join() });
  credentials = await liveCredentials(await openWorld(server.url));
});

afterAll(async () => {
  credentials?.release();
  await server?.stop();
});

/** Of a login its failures count; any other request counts, also one whose answer nobody wants. */
async function send(operation: DeclaredOperation, accept = 'image/png'): Promise<SentAnswer> {
  const { path, query } = credentials.addressFor(operation);
  const login = { body: JSON.stringify({ email: operatorEmail, password: 'a wrong one', token_name: 'token' }) };
  const other = { headers: { Accept: accept } };
  const request = { path, query, ...(operation.rateClass === 'login' ? login : other) };
  return sendRequest(server.url, operation, credentials.tokenFor(operation), request);
}

const limited = everyOperation.filter(({ rateClass }) => rateClass !== 'unlimited');

test('what has no limit is what machines ask every second', () => {
  const unlimited = everyOperation.filter(({ rateClass }) => rateClass === 'unlimited').map(({ id }) => id);
  expect(unlimited).toEqual(['getLiveness', 'getReadiness', 'getMetrics']);
});

describe('every answer tells what is left of the limit', () => {
  test.each(limited.map((operation) => [operation.id, operation] as const))('%s', async (_, operation) => {
    const startedAt = Date.now();
    const answers = [await send(operation), await send(operation)];
    const told = (name: string): number[] => answers.map(({ headers }) => Number(headers.get(`x-ratelimit-${name}`)));
    const [first = 0, second = 0] = told('remaining');
    expect(second).toBeLessThan(first);
    for (const reset of told('reset')) expect(reset * 1000).toBeGreaterThan(startedAt);
  });
});

describe('beyond its limit every operation answers 429 and when to come back', () => {
  async function usedUp(operation: DeclaredOperation, accept?: string): Promise<SentAnswer> {
    let answer = await send(operation, accept);
    for (let sent = 1; sent <= allowed && answer.status !== 429; sent += 1) answer = await send(operation, accept);
    return answer;
  }

  test.each(limited.map((operation) => [operation.id, operation] as const))('%s', async (_, operation) => {
    const startedAt = Date.now();
    const { status, failure, headers } = await usedUp(operation);
    expect([status, failure.code, headers.get('x-ratelimit-remaining')]).toEqual([429, 'rate_limited', '0']);
    const retryAfter = Number(headers.get('retry-after'));
    expect(retryAfter).toBeGreaterThan(0);
    // Nothing is left of the limit before one more is allowed.
    expect(Number(headers.get('x-ratelimit-reset')) * 1000).toBeGreaterThan(startedAt + (retryAfter - 1) * 1000);
    expect(Number(headers.get('x-ratelimit-limit'))).toBe(operation.rateClass === 'login' ? loginsAllowed : allowed);
  });

  test('as a problem to a client that prefers one', async () => {
    const [operation] = limited.filter(({ rateClass }) => rateClass === 'read');
    if (operation === undefined) throw new Error('nothing is read');
    const { status, failure, headers } = await usedUp(operation, 'application/problem+json');
    expect([status, failure.code]).toEqual([429, 'rate_limited']);
    expect(headers.get('content-type')).toBe('application/problem+json');
  });
});
