import { beforeAll, describe, expect, test } from '@jest/globals';
import { errorStatus } from '../../generated/operations.ts';
import { exchange, hostOf, rawRequest, type Exchange } from '../harness/raw-http.ts';
import { openWorld, type World } from '../harness/world.ts';

let world: World;
let host: string;
let credential: string;
let endless: Promise<Exchange>;

beforeAll(async () => {
  world = await openWorld();
  host = `Host: ${hostOf(world.url)}`;
  // Begun first: the server gives up after ten seconds, and looks every two.
  endless = exchange(world.url, `GET ${runs} HTTP/1.1\r\n${host}\r\nX-A: a`, 1, 30_000);
  credential = `Authorization: Bearer ${world.admin.token}`;
});

const runs = '/api/v1/runs';
const json = 'Content-Type: application/json';
const chunked = 'Transfer-Encoding: chunked';
const many = (count: number): string[] => Array.from({ length: count }, (_, number) => `X-${number}: 1`);
const send = (bytes: string | Buffer, answers = 1): Promise<Exchange> => exchange(world.url, bytes, answers);

/** One refusal in the shape of every failure, after which the server ends the connection. */
function expectRefusedAndClosed({ answers, closed, rest }: Exchange, code: keyof typeof errorStatus): void {
  expect(answers.map(({ status }) => status)).toEqual([errorStatus[code]]);
  const [answer] = answers;
  expect(answer?.headers.get('content-type')).toBe('application/json; charset=utf-8');
  expect(answer?.headers.get('x-content-type-options')).toBe('nosniff');
  expect(answer?.headers.get('connection')).toBe('close');
  expect(answer?.headers.get('spec-digest')).toMatch(/^[0-9a-f]{64}$/);
  expect(answer?.headers.get('link')).toContain('rel="service-desc"');
  const id = answer?.headers.get('x-request-id');
  expect(JSON.parse(answer?.text ?? '')).toEqual({ code, message: expect.any(String), details: { request_id: id } });
  expect({ closed, rest }).toEqual({ closed: true, rest: '' });
}

describe('who is asked, and for what, must be beyond doubt, also with a good token', () => {
  const lines: Record<string, () => Buffer> = {
    'an absolute target': () => rawRequest(`GET http://evil.example${runs}`, [host, credential]),
    'an absolute target that names this server': () => rawRequest(`GET ${world.url}${runs}`, [host, credential]),
    'the target *': () => rawRequest('OPTIONS *', [host, credential]),
    'two Host headers': () => rawRequest(`GET ${runs}`, [host, 'Host: evil.example', credential]),
    'one Host header twice': () => rawRequest(`GET ${runs}`, [host, credential, host]),
    'no Host header': () => rawRequest(`GET ${runs}`, [credential]),
    'an empty Host header': () => rawRequest(`GET ${runs}`, ['Host:', credential]),
    'two hosts in one header': () => rawRequest(`GET ${runs}`, ['Host: a.example, b.example', credential]),
    'a Host header with a path': () => rawRequest(`GET ${runs}`, ['Host: a.example/b', credential]),
    'HTTP/1.0 without a Host header': () => Buffer.from(`GET ${runs} HTTP/1.0\r\n${credential}\r\n\r\n`),
  };

  test.each(Object.entries(lines))('%s', async (_, bytes) => {
    const refused = await send(bytes());
    expectRefusedAndClosed(refused, 'bad_request');
    expect(refused.answers[0]?.headers.get('x-ratelimit-limit')).toMatch(/^\d+$/);
  });

  test('no such request reaches an operation without a token either', async () => {
    for (const bytes of [rawRequest(`GET http://evil.example${runs}`, [host]), rawRequest(`HEAD ${runs}`, [host])]) {
      const { answers } = await send(bytes);
      expect(answers.map(({ status }) => status >= 400)).toEqual([true]);
    }
  });
});

describe('where a body ends must be beyond doubt', () => {
  const smuggled = `0\r\n\r\nGET /livez HTTP/1.1\r\nHost: a\r\n\r\n`;
  const post = (framing: readonly string[], body: string) =>
    rawRequest(`POST ${runs}`, [host, credential, json, ...framing], body);
  const bodies: Record<string, () => string | Buffer> = {
    'a length and chunks': () => post(['Content-Length: 4', chunked], smuggled),
    'chunks and a length': () => post([chunked, 'Content-Length: 4'], smuggled),
    'two lengths': () => post(['Content-Length: 2', 'Content-Length: 30'], '{}'),
    'one length twice': () => post(['Content-Length: 2', 'Content-Length: 2'], '{}'),
    'two lengths in one header': () => post(['Content-Length: 2, 2'], '{}'),
    'a negative length': () => post(['Content-Length: -1'], '{}'),
    'a length with a sign': () => post(['Content-Length: +2'], '{}'),
    'a hexadecimal length': () => post(['Content-Length: 0x2'], '{}'),
    'an unknown coding': () => post(['Transfer-Encoding: xchunked'], smuggled),
    'a coding after chunked': () => post(['Transfer-Encoding: chunked, identity'], smuggled),
    'chunked twice': () => post([chunked, chunked], smuggled),
    'a space before the colon': () => post(['Transfer-Encoding : chunked'], smuggled),
    'a chunk of no size': () => post([chunked], 'zz\r\n{}\r\n0\r\n\r\n'),
    'a chunk longer than its size': () => post([chunked], '1\r\n{}\r\n0\r\n\r\n'),
    'a folded header': () => rawRequest(`GET ${runs}`, [host, 'X-A: 1\r\n  2', credential]),
    'lines that end in a line feed only': () => `GET ${runs} HTTP/1.1\n${host}\n${credential}\n\n`,
    'a control character in a header': () => rawRequest(`GET ${runs}`, [host, 'X-A: a\u0001b', credential]),
    'a NUL in a header': () => rawRequest(`GET ${runs}`, [host, 'X-A: a\0b', credential]),
    'raw bytes in the target': () => Buffer.from(`GET ${runs}/\xff HTTP/1.1\r\n${host}\r\n\r\n`, 'latin1'),
    'a target with a space': () => rawRequest(`GET ${runs} x`, [host]),
    'no target': () => 'GET\r\n\r\n',
    'a TLS handshake': () => '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
    'anything but HTTP': () => 'hello world\r\n\r\n',
  };

  test.each(Object.entries(bodies))('%s', async (_, bytes) => {
    expectRefusedAndClosed(await send(bytes(), 2), 'bad_request');
  });

  test.each(['gzip, chunked', 'deflate, chunked'])('a body in the coding %s is not taken as it is', async (coding) => {
    const body = `2\r\n{}\r\n0\r\n\r\n`;
    expectRefusedAndClosed(await send(post([`Transfer-Encoding: ${coding}`], body)), 'not_implemented');
  });

  test('bytes after the body are the next request and nothing else', async () => {
    const first = rawRequest(`GET ${runs}`, [host, credential, 'Content-Length: 4'], 'ABCD');
    const { answers } = await send(Buffer.concat([first, rawRequest('GET /livez', [host])]), 2);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers[1]?.text).toBe('{"status":"ok"}');
  });

  test('the body of a refused request is not taken for the next one', async () => {
    const inner = `GET /livez HTTP/1.1\r\nHost: a\r\n\r\n`;
    const refused = rawRequest(`POST ${runs}`, [host, json, `Content-Length: ${inner.length}`], inner);
    const { answers } = await send(Buffer.concat([refused, rawRequest(`GET /nowhere`, [host])]), 2);
    expect(answers.map(({ status }) => status)).toEqual([401, 404]);
  });
});

describe('what never becomes a request is told as a problem to who prefers one', () => {
  const problems = 'Accept: application/problem+json';
  const refusals: Record<string, [() => string | Buffer, keyof typeof errorStatus]> = {
    'an unknown method': [() => rawRequest(`FOO ${runs}`, [host, problems]), 'not_implemented'],
    'a tunnel': [() => rawRequest(`CONNECT ${runs}`, [host, problems]), 'not_implemented'],
    'a malformed header': [() => rawRequest(`GET ${runs}`, [host, problems, 'X-A: a\0b']), 'bad_request'],
    'too long a head': [
      () => rawRequest(`GET ${runs}`, [host, problems, `X-A: ${'a'.repeat(20_000)}`]),
      'headers_too_large',
    ],
  };

  test.each(Object.entries(refusals))('%s', async (_, [bytes, code]) => {
    const { answers, closed } = await send(bytes());
    expect(answers.map(({ status, headers }) => [status, headers.get('content-type')])).toEqual([
      [errorStatus[code], 'application/problem+json'],
    ]);
    const type = `${world.url}/api/v1/problems/${code}`;
    const id = answers[0]?.headers.get('x-request-id');
    expect(JSON.parse(answers[0]?.text ?? '')).toMatchObject({
      type,
      status: errorStatus[code],
      instance: `${type}#${id}`,
      code,
      details: { request_id: id },
    });
    expect(closed).toBe(true);
  });
});

describe('a head has its bounds', () => {
  const heads: Record<string, () => Buffer> = {
    'a header of 20 KB': () => rawRequest(`GET ${runs}`, [host, credential, `X-A: ${'a'.repeat(20_000)}`]),
    'a head of 20 KB through its target': () =>
      rawRequest(`GET ${runs}?name=${'a'.repeat(20_000)}`, [host, credential]),
    '300 headers': () => rawRequest(`GET ${runs}`, [host, credential, ...many(300)]),
    // A header beyond the bound must not be dropped in silence: it may be the one that decides.
    '101 headers, the last of them a second Host': () =>
      rawRequest(`GET ${runs}`, [host, credential, ...many(98), 'Host: evil.example']),
    '101 headers, the last of them the body’s length': () =>
      rawRequest(`POST ${runs}`, [host, json, ...many(98), 'Content-Length: 2'], '{}'),
  };

  test.each(Object.entries(heads))('%s', async (_, bytes) => {
    expectRefusedAndClosed(await send(bytes()), 'headers_too_large');
  });

  test('a target of more than 8,192 characters is too long', async () => {
    const target = (length: number) => `${runs}?branch=`.padEnd(length, 'a');
    expectRefusedAndClosed(await send(rawRequest(`GET ${target(8193)}`, [host, credential])), 'uri_too_long');
    const { answers } = await send(rawRequest(`GET ${target(8192)}`, [host, credential]));
    expect(answers.map(({ status }) => status)).toEqual([400]);
  });

  test('a hundred headers are taken', async () => {
    const { answers } = await send(rawRequest(`GET ${runs}`, [host, ...many(98), credential]));
    expect(answers.map(({ status }) => status)).toEqual([200]);
  });
});

test('a head that does not end is refused once it took too long', async () => {
  expectRefusedAndClosed(await endless, 'request_timeout');
});

describe('methods of HTTP that no address has', () => {
  test.each(['FOO', 'get', 'VERSION-CONTROLLED', 'G'])('%s is unknown', async (method) => {
    expectRefusedAndClosed(await send(rawRequest(`${method} ${runs}`, [host, credential])), 'not_implemented');
  });

  test.each([runs, 'evil.example:443', '127.0.0.1:22'])('CONNECT %s opens no tunnel', async (target) => {
    expectRefusedAndClosed(await send(rawRequest(`CONNECT ${target}`, [host, credential])), 'not_implemented');
  });

  test.each(['TRACE', 'PROPFIND', 'QUERY'])('%s is refused with the methods there are', async (method) => {
    const { answers } = await send(rawRequest(`${method} ${runs}`, [host, credential, 'X-Canary: canary']));
    expect(answers.map(({ status, headers }) => [status, headers.get('allow')])).toEqual([
      [405, 'GET, HEAD, OPTIONS, POST'],
    ]);
    expect(answers[0]?.text).not.toContain('canary');
  });
});

describe('what is only a wish is not obeyed', () => {
  test.each(['Connection: Upgrade\r\nUpgrade: websocket', 'Connection: Upgrade\r\nUpgrade: h2c'])(
    '%j is answered like any request',
    async (header) => {
      const statuses = async (headers: string[]) =>
        (await send(rawRequest(`GET ${runs}`, headers))).answers.map(({ status }) => status);
      expect(await statuses([host, credential, header])).toEqual([200]);
      expect(await statuses([host, header])).toEqual([401]);
    },
  );
});

describe('what a client expects before it sends its body', () => {
  const expecting = 'Expect: 100-continue';

  test('is met once its headers are accepted', async () => {
    const headers = [host, credential, json, 'Content-Length: 2', expecting];
    const { answers } = await send(rawRequest(`POST ${runs}`, headers, '{}'), 2);
    expect(answers.map(({ status }) => status)).toEqual([100, 400]);
  });

  const refused: Record<string, [() => readonly string[], number]> = {
    'without a credential': [() => [host, json, 'Content-Length: 2'], 401],
    'with a body that is too large': [() => [host, credential, json, 'Content-Length: 9999999'], 413],
    'with a body of another type': [() => [host, credential, 'Content-Type: text/plain', 'Content-Length: 2'], 415],
  };

  test.each(Object.entries(refused))(
    'is not met %s: the answer comes alone, and last',
    async (_, [headers, status]) => {
      const { answers, closed } = await send(rawRequest(`POST ${runs}`, [...headers(), expecting]));
      expect([answers.map((answer) => answer.status), closed]).toEqual([[status], true]);
    },
  );

  test('is not met where no body is taken', async () => {
    const headers = [host, credential, 'Content-Length: 2', expecting];
    const { answers, closed } = await send(rawRequest(`GET ${runs}`, headers));
    expect([answers.map(({ status }) => status), closed]).toEqual([[200], true]);
  });

  test.each(['something', '100-continue, something', ''])('cannot be met when it is %p', async (expectation) => {
    const headers = [host, credential, `Expect: ${expectation}`];
    expectRefusedAndClosed(await send(rawRequest(`GET ${runs}`, headers)), 'expectation_failed');
  });
});

describe('an address is what it is written as', () => {
  test.each(['/api/v1/x/../runs', '//api/v1/runs', '/api%2Fv1/runs', '/api/v1/%72uns', `${runs}#a`, `${runs};a=1`])(
    '%s is nothing',
    async (target) => {
      const { answers } = await send(rawRequest(`GET ${target}`, [host, credential]));
      expect(answers.map(({ status }) => status)).toEqual([404]);
    },
  );

  test.each(['%', '%zz', '%ff', '%c3%28'])('%s is not percent-encoded UTF-8', async (text) => {
    const { answers } = await send(rawRequest(`GET ${runs}/${text}`, [host, credential]));
    expect(answers.map(({ status, text: body }) => [status, JSON.parse(body).code])).toEqual([[400, 'bad_request']]);
  });
});
