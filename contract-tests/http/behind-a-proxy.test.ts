import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startOwnServer } from '../harness/own-server.ts';
import type { ServerProcess } from '../harness/server-process.ts';
import { sharedServerUrl } from '../harness/world.ts';

let trusting: ServerProcess;

beforeAll(async () => {
  trusting = await startOwnServer({ SPCI_TRUSTED_PROXIES: '127.0.0.1' });
});

afterAll(() => trusting?.stop());

const requests: readonly [string, string, string][] = [
  ['200', 'GET', '/livez'],
  ['401', 'GET', '/api/v1/runs'],
  ['404', 'GET', '/nowhere'],
  ['405', 'DELETE', '/livez'],
  ['204', 'OPTIONS', '/livez'],
];

async function ask(url: string, method: string, path: string, forwarded: Record<string, string>) {
  const { status, headers } = await fetch(url + path, { method, headers: forwarded });
  return [String(status), headers.get('strict-transport-security')];
}

const overTls = { 'X-Forwarded-Proto': 'https' };

describe.each(requests)('%s to %s %s', (status, method, path) => {
  test('asks for TLS for good where a trusted proxy had it', async () => {
    const told = await ask(trusting.url, method, path, overTls);
    expect(told).toEqual([status, 'max-age=31536000; includeSubDomains']);
  });

  test('LOW-6: says nothing of TLS where there was none', async () => {
    const headers = [
      {},
      { 'X-Forwarded-Proto': 'http' },
      { 'X-Forwarded-Scheme': 'https' },
      { Forwarded: 'proto=https' },
    ];
    for (const forwarded of headers) expect(await ask(trusting.url, method, path, forwarded)).toEqual([status, null]);
  });

  test('does not believe it of a client', async () => {
    expect(await ask(sharedServerUrl(), method, path, overTls)).toEqual([status, null]);
  });
});
