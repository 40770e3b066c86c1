import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { operations } from '../../../generated/operations.ts';
import { createClient } from '../../harness/client.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { faultyFields } from '../../harness/refusals.ts';
import { sharedServerUrl } from '../../harness/world.ts';

const anonymous = createClient(sharedServerUrl());
const bytes = readFileSync(new URL('../../../openapi.yaml', import.meta.url));

describe('200', () => {
  test('is the document of the source tree, byte for byte, with its digest as ETag', async () => {
    const answer = await anonymous.call('getDescription');
    expect(answer.status).toBe(200);
    expect(answer.text).toBe(bytes.toString('utf8'));
    expect(answer.headers.get('content-type')).toBe('application/yaml; charset=utf-8');
    expect(answer.headers.get('etag')).toBe(`"${createHash('sha256').update(bytes).digest('hex')}"`);
  });

  test('describes every operation that this server has', async () => {
    const { text } = await anonymous.call('getDescription');
    const document = parse(text) as { paths: Record<string, Record<string, { operationId: string }>> };
    const described = Object.values(document.paths).flatMap((item) =>
      Object.values(item).flatMap(({ operationId }) => operationId ?? []),
    );
    expect(described.toSorted()).toEqual(Object.keys(operations).toSorted());
  });

  test('HEAD tells size and ETag without content', async () => {
    const response = await fetch(`${sharedServerUrl()}/openapi.yaml`, { method: 'HEAD' });
    expect(await response.text()).toBe('');
    expect(response.headers.get('content-length')).toBe(String(bytes.length));
    expect(response.headers.get('etag')).toMatch(/^"[0-9a-f]{64}"$/);
  });

  test('needs no credential and looks at none', async () => {
    const answer = await createClient(sharedServerUrl(), 'garbage').call('getDescription');
    expect(answer.status).toBe(200);
  });
});

describe('304', () => {
  const etag = `"${createHash('sha256').update(bytes).digest('hex')}"`;

  test('answers who has the document at hand without content', async () => {
    for (const tag of [etag, `"other", W/${etag}`, '*']) {
      const answer = await anonymous.call('getDescription', { headers: { 'If-None-Match': tag } });
      expect([answer.status, answer.text, answer.headers.get('etag')]).toEqual([304, '', etag]);
    }
  });

  test('is not for who has another one', async () => {
    const headers = { 'If-None-Match': `"${'0'.repeat(64)}"` };
    expect((await anonymous.call('getDescription', { headers })).status).toBe(200);
  });
});

describe('the digest of the description', () => {
  test('is on every answer: documents, failures and what has no address', async () => {
    const digest = createHash('sha256').update(bytes).digest('hex');
    const shown = ['/openapi.yaml', '/livez', '/api/v1/runs', '/api/v1/nowhere', '/no/where'].map(async (path) => {
      const { headers } = await fetch(sharedServerUrl() + path);
      return [path, headers.get('spec-digest')];
    });
    expect(await Promise.all(shown)).toEqual([
      ['/openapi.yaml', digest],
      ['/livez', digest],
      ['/api/v1/runs', digest],
      ['/api/v1/nowhere', digest],
      ['/no/where', digest],
    ]);
  });
});

describe('400 and 406', () => {
  test('takes no parameter and gives YAML only', async () => {
    expect(faultyFields(await callLoosely(anonymous, 'getDescription', { query: { version: '1' } }))).toEqual([
      'query.version',
    ]);
    const headers = { Accept: 'application/xml' };
    const { details } = await anonymous.expect('getDescription', 406, { headers });
    expect(details).toMatchObject({ available: ['application/yaml'] });
  });
});
