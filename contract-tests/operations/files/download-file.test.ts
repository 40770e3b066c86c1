import { createHmac, randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startOwnServer } from '../../harness/own-server.ts';
import type { ServerProcess } from '../../harness/server-process.ts';
import { fetchFile, type FileFetch } from '../../harness/stored-file.ts';
import { uploadSample } from '../../harness/suite.ts';
import { openWorld, sha256, unique, type World } from '../../harness/world.ts';

const content = `0123456789 ${unique('content')}`;
const size = content.length;
let world: World;
let address: URL;

async function addressOf(from: World, text: string, filename = 'pop-on.m2ts'): Promise<URL> {
  const { sample_id } = await uploadSample(from, text, filename);
  const { download_url } = await from.admin.expect('getSampleDownload', 200, { path: { sample_id } });
  return new URL(download_url);
}

beforeAll(async () => {
  world = await openWorld();
  address = await addressOf(world, content);
});

/** The address with one parameter changed; taken away when it is null. */
function altered(name: string, value: string | null, from = address): URL {
  const url = new URL(from);
  if (value === null) url.searchParams.delete(name);
  else url.searchParams.set(name, value);
  return url;
}

async function refusal(url: URL, fetching: FileFetch = {}) {
  const { status, headers, bytes } = await fetchFile(url, fetching);
  const body = JSON.parse(bytes.toString()) as { code: string; details: { fields?: object; size_bytes?: number } };
  return { status, headers, ...body };
}

const quoted = `"${sha256(content)}"`;
const digest = `sha-256=:${Buffer.from(sha256(content), 'hex').toString('base64')}:`;

describe('200', () => {
  test('serves the bytes as an attachment that can be checked against its digest', async () => {
    const { status, headers, bytes } = await fetchFile(address);
    expect({ status, text: bytes.toString() }).toEqual({ status: 200, text: content });
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-length': String(size),
      'content-disposition': `attachment; filename="pop-on.m2ts"; filename*=UTF-8''pop-on.m2ts`,
      etag: quoted,
      'accept-ranges': 'bytes',
      'repr-digest': digest,
      'x-content-type-options': 'nosniff',
    });
  });

  test('asks for no token and is not hurt by a bad one', async () => {
    const { status } = await fetchFile(address, { headers: { Authorization: 'Bearer garbage' } });
    expect(status).toBe(200);
  });

  test('serves again, to many at once', async () => {
    const served = await Promise.all(Array.from({ length: 8 }, () => fetchFile(address)));
    expect(served.map(({ bytes }) => bytes.toString())).toEqual(served.map(() => content));
  });

  test.each([
    [`a"; filename=b%41'(*).ts`, `filename="a_; filename=b_41'(*).ts"`, 'a%22%3B%20filename%3Db%2541%27%28%2A%29.ts'],
    ['né 🎬.ts', 'filename="n_ _.ts"', 'n%C3%A9%20%F0%9F%8E%AC.ts'],
    ['..', 'filename=".."', '..'],
  ])('the name %j reaches the client whole and cannot leave its quotes', async (name, plain, extended) => {
    const { headers } = await fetchFile(await addressOf(world, unique('named'), name));
    expect(headers.get('content-disposition')).toBe(`attachment; ${plain}; filename*=UTF-8''${extended}`);
  });

  test('a name too long for a file system keeps its beginning and its extension', async () => {
    const url = await addressOf(world, unique('long'), `${'é'.repeat(250)}.m2ts`);
    const { headers } = await fetchFile(url);
    const [, name = ''] = /filename\*=UTF-8''(.*)$/.exec(headers.get('content-disposition') ?? '') ?? [];
    expect(decodeURIComponent(name)).toMatch(/^é{100,}\.m2ts$/);
    expect(Buffer.byteLength(decodeURIComponent(name))).toBeLessThanOrEqual(255);
  });

  test.each(['bytes=5-2', 'bytes=0-1,3-4', 'items=0-1', 'bytes=', 'bytes=a-b', 'bytes=-'])(
    'the range %j is none, so the whole is served',
    async (Range) => {
      const { status, bytes } = await fetchFile(address, { headers: { Range } });
      expect({ status, text: bytes.toString() }).toEqual({ status: 200, text: content });
    },
  );
});

describe('HEAD', () => {
  test('tells what GET would, without a byte', async () => {
    const [head, get] = [await fetchFile(address, { method: 'HEAD' }), await fetchFile(address)];
    expect(head.bytes).toHaveLength(0);
    expect(head.status).toBe(200);
    const told = ['content-length', 'content-type', 'content-disposition', 'etag', 'accept-ranges', 'repr-digest'];
    expect(told.map((name) => head.headers.get(name))).toEqual(told.map((name) => get.headers.get(name)));
  });

  test.each(['bytes=0-3', 'bytes=999999-'])('has no ranges: %s is not looked at', async (Range) => {
    const { status, headers } = await fetchFile(address, { method: 'HEAD', headers: { Range } });
    expect({ status, length: headers.get('content-length') }).toEqual({ status: 200, length: String(size) });
  });

  test('needs the signature too', async () => {
    expect((await fetchFile(altered('signature', null), { method: 'HEAD' })).status).toBe(401);
  });
});

describe('206', () => {
  test.each([
    ['bytes=0-0', 0, 0],
    ['bytes=2-5', 2, 5],
    [`bytes=${size - 1}-`, size - 1, size - 1],
    ['bytes=3-', 3, size - 1],
    ['bytes=4-999999', 4, size - 1],
    ['bytes=-4', size - 4, size - 1],
    ['bytes=-999999', 0, size - 1],
    [`bytes=0-${size - 1}`, 0, size - 1],
  ])('%s is that part, named by the digest of the whole', async (Range, first, last) => {
    const { status, headers, bytes } = await fetchFile(address, { headers: { Range } });
    expect({ status, text: bytes.toString() }).toEqual({ status: 206, text: content.slice(first, last + 1) });
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-range': `bytes ${first}-${last}/${size}`,
      'content-length': String(last - first + 1),
      etag: quoted,
      'repr-digest': digest,
    });
  });

  test('parts one after another are the whole', async () => {
    const parts: Buffer[] = [];
    for (let first = 0; first < size; first += 7)
      parts.push((await fetchFile(address, { headers: { Range: `bytes=${first}-${first + 6}` } })).bytes);
    expect(Buffer.concat(parts).toString()).toBe(content);
  });
});

describe('304', () => {
  test.each([quoted, `"other", W/${quoted}`, '*'])(
    'who has it as %s gets no byte, whatever part was asked for',
    async (tag) => {
      for (const more of [{}, { Range: 'bytes=0-3' }, { Range: 'bytes=999999-' }]) {
        const { status, headers, bytes } = await fetchFile(address, { headers: { 'If-None-Match': tag, ...more } });
        expect([status, bytes.length, headers.get('etag')]).toEqual([304, 0, quoted]);
      }
    },
  );

  test.each([`"${sha256('other')}"`, sha256(content), '""'])('who has %s gets the bytes', async (tag) => {
    const { status, bytes } = await fetchFile(address, { headers: { 'If-None-Match': tag } });
    expect([status, bytes.toString()]).toEqual([200, content]);
  });

  test('needs the signature too', async () => {
    const headers = { 'If-None-Match': quoted };
    expect((await fetchFile(altered('signature', null), { headers })).status).toBe(401);
  });
});

describe('416', () => {
  test.each([`bytes=${size}-`, 'bytes=999999-1000000', 'bytes=-0'])(
    '%s lies outside; the size is told',
    async (Range) => {
      const { status, code, details } = await refusal(address, { headers: { Range } });
      expect({ status, code }).toEqual({ status: 416, code: 'range_not_satisfiable' });
      expect(details.size_bytes).toBe(size);
    },
  );
});

describe('401', () => {
  test('without a signature, though a token that reads everything is sent', async () => {
    const headers = { Authorization: `Bearer ${world.admin.token ?? ''}` };
    for (const fetching of [{}, { headers }]) {
      const answer = await refusal(altered('signature', null), fetching);
      expect(answer).toMatchObject({ status: 401, code: 'unauthorized' });
      expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="spci"');
    }
  });

  test.each<[string, () => URL]>([
    ['another name', () => altered('name', 'other.m2ts')],
    ['another domain', () => altered('domain', String(Number(address.searchParams.get('domain')) + 1))],
    ['a later end', () => altered('expires', String(Number(address.searchParams.get('expires')) + 1))],
    ['an end written otherwise', () => altered('expires', `0${address.searchParams.get('expires') ?? ''}`)],
    ['no name', () => altered('name', null)],
    ['no end', () => altered('expires', null)],
    ['an empty signature', () => altered('signature', '')],
    ['a forged signature', () => altered('signature', randomBytes(32).toString('base64url'))],
    ['a shortened signature', () => altered('signature', address.searchParams.get('signature')?.slice(0, -1) ?? '')],
    ['a lengthened signature', () => altered('signature', `${address.searchParams.get('signature') ?? ''}A`)],
    [
      'a signature with other text after it',
      () => altered('signature', `${address.searchParams.get('signature') ?? ''}!`),
    ],
  ])('%s', async (_, url) => {
    const answer = await refusal(url());
    expect(answer).toMatchObject({ status: 401, code: 'unauthorized' });
    expect(answer.headers.get('www-authenticate')).toContain('error="invalid_token"');
  });

  test('each single character of the signature counts', async () => {
    const signature = address.searchParams.get('signature') ?? '';
    for (let position = 0; position < signature.length; position += 1) {
      const other = signature[position] === 'A' ? 'B' : 'A';
      const url = altered('signature', signature.slice(0, position) + other + signature.slice(position + 1));
      expect([position, (await fetchFile(url)).status]).toEqual([position, 401]);
    }
  });

  test('the signature of one object opens no other', async () => {
    const other = await addressOf(world, unique('other'));
    other.search = address.search;
    expect(await refusal(other)).toMatchObject({ status: 401 });
  });

  test('tells nothing of whether the object exists', async () => {
    const missing = altered('name', 'x');
    missing.pathname = `/api/v1/files/${sha256(unique('missing'))}`;
    const [one, two] = [await refusal(missing), await refusal(altered('name', 'x'))];
    expect({ ...one, headers: {}, details: {} }).toEqual({ ...two, headers: {}, details: {} });
  });
});

describe('400', () => {
  test.each(['name', 'extra'])('a second %s beside the signed one is named', async (name) => {
    const url = new URL(address);
    url.searchParams.append(name, 'other.ts');
    const { status, details } = await refusal(url);
    expect({ status, fields: Object.keys(details.fields ?? {}) }).toEqual({ status: 400, fields: [`query.${name}`] });
  });
});

describe('400 and 406', () => {
  test.each([
    ['Range', 101],
    ['If-None-Match', 1001],
  ])('a %s of %d characters is named', async (name, length) => {
    const { status, code, details } = await refusal(address, { headers: { [name]: 'a'.repeat(length) } });
    expect({ status, code }).toEqual({ status: 400, code: 'validation_error' });
    expect(Object.keys(details.fields ?? {})).toEqual([`headers.${name.toLowerCase()}`]);
  });

  test('gives octets only', async () => {
    const { status, code, details } = await refusal(address, { headers: { Accept: 'video/mp2t' } });
    expect({ status, code }).toEqual({ status: 406, code: 'not_acceptable' });
    expect(details).toMatchObject({ available: ['application/octet-stream'] });
  });
});

describe('by keys that the operator gave', () => {
  const [active, retired, unknown] = [randomBytes(32), randomBytes(32), randomBytes(32)];
  const text = unique('keyed');
  let server: ServerProcess;
  let domain = '';

  beforeAll(async () => {
    const keys = `new:${active.toString('base64')},old:${retired.toString('base64')}`;
    server = await startOwnServer({ SPCI_LOOKUP_KEYS: keys });
    domain = (await addressOf(await openWorld(server.url), text)).searchParams.get('domain') ?? '';
  });
  afterAll(() => server.stop());

  /** An address as the server signs it, made apart from it. */
  function signed(key: Buffer, seconds: number, digestOf = sha256(text)): URL {
    const expires = String(Math.floor(Date.now() / 1000) + seconds);
    const parts = [digestOf, 'a.ts', expires, domain].join('\0');
    const signature = createHmac('sha256', key).update(`file\0${parts}`).digest('base64url');
    const query = new URLSearchParams({ name: 'a.ts', domain, expires, signature });
    return new URL(`/api/v1/files/${digestOf}?${query}`, server.url);
  }

  test('an address of the active key and one of a retired key serve', async () => {
    for (const key of [active, retired]) expect((await fetchFile(signed(key, 600))).bytes.toString()).toBe(text);
  });

  test('401 for one of an unknown key', async () => {
    expect(await refusal(signed(unknown, 600))).toMatchObject({ status: 401, code: 'unauthorized' });
  });

  test.each([0, -1, -86_400])('401 for one that ended %d seconds from now', async (seconds) => {
    const answer = await refusal(signed(active, seconds));
    expect(answer).toMatchObject({ status: 401, code: 'unauthorized' });
    expect(answer.headers.get('www-authenticate')).toContain('error="invalid_token"');
  });

  test('404 for bytes that are not there', async () => {
    const answer = await refusal(signed(active, 600, sha256(unique('missing'))));
    expect(answer).toMatchObject({ status: 404, code: 'not_found' });
  });

  test('no signature is written to the log', async () => {
    const url = signed(active, 600);
    await fetchFile(url);
    // The line is written after the answer has been sent.
    for (let polls = 0; polls < 200 && !server.output().includes(url.pathname); polls += 1) await delay(20);
    expect(server.output()).toContain(url.pathname);
    expect(server.output()).not.toContain(url.searchParams.get('signature'));
  });
});
