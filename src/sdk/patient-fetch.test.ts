import { describe, expect, test } from '@jest/globals';
import { answerJson, startScriptedServer, type Script } from '../testing/http-server.ts';
import { answerOf, createClient } from './client.ts';

const refusal = { code: 'rate_limited', message: 'Too many.', details: { request_id: 'r-1' } };
const limited: Script = (response) => answerJson(response, 429, refusal, { 'Retry-After': '0' });
const lost: Script = (response) => response.destroy();
const unavailable: Script = (response) => answerJson(response, 503, refusal, { 'Retry-After': '0' });
const proxyPage: Script = (response) => response.writeHead(503, { 'Content-Type': 'text/html' }).end('<h1>down</h1>');
const ok: Script = (response) => answerJson(response, 200, { run_id: 1 });

/** Fails twice in the given way, then answers. */
const twice =
  (failure: Script): Script =>
  (response, turn, request) =>
    (turn < 2 ? failure : ok)(response, turn, request);

const category = { body: { name: 'a' } };
const run = { body: { repository: 'a/b', commit_sha: 'a'.repeat(40), platform: 'linux' as const } };

describe('tries again', () => {
  test.each<[string, Script]>([
    ['a lost connection', lost],
    ['429', limited],
    ['503 that says when', unavailable],
    ['503 of a proxy', proxyPage],
  ])('a read after %s', async (_name, failure) => {
    await using server = await startScriptedServer(twice(failure));
    const client = createClient({ url: server.url });
    const params = { path: { run_id: 1 } };
    expect(await answerOf(client.GET('/api/v1/runs/{run_id}', { params }))).toEqual({ run_id: 1 });
    expect(server.seen).toHaveLength(3);
  });

  test('a creation that has an Idempotency-Key, under one key', async () => {
    await using server = await startScriptedServer(twice(lost));
    await answerOf(createClient({ url: server.url }).POST('/api/v1/runs', run));
    const keys = server.seen.map(({ headers }) => headers['idempotency-key']);
    expect(keys).toEqual(Array(3).fill(expect.stringMatching(/^[0-9a-f-]{36}$/)));
    expect(new Set(keys).size).toBe(1);
    expect(new Set(server.seen.map(({ body }) => body))).toEqual(new Set([JSON.stringify(run.body)]));
  });

  test('any call that was refused by a limit', async () => {
    await using server = await startScriptedServer(twice(limited));
    await answerOf(createClient({ url: server.url }).POST('/api/v1/categories', category));
    expect(server.seen).toHaveLength(3);
  });

  test('every call of a client whose calls are repeatable', async () => {
    await using server = await startScriptedServer(twice(lost));
    const client = createClient({ url: server.url, repeatable: true });
    await answerOf(client.POST('/api/v1/categories', category));
    expect(server.seen).toHaveLength(3);
  });
});

describe('gives the failure to the caller', () => {
  test.each<[string, Script]>([
    ['a lost connection', lost],
    ['503', unavailable],
  ])('at once, when a creation without a key met %s', async (_name, failure) => {
    await using server = await startScriptedServer(failure);
    const call = answerOf(createClient({ url: server.url }).POST('/api/v1/categories', category));
    await expect(call).rejects.toThrow();
    expect(server.seen).toHaveLength(1);
  });

  test('when patience ends', async () => {
    await using server = await startScriptedServer(lost);
    const client = createClient({ url: server.url, patienceMs: 0 });
    await expect(answerOf(client.GET('/livez'))).rejects.toThrow('fetch failed');
  });

  test('when the server asks for a longer pause than patience allows', async () => {
    const later: Script = (response) => answerJson(response, 429, refusal, { 'Retry-After': '60' });
    await using server = await startScriptedServer(later);
    const call = answerOf(createClient({ url: server.url, patienceMs: 5_000 }).GET('/livez'));
    await expect(call).rejects.toMatchObject({ status: 429, code: 'rate_limited', requestId: 'r-1' });
    expect(server.seen).toHaveLength(1);
  });

  test('when the 503 is the answer that was asked for', async () => {
    await using server = await startScriptedServer((response) => answerJson(response, 503, { status: 'down' }));
    const { response } = await createClient({ url: server.url }).GET('/readyz');
    expect(response.status).toBe(503);
    expect(server.seen).toHaveLength(1);
  });

  test('when the signal aborts between two attempts, with its reason', async () => {
    const stop = new AbortController();
    await using server = await startScriptedServer((response, turn) => {
      if (turn === 1) stop.abort(new Error('enough'));
      response.destroy();
    });
    const client = createClient({ url: server.url, signal: stop.signal });
    await expect(answerOf(client.GET('/livez'))).rejects.toThrow('enough');
  });
});
