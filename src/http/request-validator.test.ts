import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from '@jest/globals';
import { operations } from '../../generated/operations.ts';
import { fieldPath, validateRequest, type RequestParts } from './request-validator.ts';

const empty: RequestParts = { path: '/api/v1/runs', params: {}, queryText: '', headers: {}, body: undefined };
const samples: RequestParts = { ...empty, path: '/api/v1/samples' };
const listRuns = (parts: Partial<RequestParts>) => validateRequest(operations.listRuns, { ...empty, ...parts });
const getRun = (run_id: string) =>
  validateRequest(operations.getRun, { ...empty, path: `/api/v1/runs/${run_id}`, params: { run_id } });
const run = { repository: 'owner/tool', commit_sha: '0'.repeat(40), platform: 'linux' };
const createRun = (parts: Partial<RequestParts>) =>
  validateRequest(operations.createRun, { ...empty, body: run, ...parts });

describe('what an operation gets', () => {
  test('numbers where numbers are described, and defaults where nothing was sent', async () => {
    const { query } = await listRuns({ queryText: 'offset=7' });
    expect(query).toMatchObject({ offset: 7, limit: 50, sort: '-created_at' });
    const { body } = await createRun({});
    expect(body).toEqual({ ...run, branch: 'main' });
  });

  test('the values of its own request, not of the one before', async () => {
    for (const id of ['1', '2', '3']) expect((await getRun(id)).path).toEqual({ run_id: Number(id) });
    expect((await listRuns({ queryText: 'limit=3' })).query['limit']).toBe(3);
    expect((await listRuns({})).query['limit']).toBe(50);
    const both = await Promise.all(['4', '5'].map(getRun));
    expect(both.map(({ path }) => path['run_id'])).toEqual([4, 5]);
  });

  test('only the headers that are described', async () => {
    const headers = { 'idempotency-key': 'a', authorization: 'Bearer a', cookie: 'a', host: 'a' };
    expect((await createRun({ headers })).headers).toEqual({ 'Idempotency-Key': 'a' });
  });

  test('no array where a comma is part of a text', async () => {
    const filters = await validateRequest(operations.listSamples, { ...samples, queryText: 'name=a,b&tag=c%2Cd' });
    expect(filters.query).toMatchObject({ name: 'a,b', tag: 'c,d' });
  });

  test('an array where one is described', async () => {
    const query = 'filename=a.bin&tags=b,c';
    const { query: made } = await validateRequest(operations.createSample, { ...samples, queryText: query });
    expect(made['tags']).toEqual(['b', 'c']);
  });
});

describe('what it never gets', () => {
  test('a faulty header is refused', async () => {
    const headers = { 'idempotency-key': 'a'.repeat(256) };
    await expect(createRun({ headers })).rejects.toMatchObject({ code: 'validation_error' });
  });

  test('at most 50 faults are told', async () => {
    const body = Object.fromEntries(Array.from({ length: 500 }, (_, number) => [`a${number}`, 1]));
    const refusal = await createRun({ body }).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'validation_error' });
    const { details } = refusal as { details: { fields: object } };
    expect(Object.keys(details.fields).length).toBeLessThanOrEqual(50);
  });
});

test('the field at fault is named as it is written in code', () => {
  const pointers = ['/body/regression_test_ids/2', '/query/limit', '/params/run_id', '/body', '/headers/range'];
  expect(pointers.map(fieldPath)).toEqual([
    'body.regression_test_ids[2]',
    'query.limit',
    'path.run_id',
    'body',
    'headers.range',
  ]);
});

describe('memory', () => {
  setFlagsFromString('--expose-gc');
  const collectGarbage: () => void = runInNewContext('gc');

  async function heapGrowth(send: (number: number) => Promise<unknown>, times: number): Promise<number> {
    for (let number = 0; number < 50; number += 1) await send(number);
    collectGarbage();
    const before = process.memoryUsage().heapUsed;
    for (let number = 0; number < times; number += 1) await send(1000 + number);
    collectGarbage();
    return process.memoryUsage().heapUsed - before;
  }

  /** The validator keeps 20 kB and more for each type that it sees. */
  test('a client cannot grow it by sending types that nobody has seen', async () => {
    const growth = await heapGrowth(
      (number) => listRuns({ headers: { 'content-type': `application/json; x=${number}` } }),
      500,
    );
    expect(growth).toBeLessThan(2_000_000);
  });

  test('a client cannot grow it by asking for values that nobody has seen', async () => {
    expect(await heapGrowth((number) => getRun(String(number + 1)), 500)).toBeLessThan(2_000_000);
  });
});
