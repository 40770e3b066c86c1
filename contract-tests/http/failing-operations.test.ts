import { fileFormOf } from '../harness/file-form.ts';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { errorStatus } from '../../generated/operations.ts';
import { createTestDatabase } from '../../src/testing/postgres-databases.ts';
import { startFailingServer, type FailingServer, type Fault } from '../../src/testing/failing-server.ts';
import { liveCredentials, type Credentials } from '../harness/credentials-by-kind.ts';
import { bodyExamplesOf, everyOperation, type DeclaredOperation } from '../harness/declared-requests.ts';
import { webhookSecret } from '../harness/own-headers.ts';
import { isOnPostgres } from '../harness/own-server.ts';
import { sendRequest, type SentAnswer, type SentRequest } from '../harness/send-request.ts';
import { operatorEmail, operatorPassword } from '../harness/operator.ts';
import { raisedLimits } from '../harness/server-process.ts';
import { uploadSample } from '../harness/suite.ts';
import { openWorld, type World } from '../harness/world.ts';

let database: { readonly url: string; drop(): Promise<void> } | undefined;
let server: FailingServer;
let world: World;
let credentials: Credentials;
let signed: SentRequest;

beforeAll(async () => {
  if (isOnPostgres()) database = await createTestDatabase(process.env['SPCI_TEST_POSTGRES'] ?? '');
  server = await startFailingServer({
    SPCI_BOOTSTRAP_EMAIL: operatorEmail,
    SPCI_BOOTSTRAP_PASSWORD: operatorPassword,
    SPCI_LIMITS: raisedLimits,
    SPCI_GITHUB_WEBHOOK_SECRET: webhookSecret,
    ...(database === undefined ? {} : { DATABASE_URL: database.url }),
  });
  world = await openWorld(server.url);
  credentials = await liveCredentials(world);
  const { sample_id } = await uploadSample(world);
  const { download_url } = await world.admin.expect('getSampleDownload', 200, { path: { sample_id } });
  const { pathname, searchParams } = new URL(download_url);
  signed = { path: { sha256: pathname.split('/').at(-1) ?? '' }, query: Object.fromEntries(searchParams) };
});

afterAll(async () => {
  credentials?.release();
  await server?.stop();
  await database?.drop();
});

const is503 = (status: number): boolean => status === 503;
function bodyOf(operation: DeclaredOperation): string | Uint8Array<ArrayBuffer> {
  if (operation.requestType === 'application/octet-stream') return 'bytes';
  if (operation.requestType === 'multipart/form-data') return fileFormOf('bytes');
  return JSON.stringify(Object.values(bodyExamplesOf(operation))[0]);
}

/** A request that reaches the operation, which never comes to ask whether anything of it exists. */
async function send(operation: DeclaredOperation, fault: Fault, accept: string): Promise<SentAnswer> {
  const request = operation.credential === 'signature' ? signed : credentials.addressFor(operation);
  const body = operation.requestType === null ? {} : { body: bodyOf(operation) };
  server.failBy(fault);
  try {
    return await sendRequest(server.url, operation, credentials.tokenFor(operation), {
      ...{ ...request, ...body },
      headers: { Accept: accept },
    });
  } finally {
    server.failBy(undefined);
  }
}

test('a broken description is counted, and the last one told to who may read the system', async () => {
  const operation = everyOperation.find(({ id }) => id === 'getLiveness');
  if (operation === undefined) throw new Error('there is no getLiveness');
  const { violation_count } = await world.admin.expect('getContract', 200);
  await send(operation, 'breaks its description', '*/*');
  const told = await world.admin.expect('getContract', 200);
  expect(told.violation_count).toBe(violation_count + 1);
  expect(told.last_violation).toEqual({
    ...{ happened_at: expect.any(String), operation_id: 'getLiveness', status: 299 },
    fault: 'status 299 is not declared',
  });
});

/** Its failures are told in either form, without a word of their cause. */
async function expectTold(operation: DeclaredOperation, fault: Fault, code: keyof typeof errorStatus): Promise<void> {
  for (const accept of ['*/*', 'application/problem+json, */*;q=0.5']) {
    const { status, failure, headers, text } = await send(operation, fault, accept);
    const told = [accept, status, failure.code, failure.details];
    expect(told).toEqual([accept, errorStatus[code], code, { request_id: headers.get('x-request-id') }]);
    expect(text + JSON.stringify([...headers])).not.toMatch(/secret/i);
    expect(headers.has('x-ratelimit-remaining')).toBe(operation.rateClass !== 'unlimited');
  }
}

const named = (operations: readonly DeclaredOperation[]) =>
  operations.map((operation) => [operation.id, operation] as const);

describe('H4: an operation that throws tells that the server failed', () => {
  test.each(named(everyOperation))('%s', (_, operation) => expectTold(operation, 'throws', 'internal_error'));
});

describe('H5: an answer that breaks its description is withheld', () => {
  test.each(named(everyOperation))('%s', (_, operation) =>
    expectTold(operation, 'breaks its description', 'contract_violation'),
  );
});

describe('an operation whose database went away tells that it is unavailable', () => {
  const tellsOfIt: readonly DeclaredOperation['id'][] = ['getHealth', 'getReadiness'];
  const asking = everyOperation.filter(({ id, statuses }) => !tellsOfIt.includes(id) && statuses.some(is503));

  test.each(named(asking))('%s', (_, operation) => expectTold(operation, 'finds no database', 'unavailable'));
});
