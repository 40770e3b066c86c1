import { describe, expect, test } from '@jest/globals';
import { answerJson, startScriptedServer } from '../testing/http-server.ts';
import { isApiError } from './api-error.ts';
import { answerOf, createClient } from './client.ts';
import { itemsByCursor, itemsByOffset } from './paging.ts';
import { waitForRun } from './waiting.ts';

describe('credentials', () => {
  test('go in Authorization, or in the header of their own beside what a proxy asks for', async () => {
    await using server = await startScriptedServer((response) => answerJson(response, 200, {}));
    await createClient({ url: server.url, token: 'spci_a' }).GET('/livez');
    const headers = { Authorization: 'Basic cHJveHk=' };
    await createClient({ url: server.url, token: 'spci_a', tokenHeader: 'X-SPCI-Access-Token', headers }).GET('/livez');
    expect(server.seen.map(({ headers: sent }) => [sent.authorization, sent['x-spci-access-token']])).toEqual([
      ['Bearer spci_a', undefined],
      ['Basic cHJveHk=', 'spci_a'],
    ]);
  });
});

describe('a refusal', () => {
  test('is an error with the code, and can be told from others', async () => {
    const body = { code: 'not_found', message: 'No such run.', details: { request_id: 'r' } };
    await using server = await startScriptedServer((response) => answerJson(response, 404, body));
    const params = { path: { run_id: 1 } };
    const call = answerOf(createClient({ url: server.url }).GET('/api/v1/runs/{run_id}', { params }));
    const error = await call.catch((caught: unknown) => caught);
    expect(error).toMatchObject({
      name: 'ApiError',
      status: 404,
      code: 'not_found',
      message: 'not_found: No such run.',
    });
    expect([isApiError(error), isApiError(error, 'not_found'), isApiError(error, 'conflict')]).toEqual([
      true,
      true,
      false,
    ]);
  });

  test('that is no answer of the server is still an error with its status', async () => {
    await using server = await startScriptedServer((response) => response.writeHead(502).end('<h1>Bad gateway</h1>'));
    const call = answerOf(createClient({ url: server.url }).GET('/livez'));
    await expect(call).rejects.toMatchObject({ status: 502, code: 'unreadable', requestId: undefined });
  });
});

describe('paging', () => {
  test('by offset asks for the next page until there is none', async () => {
    await using server = await startScriptedServer((response, turn) =>
      answerJson(response, 200, {
        data: [turn * 2, turn * 2 + 1],
        pagination: { next_offset: turn < 2 ? turn + 1 : null },
      }),
    );
    const client = createClient({ url: server.url });
    const pages = itemsByOffset((query) => client.GET('/api/v1/runs', { params: { query } }), 2);
    expect(await Array.fromAsync(pages)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(server.seen.map(({ url }) => url)).toEqual([
      '/api/v1/runs?offset=0&limit=2',
      '/api/v1/runs?offset=1&limit=2',
      '/api/v1/runs?offset=2&limit=2',
    ]);
  });

  test('by cursor begins without one, and stops asking when the caller stops', async () => {
    await using server = await startScriptedServer((response, turn) =>
      answerJson(response, 200, { data: [turn], pagination: { next_cursor: turn + 10 } }),
    );
    const client = createClient({ url: server.url });
    const path = { run_id: 1 };
    const lines = itemsByCursor((query) => client.GET('/api/v1/runs/{run_id}/logs', { params: { path, query } }), 1);
    for await (const line of lines) if (Number(line) === 1) break;
    expect(server.seen.map(({ url }) => url)).toEqual([
      '/api/v1/runs/1/logs?limit=1',
      '/api/v1/runs/1/logs?cursor=10&limit=1',
    ]);
  });

  test('gives a refusal of any page to the caller', async () => {
    const page = { data: [1], pagination: { next_offset: 1 } };
    await using server = await startScriptedServer((response, turn) =>
      turn === 0
        ? answerJson(response, 200, page)
        : answerJson(response, 403, { code: 'forbidden', message: 'No.', details: {} }),
    );
    const client = createClient({ url: server.url });
    const pages = itemsByOffset((query) => client.GET('/api/v1/runs', { params: { query } }));
    await expect(Array.fromAsync(pages)).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('waiting for a run', () => {
  const states = ['queued', 'running', 'fail'];

  test('gives the run when it has ended, and every state on the way', async () => {
    await using server = await startScriptedServer((response, turn) =>
      answerJson(response, 200, { status: states[turn] }),
    );
    const seen: string[] = [];
    const onProgress = ({ status }: { status: string }): void => void seen.push(status);
    expect(await waitForRun(createClient({ url: server.url }), 7, { onProgress })).toEqual({ status: 'fail' });
    expect(seen).toEqual(states);
    expect(server.seen[0]?.url).toBe('/api/v1/runs/7');
  });

  test('ends with a TimeoutError when the run takes longer than the caller allows', async () => {
    await using server = await startScriptedServer((response) => answerJson(response, 200, { status: 'queued' }));
    const wait = waitForRun(createClient({ url: server.url }), 7, { timeoutMs: 100 });
    await expect(wait).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  test('ends with the reason of a signal', async () => {
    const stop = new AbortController();
    await using server = await startScriptedServer((response) => answerJson(response, 200, { status: 'queued' }));
    const onProgress = (): void => stop.abort(new Error('gave up'));
    const wait = waitForRun(createClient({ url: server.url }), 7, { signal: stop.signal, onProgress });
    await expect(wait).rejects.toThrow('gave up');
  });
});
