import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { request, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { createClient } from '../../harness/client.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { faultyFields } from '../../harness/refusals.ts';
import { sharedServerUrl } from '../../harness/world.ts';

const anonymous = createClient(sharedServerUrl());
const page = readFileSync(new URL('../../../generated/docs.html', import.meta.url));
const etagOf = (bytes: Uint8Array): string => `"${createHash('sha256').update(bytes).digest('hex')}"`;
const plain = { 'Accept-Encoding': 'identity' };

/** The answer as it is on the wire: `fetch` would decompress it. */
async function undecoded(method: 'GET' | 'HEAD', headers: Readonly<Record<string, string>>) {
  const sent = request(`${sharedServerUrl()}/docs`, { method, headers: { ...headers } });
  sent.end();
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  return { status: answer.statusCode, headers: answer.headers, bytes: await buffer(answer) };
}

describe('200', () => {
  test('is the page of the source tree, with its digest as ETag', async () => {
    const answer = await anonymous.call('getDocumentation', { headers: plain });
    expect(answer.status).toBe(200);
    expect(answer.text).toBe(page.toString('utf8'));
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'public, no-cache',
      etag: etagOf(page),
      vary: 'Accept-Encoding',
    });
    expect(answer.headers.get('content-encoding')).toBeNull();
  });

  test('comes compressed to whoever takes gzip, under an ETag of its own', async () => {
    const { headers, bytes } = await undecoded('GET', { 'Accept-Encoding': 'gzip, br' });
    expect(headers['content-encoding']).toBe('gzip');
    expect(headers['etag']).toBe(etagOf(bytes));
    expect(gunzipSync(bytes).equals(page)).toBe(true);
    expect(bytes.length).toBeLessThan(page.length / 3);
  });

  test('HEAD tells size and ETag without content', async () => {
    const { status, headers, bytes } = await undecoded('HEAD', plain);
    expect([status, bytes.length]).toEqual([200, 0]);
    expect(headers).toMatchObject({ 'content-length': String(page.length), etag: etagOf(page) });
  });

  test('allows the scripts it holds by their hashes, and nothing from elsewhere', async () => {
    const { headers, text } = await anonymous.call('getDocumentation');
    const policy = headers.get('content-security-policy') ?? '';
    const scripts = [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(
      ([, source = '']) => `'sha256-${createHash('sha256').update(source).digest('base64')}'`,
    );
    expect(policy).toContain(`script-src ${scripts.join(' ')};`);
    expect(policy).toMatch(/^default-src 'none';/);
    expect(policy).not.toMatch(/https?:|unsafe-eval|\*/);
    expect(headers.get('x-frame-options')).toBe('DENY');
  });

  test('needs no credential and looks at none', async () => {
    const answer = await createClient(sharedServerUrl(), 'garbage').call('getDocumentation');
    expect(answer.status).toBe(200);
  });
});

describe('304', () => {
  test('answers who has the page at hand without content', async () => {
    for (const tag of [etagOf(page), `"other", W/${etagOf(page)}`, '*']) {
      const answer = await anonymous.call('getDocumentation', { headers: { ...plain, 'If-None-Match': tag } });
      expect([answer.status, answer.text, answer.headers.get('etag')]).toEqual([304, '', etagOf(page)]);
    }
  });

  test('is not for who has another page, or this one otherwise compressed', async () => {
    const tags = ['"other"', etagOf(page).toUpperCase()];
    const statuses = tags.map(
      async (tag) => (await anonymous.call('getDocumentation', { headers: { ...plain, 'If-None-Match': tag } })).status,
    );
    expect(await Promise.all(statuses)).toEqual([200, 200]);
    const headers = { 'Accept-Encoding': 'gzip', 'If-None-Match': etagOf(page) };
    expect((await anonymous.call('getDocumentation', { headers })).status).toBe(200);
  });
});

describe('400 and 406', () => {
  test('takes no parameter and gives HTML only', async () => {
    expect(faultyFields(await callLoosely(anonymous, 'getDocumentation', { query: { theme: 'dark' } }))).toEqual([
      'query.theme',
    ]);
    const headers = { Accept: 'application/json' };
    const { details } = await anonymous.expect('getDocumentation', 406, { headers });
    expect(details).toMatchObject({ available: ['text/html'] });
  });
});
