import { beforeAll, describe, expect, test } from '@jest/globals';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { approveRun, outputPath, runOnce } from '../../harness/held-run.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { expectSameNotFound, faultyFields } from '../../harness/refusals.ts';
import { makeSuite, queueRun, type Suite } from '../../harness/suite.ts';
import { openWorld, sha256, type World } from '../../harness/world.ts';

let world: World;
let suite: Suite;

beforeAll(async () => {
  world = await openWorld();
  suite = await makeSuite(world);
  await approveRun(world, suite, (await runOnce(world, suite, 'right')).run_id);
});

const pathOf = async (content: string | Uint8Array<ArrayBuffer> | null) =>
  outputPath(suite, (await runOnce(world, suite, content)).run_id);

describe('200', () => {
  test('shows what the test produced, byte for byte', async () => {
    const path = await pathOf('\uFEFFwrong\r\n');
    const { status, headers, body } = await world.admin.call('getActualOutput', { path, query: { format: 'text' } });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...path,
      ...{ filename: 'out.srt', encoding: 'utf-8', content: '\uFEFFwrong\r\n', truncated: false, size_bytes: 10 },
      ...{ sha256: sha256('\uFEFFwrong\r\n'), storage_status: 'ok' },
    });
    expect(headers.get('cache-control')).toBe('no-store');
  });

  test('comes by a token in the address too, and tells that this ends', async () => {
    const path = await pathOf('wrong');
    const query = { format: 'text', access_token: world.admin.token ?? '' };
    const { status, headers } = await callLoosely(world.anonymous, 'getActualOutput', { path: { ...path }, query });
    expect(status).toBe(200);
    for (const name of ['deprecation', 'sunset', 'link']) expect(headers.has(name)).toBe(true);
  });

  test('an empty output is there, and is not missing', async () => {
    const body = await world.admin.expect('getActualOutput', 200, { path: await pathOf('') });
    expect(body).toMatchObject({
      encoding: 'base64',
      content: '',
      truncated: false,
      size_bytes: 0,
      sha256: sha256(''),
    });
  });

  test('bytes that are not UTF-8 come in base64 though text was asked for', async () => {
    const bytes = Uint8Array.of(0xff, 0, 1);
    const path = await pathOf(bytes);
    const body = await world.admin.expect('getActualOutput', 200, { path, query: { format: 'text' } });
    expect(body).toMatchObject({ encoding: 'base64', content: Buffer.from(bytes).toString('base64') });
  });

  test('a long output is cut, and its address gives all of it', async () => {
    const content = 'é'.repeat(600_000);
    const path = await pathOf(content);
    const body = await world.admin.expect('getActualOutput', 200, { path, query: { format: 'text' } });
    expect(body).toMatchObject({ encoding: 'utf-8', truncated: true, size_bytes: 1_200_000 });
    expect(content.startsWith(body?.content ?? 'nothing')).toBe(true);
    expect(await (await fetch(body?.download_url ?? '')).text()).toBe(content);
  });
});

test.each(['text', 'base64'] as const)('303: equal to the baseline, it leads to the baseline as %s', async (format) => {
  const path = await pathOf('right');
  const { status, headers, text } = await world.admin.call('getActualOutput', { path, query: { format } });
  expect({ status, text }).toEqual({ status: 303, text: '' });
  const response = await fetch(new URL(headers.get('location') ?? '', world.url), {
    headers: { Authorization: `Bearer ${world.admin.token}` },
  });
  const { download_url: _, ...expected } = await world.admin.expect('getExpectedOutput', 200, {
    path,
    query: { format },
  });
  expect(await response.json()).toMatchObject(expected);
});

describe('404', () => {
  test('what was not produced is missing_output, approved or not', async () => {
    const { code } = await world.admin.expect('getActualOutput', 404, { path: await pathOf(null) });
    expect(code).toBe('missing_output');
  });

  test('a test without a result has no output that is missing', async () => {
    const path = outputPath(suite, (await queueRun(world, suite, 'windows')).run_id);
    expect(await world.admin.expect('getActualOutput', 404, { path })).toMatchObject({ code: 'not_found' });
  });

  test('another domain’s output is like one that does not exist', async () => {
    const path = await pathOf('wrong');
    const stranger = (await openWorld()).admin;
    const foreign = await stranger.call('getActualOutput', { path });
    expectSameNotFound(foreign, await stranger.call('getActualOutput', { path: { ...path, run_id: 2_147_483_647 } }));
  });

  test.each(['run_id', 'sample_id', 'regression_id', 'output_id'] as const)('with another %s', async (name) => {
    const path = { ...(await pathOf('wrong')), [name]: 2_147_483_647 };
    expect(await world.admin.expect('getActualOutput', 404, { path })).toMatchObject({ code: 'not_found' });
  });
});

const anywhere = { run_id: 1, sample_id: 1, regression_id: 1, output_id: 1 };

test('400: a format that is none', async () => {
  const answer = await callLoosely(world.admin, 'getActualOutput', { path: anywhere, query: { format: 'hex' } });
  expect(faultyFields(answer)).toEqual(['query.format']);
});

describeGuard(() => world, 'getActualOutput', { path: anywhere }, { scope: 'results:read' });
