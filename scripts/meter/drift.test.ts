import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readingsOf, violationsOf } from './comparison.ts';
import { judgeTraffic } from './drift.ts';

let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'spci-drift-'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

const server = 'http://127.0.0.1:8080';
const pairs = (headers: Record<string, string>) => Object.entries(headers).map(([name, value]) => ({ name, value }));

const recorded = (path: string, status: number, body: unknown) => ({
  startedDateTime: '2026-11-25T10:00:00Z',
  time: 1,
  request: { method: 'GET', url: server + path, httpVersion: 'HTTP/1.1', headers: [], queryString: [], cookies: [] },
  response: {
    status,
    statusText: 'OK',
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: pairs({ 'content-type': 'application/json', 'x-request-id': 'a', 'spec-digest': '0'.repeat(64) }),
    content: { size: 1, mimeType: 'application/json', text: JSON.stringify(body) },
  },
  cache: {},
  timings: {},
});

async function judged(...entries: object[]) {
  const har = join(directory, 'traffic.har');
  await writeFile(har, JSON.stringify({ log: { version: '1.2', creator: { name: 'a', version: '1' }, entries } }));
  return judgeTraffic(har, server, directory);
}

test('redocly tells which operation and status there was, and nothing else of a good answer', async () => {
  const drift = await judged(recorded('/livez', 200, { status: 'ok' }));
  expect(violationsOf(drift)).toEqual([]);
  expect(readingsOf(drift).map(({ seen }) => [...seen])).toEqual([['getLiveness'], ['getLiveness 200'], []]);
});

test('redocly tells an answer that departs from the description, and an address that is not in it', async () => {
  const drift = await judged(recorded('/livez', 200, { status: 5 }), recorded('/no/where', 200, {}));
  const told = violationsOf(drift);
  expect(told).toContainEqual(expect.stringMatching(/^getLiveness 200: .*"status"/));
  expect(told).toContainEqual(expect.stringMatching(/^GET \/no\/where 200: Undocumented endpoint/));
});

test('traffic with another server is refused', async () => {
  const har = join(directory, 'other.har');
  await writeFile(har, JSON.stringify({ log: { entries: [recorded('/livez', 200, {})] } }));
  await expect(judgeTraffic(har, 'http://127.0.0.1:9', directory)).rejects.toThrow('1 of 1 exchanges');
});
