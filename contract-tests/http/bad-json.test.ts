import { beforeAll, describe, expect, test } from '@jest/globals';
import { exchange, hostOf, rawRequest } from '../harness/raw-http.ts';
import { openWorld, unique, type World } from '../harness/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

type Body = string | Uint8Array<ArrayBuffer>;

async function createCategory(body: Body) {
  const response = await fetch(`${world.url}/api/v1/categories`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${world.admin.token}` },
    body,
  });
  const text = await response.text();
  return { status: response.status, failure: JSON.parse(text), text };
}

async function categories(): Promise<string[]> {
  const { data } = await world.admin.expect('listCategories', 200, { query: { limit: 100 } });
  return data.map(({ name }) => name);
}

/** Refused, for this reason, with nothing written, and the next request is served. */
async function expectRefused(body: Body, code: string, field?: string): Promise<void> {
  const before = await categories();
  const { status, failure, text } = await createCategory(body);
  expect([status, failure.code]).toEqual([400, code]);
  if (field !== undefined) expect(Object.keys(failure.details.fields)).toContain(field);
  expect(text.length).toBeLessThan(20_000);
  expect(await categories()).toEqual(before);
}

const bytes = (...parts: (string | number[])[]): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part)] : part)));
const utf16 = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.from(text, 'utf16le'));

describe('what is not JSON in UTF-8', () => {
  const texts: Record<string, Body> = {
    'cut off': '{"name":"a"',
    'a trailing comma': '{"name":"a",}',
    'single quotes': "{'name':'a'}",
    'a comment': '{"name":"a"/**/}',
    'two values': '{"name":"a"}{"name":"b"}',
    'white space only': ' \n\t',
    NaN: '{"name":NaN}',
    'a bare NUL': '{"name":"a\0b"}',
    'a NUL at the end': '{"name":"a"}\0',
    'a line break in a string': '{"name":"a\nb"}',
    'a byte order mark': '\ufeff{"name":"a"}',
    'bytes that are not UTF-8': bytes('{"name":"a', [0xff, 0xfe], '"}'),
    'an overlong encoding': bytes('{"name":"', [0xc0, 0xaf], '"}'),
    'an encoded surrogate': bytes('{"name":"', [0xed, 0xa0, 0x80], '"}'),
    'UTF-16': utf16('{"name":"a"}'),
    'brackets without an end': '['.repeat(200_000),
  };

  test.each(Object.entries(texts))('%s', async (_, body) => {
    await expectRefused(body, 'invalid_json');
  });
});

describe('JSON with a meaning that readers do not share', () => {
  const texts: Record<string, string> = {
    'a member twice': '{"name":"first","name":"second"}',
    'a member twice, once escaped': '{"name":"first","\\u006eame":"second"}',
    'an escaped NUL': '{"name":"a\\u0000b"}',
    'an escaped NUL in a name': '{"name":"a","\\u0000":1}',
    'half of a surrogate pair': '{"name":"a\\ud800b"}',
    'a surrogate pair in the wrong order': '{"name":"\\ude00\\ud83d"}',
  };

  test.each(Object.entries(texts))('%s', async (_, body) => {
    await expectRefused(body, 'validation_error', 'body');
  });

  test('what only looks like it is taken as it is', async () => {
    for (const name of [unique('\\u0000'), unique('"name":"a","name"'), unique('😀')]) {
      const { status, failure } = await createCategory(JSON.stringify({ name }));
      expect([status, failure.name]).toEqual([201, name]);
    }
  });
});

describe('JSON that is no object with the described members', () => {
  test.each(['null', '[]', '[{"name":"a"}]', '"name"', '1', 'true', '1e400'])('%s', async (body) => {
    await expectRefused(body, 'validation_error', 'body');
  });

  test('no body at all', () => expectRefused('', 'validation_error', 'body'));
  test('a number beyond all bounds', () => expectRefused('{"name":1e400}', 'validation_error', 'body.name'));
  test('50,000 arrays in each other', () =>
    expectRefused('['.repeat(50_000) + ']'.repeat(50_000), 'validation_error', 'body'));
  test('20,000 objects in each other', () =>
    expectRefused(`${'{"name":'.repeat(20_000)}1${'}'.repeat(20_000)}`, 'validation_error', 'body.name'));
  test('9,000 members, told in an answer of bounded size', () =>
    expectRefused(
      JSON.stringify(Object.fromEntries(Array.from({ length: 9000 }, (_, number) => [`member_${number}`, 1]))),
      'validation_error',
      'body.name',
    ));

  test.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'])(
    'the member %s, alone or beside a good one',
    async (name) => {
      await expectRefused(`{"name":"a","${name}":{"name":"a","polluted":true}}`, 'validation_error', `body.${name}`);
      await expectRefused(`{"${name}":{"name":"a"}}`, 'validation_error', 'body.name');
    },
  );

  test('no prototype was changed by any of this', async () => {
    const { status } = await createCategory(JSON.stringify({ name: unique('category') }));
    expect(status).toBe(201);
    await expectRefused('{}', 'validation_error', 'body.name');
  });
});

describe('H4, 2.10a: a body larger than the operation takes', () => {
  const limit = 262_144;

  test.each([limit + 1, 1_000_000, 20_000_000])('of %d bytes is told so while it is still being sent', async (size) => {
    const before = await categories();
    const { status, failure } = await createCategory(`{"name":"${'a'.repeat(size)}"}`);
    expect([status, failure.code, failure.details.bytes_max]).toEqual([413, 'payload_too_large', limit]);
    expect(await categories()).toEqual(before);
  });

  test('of just the limit is read', async () => {
    const body = JSON.stringify({ name: 'a' });
    const { status } = await createCategory(body.padEnd(limit));
    expect([201, 409]).toContain(status);
  });

  const head = () => [
    `Host: ${hostOf(world.url)}`,
    `Authorization: Bearer ${world.admin.token}`,
    'Content-Type: application/json',
  ];

  test('in chunks is refused at the limit, and the connection serves the next request', async () => {
    const chunk = `10000\r\n${'a'.repeat(0x10000)}\r\n`;
    const first = rawRequest(
      'POST /api/v1/categories',
      [...head(), 'Transfer-Encoding: chunked'],
      `${chunk.repeat(20)}0\r\n\r\n`,
    );
    const next = rawRequest('GET /livez', [`Host: ${hostOf(world.url)}`]);
    const { answers } = await exchange(world.url, Buffer.concat([first, next]), 2);
    expect(answers.map(({ status }) => status)).toEqual([413, 200]);
  });

  test('that is only announced is refused before it comes', async () => {
    const { answers } = await exchange(
      world.url,
      rawRequest('POST /api/v1/categories', [...head(), 'Content-Length: 1000000000000']),
    );
    expect(answers.map(({ status, text }) => [status, JSON.parse(text).code])).toEqual([[413, 'payload_too_large']]);
  });

  test('and endless is cut off', async () => {
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(1_048_576)),
    });
    const sent = fetch(`${world.url}/api/v1/categories`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${world.admin.token}` },
      body: endless,
      duplex: 'half',
    });
    expect(await sent.then(({ status }) => status)).toBe(413);
    expect(await world.anonymous.expect('getLiveness', 200)).toEqual({ status: 'ok' });
  });
});
