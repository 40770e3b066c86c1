import { beforeAll, describe, expect, test } from '@jest/globals';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { approveRun, outputPath, runOnce, type OutputPath } from '../../harness/held-run.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { expectSameNotFound, faultyFields } from '../../harness/refusals.ts';
import { makeSuite, queueRun, type Suite } from '../../harness/suite.ts';
import { openWorld, sha256, type World } from '../../harness/world.ts';

let world: World;
let suite: Suite;
let path: OutputPath;
const content = '\uFEFF1\r\nÄ caption\r\n';

beforeAll(async () => {
  world = await openWorld();
  suite = await makeSuite(world);
  const [test1] = suite.tests;
  const output = { regression_test_id: test1?.regression_test_id ?? 0, output_id: test1?.outputs[0]?.id ?? 0 };
  await world.admin.expect('updateExpectedOutput', 200, { path: output, body: { expected_filename: 'Out.SRT' } });
  await approveRun(world, suite, (await runOnce(world, suite, content)).run_id);
  path = outputPath(suite, (await queueRun(world, suite, 'windows')).run_id);
});

describe('200', () => {
  test('shows the baseline of a run that still waits, as text byte for byte', async () => {
    const { headers, body } = await world.admin.call('getExpectedOutput', { path, query: { format: 'text' } });
    expect(body).toEqual({
      ...path,
      ...{ filename: 'Out.SRT', content_type: 'application/octet-stream', encoding: 'utf-8', content },
      ...{ truncated: false, size_bytes: Buffer.byteLength(content), sha256: sha256(content), storage_status: 'ok' },
      download_url: expect.stringContaining(`/api/v1/files/${sha256(content)}?`),
    });
    expect(headers.get('cache-control')).toBe('no-store');
  });

  test('is base64 unless text is asked for', async () => {
    const body = await world.admin.expect('getExpectedOutput', 200, { path });
    expect(body).toMatchObject({ encoding: 'base64', content: Buffer.from(content).toString('base64') });
  });

  test('the download address gives the bytes to whoever holds it', async () => {
    const { download_url } = await world.admin.expect('getExpectedOutput', 200, { path });
    const response = await fetch(download_url);
    expect(response.status).toBe(200);
    expect(sha256(new Uint8Array(await response.arrayBuffer()))).toBe(sha256(content));
  });

  test('keeps what the run froze when another content is approved', async () => {
    const later = await runOnce(world, suite, 'later');
    await approveRun(world, suite, later.run_id);
    expect(await world.admin.expect('getExpectedOutput', 200, { path })).toMatchObject({ sha256: sha256(content) });
    const approved = { path: outputPath(suite, later.run_id) };
    expect(await world.admin.expect('getExpectedOutput', 200, approved)).toMatchObject({ sha256: sha256('later') });
  });
});

describe('404', () => {
  test('while nothing is approved', async () => {
    const fresh = await makeSuite(world);
    const { run_id } = await runOnce(world, fresh, 'text');
    const { code } = await world.admin.expect('getExpectedOutput', 404, { path: outputPath(fresh, run_id) });
    expect(code).toBe('not_found');
  });

  test('another domain’s output is like one that does not exist', async () => {
    const stranger = (await openWorld()).admin;
    const foreign = await stranger.call('getExpectedOutput', { path });
    expectSameNotFound(foreign, await stranger.call('getExpectedOutput', { path: { ...path, run_id: 2_147_483_647 } }));
  });

  test.each(['run_id', 'sample_id', 'regression_id', 'output_id'] as const)('with another %s', async (name) => {
    await world.admin.expect('getExpectedOutput', 404, { path: { ...path, [name]: 2_147_483_647 } });
  });
});

test('400: a format and an id that are none', async () => {
  const address = { ...path, output_id: '0' };
  const answer = await callLoosely(world.admin, 'getExpectedOutput', { path: address, query: { format: 'text' } });
  expect(faultyFields(answer)).toEqual(['path.output_id']);
  const format = await callLoosely(world.admin, 'getExpectedOutput', { path: { ...path }, query: { format: 'raw' } });
  expect(faultyFields(format)).toEqual(['query.format']);
});

const anywhere = { run_id: 1, sample_id: 1, regression_id: 1, output_id: 1 };
describeGuard(() => world, 'getExpectedOutput', { path: anywhere }, { scope: 'results:read' });
