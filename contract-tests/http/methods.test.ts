import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { liveCredentials, type Credentials } from '../harness/credentials-by-kind.ts';
import { allowOf, everyOperation, everyPath, type DeclaredOperation } from '../harness/declared-requests.ts';
import { goodRequest } from '../harness/good-requests.ts';
import { exchange, hostOf, rawRequest, type RawAnswer } from '../harness/raw-http.ts';
import { addressOf as requestAddress } from '../harness/send-request.ts';
import { openStage, type Stage } from '../harness/stage.ts';
import { uploadSample } from '../harness/suite.ts';
import { openWorld, type World } from '../harness/world.ts';

let world: World;
let stage: Stage;
let credentials: Credentials;

beforeAll(async () => {
  world = await openWorld();
  stage = await openStage(world);
  credentials = await liveCredentials(world);
});

afterAll(() => credentials?.release());

/** An address with values that fit, for nothing that exists. */
function addressOf(operation: DeclaredOperation): string {
  const { path, query } = credentials.addressFor(operation);
  const filled = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => path[name] ?? '');
  const text = new URLSearchParams(query).toString();
  return text === '' ? filled : `${filled}?${text}`;
}

function operationAt(path: string): DeclaredOperation {
  const operation = everyOperation.find((candidate) => candidate.path === path);
  if (operation === undefined) throw new Error(`no operation at ${path}`);
  return operation;
}

/** The one answer to a request of its own connection, which ends with it. */
async function ask(method: string, target: string, token?: string): Promise<RawAnswer> {
  const headers = [`Host: ${hostOf(world.url)}`, 'Connection: close', 'X-Request-Id: known'];
  if (token !== undefined) headers.push(`Authorization: Bearer ${token}`);
  const { answers, rest } = await exchange(world.url, rawRequest(`${method} ${target}`, headers));
  const [answer] = answers;
  if (answer === undefined || answers.length !== 1) throw new Error(`${answers.length} answers`);
  expect(rest).toBe('');
  return answer;
}

/** GitHub gives its answer to a code once. */
const isUsedUp = ({ id }: DeclaredOperation): boolean => id === 'getGithubConfirmation';

/** What may differ between two answers to one question. */
const varying = ['date', 'x-ratelimit-remaining', 'x-ratelimit-reset', 'content-length', 'transfer-encoding'];
const steadyHeaders = ({ headers }: RawAnswer) => [...headers].filter(([name]) => !varying.includes(name)).sort();

describe('HEAD is GET without the body', () => {
  const readable = everyOperation.filter(({ method }) => method === 'GET');

  test.each(readable.map((operation) => [operation.path, operation] as const))('%s', async (_, operation) => {
    const { request, token: granted } = await goodRequest(stage, operation);
    const found = async (): Promise<string> =>
      requestAddress(operation, isUsedUp(operation) ? (await goodRequest(stage, operation)).request : request);
    const missing = async (): Promise<string> => addressOf(operation);
    for (const [address, token] of [[found, granted], [found], [missing, granted]] as const) {
      const before = await ask('GET', await address(), token);
      const head = await ask('HEAD', await address(), token);
      const after = await ask('GET', await address(), token);
      expect([head.status, head.text]).toEqual([before.status, '']);
      expect(steadyHeaders(head)).toEqual(steadyHeaders(before));
      if (before.text === after.text)
        expect(head.headers.get('content-length')).toBe(before.headers.get('content-length'));
      else expect(head.headers.get('content-length')).toMatch(/^[1-9]/);
    }
  });

  test('also of bytes that are sent as a stream', async () => {
    const { sample_id } = await uploadSample(world, 'twelve bytes');
    const { download_url } = await world.admin.expect('getSampleDownload', 200, { path: { sample_id } });
    const { pathname, search } = new URL(download_url, world.url);
    const get = await ask('GET', pathname + search);
    const head = await ask('HEAD', pathname + search);
    expect([get.status, get.text, head.status, head.text]).toEqual([200, 'twelve bytes', 200, '']);
    expect(steadyHeaders(head)).toEqual(steadyHeaders(get));
    expect(head.headers.get('content-length')).toBe('12');
  });

  test('where there is no GET there is no HEAD', async () => {
    const paths = everyPath.filter((path) => !allowOf(path).includes('GET'));
    for (const path of paths) expect((await ask('HEAD', addressOf(operationAt(path)))).status).toBe(405);
    expect(paths.length).toBeGreaterThan(5);
  });
});

describe('each address tells its methods', () => {
  test.each(everyPath)('%s', async (path) => {
    const operation = operationAt(path);
    const address = addressOf(operation);
    const allow = allowOf(path);
    const options = await ask('OPTIONS', address);
    expect([options.status, options.text, options.headers.get('allow')]).toEqual([204, '', allow]);
    const others = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'TRACE'].filter((method) => !allow.includes(method));
    for (const method of others) {
      const answer = await ask(method, address, credentials.tokenFor(operation));
      expect([method, answer.status, answer.headers.get('allow')]).toEqual([method, 405, allow]);
      expect(JSON.parse(answer.text)).toMatchObject({ code: 'method_not_allowed', details: { request_id: 'known' } });
      expect(answer.headers.get('x-ratelimit-limit')).toMatch(/^\d+$/);
    }
    expect(others.length).toBeGreaterThan(0);
  });
});

describe('an address has one spelling', () => {
  test.each(everyPath)('%s', async (path) => {
    const operation = operationAt(path);
    const [address = '', ...query] = addressOf(operation).split('?');
    // What is named is named in any case.
    const shouted = path === '/' || path === '/{domain}' ? [] : [address.toUpperCase()];
    const others = [`${address}/`, `/${address}`, ...shouted, address.replace('/', '/./')];
    for (const other of others) {
      const answer = await ask(operation.method, [other, ...query].join('?'), credentials.tokenFor(operation));
      expect([other, answer.status, JSON.parse(answer.text).code]).toEqual([other, 404, 'not_found']);
    }
  });
});
