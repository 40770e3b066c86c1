import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { createClient } from '../../harness/client.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { faultyFields } from '../../harness/refusals.ts';
import { sharedServerUrl } from '../../harness/world.ts';

const anonymous = createClient(sharedServerUrl());
const source = readFileSync(new URL('../../../openapi.yaml', import.meta.url), 'utf8');

describe('200', () => {
  test('is the document of the source tree, with the digest of its bytes as ETag', async () => {
    const { headers, text, body } = await anonymous.call('getDescriptionAsJson');
    expect(body).toEqual(parse(source));
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(headers.get('cache-control')).toBe('public, no-cache');
    expect(headers.get('etag')).toBe(`"${createHash('sha256').update(text).digest('hex')}"`);
  });

  test('HEAD tells size and ETag without content', async () => {
    const { headers, text } = await anonymous.call('getDescriptionAsJson');
    const head = await fetch(`${sharedServerUrl()}/openapi.json`, { method: 'HEAD' });
    expect([await head.text(), head.headers.get('content-length'), head.headers.get('etag')]).toEqual([
      '',
      String(Buffer.byteLength(text)),
      headers.get('etag'),
    ]);
  });

  test('needs no credential and looks at none', async () => {
    expect((await createClient(sharedServerUrl(), 'garbage').call('getDescriptionAsJson')).status).toBe(200);
  });
});

describe('304', () => {
  test('answers who has the document at hand, and not who has the one in YAML', async () => {
    const { headers } = await anonymous.call('getDescriptionAsJson');
    const etag = headers.get('etag') ?? '';
    const known = await anonymous.call('getDescriptionAsJson', { headers: { 'If-None-Match': `W/${etag}` } });
    expect([known.status, known.text, known.headers.get('etag')]).toEqual([304, '', etag]);
    const yaml = (await anonymous.call('getDescription')).headers.get('etag') ?? '';
    expect((await anonymous.call('getDescriptionAsJson', { headers: { 'If-None-Match': yaml } })).status).toBe(200);
  });
});

describe('400 and 406', () => {
  test('takes no parameter and gives JSON only', async () => {
    expect(faultyFields(await callLoosely(anonymous, 'getDescriptionAsJson', { query: { pretty: 1 } }))).toEqual([
      'query.pretty',
    ]);
    const headers = { Accept: 'application/yaml' };
    const { details } = await anonymous.expect('getDescriptionAsJson', 406, { headers });
    expect(details).toMatchObject({ available: ['application/json'] });
  });
});
