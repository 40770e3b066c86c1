import { beforeAll, describe, expect, test } from '@jest/globals';
import { expectForeignHidden } from '../../harness/foreign-id.ts';
import { missingId } from '../../harness/missing-ids.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { approvalItems, approveRun, runOnce } from '../../harness/held-run.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { faultyFields } from '../../harness/refusals.ts';
import { fetchFile } from '../../harness/stored-file.ts';
import { makeSuite, type Suite } from '../../harness/suite.ts';
import { openWorld, sha256, type World } from '../../harness/world.ts';

let world: World;
let suite: Suite;
let path: { regression_test_id: number; output_id: number };

const placeOf = ({ tests: [test] }: Suite) => ({
  regression_test_id: test?.regression_test_id ?? 0,
  output_id: test?.outputs[0]?.id ?? 0,
});

beforeAll(async () => {
  world = await openWorld();
  suite = await makeSuite(world);
  path = placeOf(suite);
  await approveRun(world, suite, (await runOnce(world, suite, 'approved first')).run_id);
  await approveRun(world, suite, (await runOnce(world, suite, 'approved last')).run_id);
});

test('200: the content approved last comes from its address, which no cache keeps', async () => {
  const { status, headers, body } = await world.admin.call('getBaselineDownload', { path });
  expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
  expect(body).toEqual({
    filename: 'out.srt',
    download_url: expect.stringContaining(`${world.url}/api/v1/files/${sha256('approved last')}?`),
    storage_status: 'ok',
    sha256: sha256('approved last'),
    size_bytes: 13,
  });
  const { download_url } = await world.admin.expect('getBaselineDownload', 200, { path });
  expect((await fetchFile(download_url)).bytes.toString()).toBe('approved last');
});

test('200: each output has its own', async () => {
  const other = await makeSuite(world);
  await approveRun(world, other, (await runOnce(world, other, 'approved elsewhere')).run_id);
  const digestOf = async (of: Suite) =>
    (await world.admin.expect('getBaselineDownload', 200, { path: placeOf(of) })).sha256;
  expect([await digestOf(suite), await digestOf(other)]).toEqual(['approved last', 'approved elsewhere'].map(sha256));
});

test('200: its name is that of the output, capitals and all', async () => {
  const at = { regression_test_id: path.regression_test_id };
  const body = { expected_filename: 'Report (Final).TXT', expected: { content: 'approved as given' } };
  const { id } = await world.admin.expect('createExpectedOutput', 201, { path: at, body });
  const named = await world.admin.expect('getBaselineDownload', 200, { path: { ...at, output_id: id } });
  expect(named.filename).toBe(body.expected_filename);
});

describe('404', () => {
  test('while nothing is approved, or only for one platform', async () => {
    const other = await makeSuite(world);
    await world.admin.expect('getBaselineDownload', 404, { path: placeOf(other) });
    const { run_id } = await runOnce(world, other, 'for linux');
    const body = { outputs: approvalItems(other), platform: 'linux' as const };
    await world.admin.expect('approveBaselines', 201, { path: { run_id }, body });
    await world.admin.expect('getBaselineDownload', 404, { path: placeOf(other) });
  });

  test('an output of another domain or of another test answers like one that does not exist', async () => {
    const missing = { path: { ...path, output_id: missingId } };
    await expectForeignHidden((await openWorld()).admin, 'getBaselineDownload', { path }, missing);
    const crossed = { path: { ...path, regression_test_id: placeOf(await makeSuite(world)).regression_test_id } };
    await expectForeignHidden(world.admin, 'getBaselineDownload', crossed, missing);
  });
});

test.each(['regression_test_id', 'output_id'])('400: names %s', async (name) => {
  const answer = await callLoosely(world.admin, 'getBaselineDownload', { path: { ...path, [name]: '0' } });
  expect(faultyFields(answer)).toEqual([`path.${name}`]);
});

const anywhere = { path: { regression_test_id: 1, output_id: 1 } };
describeGuard(() => world, 'getBaselineDownload', anywhere, { scope: 'runs:read' });
