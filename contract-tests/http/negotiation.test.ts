import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { errorStatus, operations } from '../../generated/operations.ts';
import { liveCredentials, type Credentials } from '../harness/credentials-by-kind.ts';
import { everyOperation, type DeclaredOperation } from '../harness/declared-requests.ts';
import { exchange, hostOf, rawRequest } from '../harness/raw-http.ts';
import { sendRequest } from '../harness/send-request.ts';
import { siteAt } from '../harness/preflights.ts';
import { uploadSample } from '../harness/suite.ts';
import { newCommit, openWorld, unique, type World } from '../harness/world.ts';

let world: World;
let credentials: Credentials;

beforeAll(async () => {
  world = await openWorld();
  credentials = await liveCredentials(world);
});

afterAll(() => credentials?.release());

async function send(operation: DeclaredOperation, headers: Record<string, string>, body?: string) {
  const { path, query } = credentials.addressFor(operation);
  const request = { path, query, headers, ...(body === undefined ? {} : { body }) };
  return sendRequest(world.url, operation, credentials.tokenFor(operation), request);
}

const listRuns = async (accept: string): Promise<number> =>
  (
    await fetch(`${world.url}/api/v1/runs`, {
      headers: { Accept: accept, Authorization: `Bearer ${world.admin.token}` },
    })
  ).status;

describe('an answer that nobody wants', () => {
  const signed = ({ credential }: DeclaredOperation): boolean => credential === 'signature';

  test.each(
    everyOperation.filter((operation) => !signed(operation)).map((operation) => [operation.id, operation] as const),
  )('%s is not made: 406 with the types there are', async (_, operation) => {
    const { status, failure, headers } = await send(operation, { Accept: 'image/png' });
    expect([status, failure.code]).toEqual([406, 'not_acceptable']);
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
    const isRedirect = operation.statuses.some((each) => each === 302 || each === 303);
    const ofNothing = isRedirect ? ['application/json', 'text/html'] : ['application/json'];
    const available = operation.successTypes.length === 0 ? ofNothing : [...operation.successTypes];
    expect(failure.details).toMatchObject({ available });
  });

  test.each([
    'text/html',
    'application/json;q=0',
    '*/*;q=0',
    'application/json;q=0, */*',
    'application/xml, */*;q=0',
    'application/problem+json',
    'application/json; version=2',
    'json',
  ])('Accept: %s leaves nothing', async (accept) => {
    expect(await listRuns(accept)).toBe(406);
  });

  test.each([
    '*/*',
    'application/*',
    'APPLICATION/JSON',
    'application/json; q=0.1, text/html',
    'text/html, */*;q=0.1',
    'application/xml, application/json;q=0.001',
    '',
  ])('Accept: %s leaves JSON', async (accept) => {
    expect(await listRuns(accept)).toBe(200);
  });

  test.each(
    everyOperation.filter((operation) => !signed(operation)).map((operation) => [operation.id, operation] as const),
  )('%s tells that as a problem where only a problem is wanted', async (_, operation) => {
    const { status, headers, text } = await send(operation, { Accept: 'application/problem+json' });
    const { type, instance, ...problem } = JSON.parse(text);
    expect([status, headers.get('content-type'), headers.get('vary')]).toEqual([
      406,
      'application/problem+json',
      'Accept',
    ]);
    expect(problem).toMatchObject({ title: expect.any(String), status: 406, code: 'not_acceptable' });
    expect(type).toBe(`${world.url}/api/v1/problems/not_acceptable`);
    expect(instance).toBe(`${type}#${headers.get('x-request-id')}`);
  });

  test('failures are told in JSON whatever is wanted', async () => {
    const response = await fetch(`${world.url}/api/v1/nowhere`, { headers: { Accept: 'text/html' } });
    expect([response.status, response.headers.get('content-type')]).toEqual([404, 'application/json; charset=utf-8']);
  });
});

describe('a body in another form', () => {
  // What is no form of a page holds no credential, and is answered so.
  const taking = everyOperation.filter(
    ({ requestType }) => requestType !== null && requestType !== 'application/x-www-form-urlencoded',
  );
  const wrong: Record<string, string>[] = [
    { 'Content-Type': 'text/plain' },
    { 'Content-Type': 'application/xml' },
    { 'Content-Type': 'application/jsonp' },
    { 'Content-Type': 'multipart/form-data; boundary=a' },
    { 'Content-Type': 'application/x-www-form-urlencoded' },
    { 'Content-Type': 'application' },
    { 'Content-Encoding': 'gzip' },
    { 'Content-Encoding': 'identity' },
  ];

  test.each(taking.map((operation) => [operation.id, operation] as const))(
    '%s takes its own type only: 415 with that type',
    async (_, operation) => {
      for (const headers of wrong.filter((each) => !each['Content-Type']?.startsWith(String(operation.requestType)))) {
        const { status, failure } = await send(operation, headers, '{}');
        expect([headers, status, failure.code]).toEqual([headers, 415, 'unsupported_media_type']);
        expect(failure.details).toMatchObject({ available: [operation.requestType] });
      }
    },
  );

  const createTag = (type: string, body: string) =>
    fetch(`${world.url}/api/v1/tags`, {
      method: 'POST',
      headers: { 'Content-Type': type, Authorization: `Bearer ${world.admin.token}` },
      body,
    });

  test.each([
    'application/json; charset=latin1',
    'application/json; charset=utf-16',
    'application/json; charset=utf-8; x=1',
    'application/json; x=1',
    'application/json; boundary=utf-8',
    'application/json, text/plain',
  ])('%s is not JSON in UTF-8', async (type) => {
    expect((await createTag(type, '{}')).status).toBe(415);
  });

  test.each([
    'application/json',
    'Application/JSON',
    'application/json;charset=utf-8',
    'application/json; charset=UTF-8',
    'application/json; charset="utf-8"',
    'application/json;',
  ])('%s is', async (type) => {
    expect((await createTag(type, JSON.stringify({ name: unique('tag') }))).status).toBe(201);
  });

  test('a body without a type, or with two, is refused', async () => {
    const head = [`Host: ${hostOf(world.url)}`, `Authorization: Bearer ${world.admin.token}`, 'Content-Length: 2'];
    const types = [[], ['Content-Type: text/plain', 'Content-Type: application/json']];
    for (const type of types) {
      const { answers } = await exchange(world.url, rawRequest('POST /api/v1/tags', [...head, ...type], '{}'));
      expect(answers.map(({ status }) => status)).toEqual([415]);
    }
  });

  test('an operation without a body does not care for its type', async () => {
    const response = await fetch(`${world.url}/api/v1/runs`, {
      headers: { 'Content-Type': 'text/plain', Authorization: `Bearer ${world.admin.token}` },
    });
    expect(response.status).toBe(200);
  });
});

describe('a failure to a client that prefers problems', () => {
  const problems = { Accept: 'application/json;q=0.9, application/problem+json' };

  test('404 where there is no address', async () => {
    const response = await fetch(`${world.url}/api/v1/nowhere`, { headers: problems });
    expect([response.status, response.headers.get('content-type')]).toEqual([404, 'application/problem+json']);
    expect(await response.json()).toMatchObject({ status: 404, code: 'not_found' });
  });

  test('401 and 405 keep their headers', async () => {
    const refused = await fetch(`${world.url}/api/v1/runs`, { headers: problems });
    expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="spci"']);
    expect(await refused.json()).toMatchObject({ code: 'unauthorized', title: expect.any(String) });
    const unknown = await fetch(`${world.url}/livez`, { method: 'DELETE', headers: problems });
    expect([unknown.status, unknown.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
    expect(await unknown.json()).toMatchObject({ code: 'method_not_allowed', title: expect.any(String) });
  });

  type Ask = () => Promise<Response>;
  const ask = (method: string, target: string, more: RequestInit = {}, token = world.admin.token): Promise<Response> =>
    fetch(new URL(target, world.url), {
      ...{ method, ...more },
      headers: { ...problems, Authorization: `Bearer ${token}`, ...more.headers },
    });
  const createTag = (body: string, type = 'application/json'): Promise<Response> =>
    ask('POST', '/api/v1/tags', { body, headers: { 'Content-Type': type } });

  async function askForRun(): Promise<Response> {
    const repository = `${unique('owner')}/tool`;
    await world.admin.expect('createRepository', 201, { body: { repository } });
    const body = JSON.stringify({ repository, commit_sha: newCommit(), platform: 'linux' });
    return ask('POST', '/api/v1/runs', { body, headers: { 'Content-Type': 'application/json' } });
  }

  async function askBeyondTheEnd(): Promise<Response> {
    const { sample_id } = await uploadSample(world);
    const { download_url } = await world.admin.expect('getSampleDownload', 200, { path: { sample_id } });
    const headers = { Accept: 'application/problem+json, */*;q=0.5', Range: 'bytes=999999-' };
    return ask('GET', download_url, { headers });
  }

  async function askForUnreachedPage(): Promise<Response> {
    const origin = 'http://[::1]:8443';
    await siteAt(world, origin);
    const body = JSON.stringify({ urls: [`${origin}/`], step: 'identify' });
    return ask('POST', '/api/v1/preflight/jobs', { body, headers: { 'Content-Type': 'application/json' } });
  }

  const byStatus: Readonly<Record<number, Ask>> = {
    400: () => createTag('{'),
    401: () => ask('GET', '/api/v1/runs', {}, 'garbage'),
    403: async () => ask('GET', '/api/v1/runs', {}, (await world.adminWith(['system:read'])).token),
    404: () => ask('GET', '/api/v1/runs/2147483647'),
    405: () => ask('DELETE', '/api/v1/tags'),
    406: () => ask('GET', '/api/v1/runs', { headers: { Accept: 'application/problem+json' } }),
    409: async () => {
      const body = JSON.stringify({ name: unique('tag') });
      await createTag(body);
      return createTag(body);
    },
    413: () => createTag('a'.repeat(operations.createTag.bodyBytesMax + 1)),
    415: () => createTag('{}', 'text/plain'),
    416: askBeyondTheEnd,
    422: askForRun,
    502: askForUnreachedPage,
  };
  /** What a server tells that is asked too much, fails or lost its database is asked of servers for that purpose. */
  const elsewhere: readonly number[] = [429, 500, 503];
  const failures = new Set(everyOperation.flatMap(({ statuses }) => statuses.filter((status) => status >= 400)));

  test.each([...failures].filter((status) => !elsewhere.includes(status)).sort())('%d', async (status) => {
    const response = await byStatus[status]?.();
    const problem = (await response?.json()) as { code: keyof typeof errorStatus };
    expect([response?.status, response?.headers.get('content-type')]).toEqual([status, 'application/problem+json']);
    expect(problem).toMatchObject({ status, details: { request_id: response?.headers.get('x-request-id') } });
    expect(problem).not.toHaveProperty('message');
    expect(errorStatus[problem.code]).toBe(status);
  });

  test('HEAD tells the type without content', async () => {
    const response = await fetch(`${world.url}/api/v1/runs`, { method: 'HEAD', headers: problems });
    expect([response.headers.get('content-type'), await response.text()]).toEqual(['application/problem+json', '']);
  });

  test('a success is JSON all the same', async () => {
    const headers = { ...problems, Authorization: `Bearer ${world.admin.token}` };
    const response = await fetch(`${world.url}/api/v1/runs`, { headers });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
  });
});
