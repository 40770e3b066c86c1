import { beforeAll, describe, expect, test } from '@jest/globals';
import { expectForeignHidden } from '../../harness/foreign-id.ts';
import { missingId } from '../../harness/missing-ids.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { runOnce } from '../../harness/held-run.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { faultyFields } from '../../harness/refusals.ts';
import { fetchFile } from '../../harness/stored-file.ts';
import { makeSuite } from '../../harness/suite.ts';
import { openWorld, sha256, type World } from '../../harness/world.ts';

let world: World;
let path: { regression_test_id: number; output_id: number; variant_id: number };
let other: typeof path;

/** The variant of a suite of its own that accepts this content. */
async function variantOf(content: string): Promise<typeof path> {
  const suite = await makeSuite(world);
  const [made] = suite.tests;
  const output = { regression_test_id: made?.regression_test_id ?? 0, output_id: made?.outputs[0]?.id ?? 0 };
  await runOnce(world, suite, content);
  const { id } = await world.admin.expect('createVariant', 201, { path: output, body: { hash: sha256(content) } });
  return { ...output, variant_id: id };
}

beforeAll(async () => {
  world = await openWorld();
  path = await variantOf('also right');
  other = await variantOf('right elsewhere');
});

test('200: the accepted content comes from its address, which no cache keeps', async () => {
  const { status, headers, body } = await world.admin.call('getVariantDownload', { path });
  expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
  expect(body).toEqual({
    filename: 'out.srt',
    download_url: expect.stringContaining(`${world.url}/api/v1/files/${sha256('also right')}?`),
    storage_status: 'ok',
    sha256: sha256('also right'),
    size_bytes: 10,
  });
  const { download_url } = await world.admin.expect('getVariantDownload', 200, { path });
  expect((await fetchFile(download_url)).bytes.toString()).toBe('also right');
});

test('200: each variant has its own', async () => {
  const digestOf = async (of: typeof path) =>
    (await world.admin.expect('getVariantDownload', 200, { path: of })).sha256;
  expect([await digestOf(path), await digestOf(other)]).toEqual(['also right', 'right elsewhere'].map(sha256));
});

describe('404', () => {
  const missing = () => ({ path: { ...path, variant_id: missingId } });

  test('a variant of another domain answers like one that does not exist', async () => {
    await expectForeignHidden((await openWorld()).admin, 'getVariantDownload', { path }, missing());
  });

  test.each(['regression_test_id', 'output_id', 'variant_id'] as const)('%s of another output', async (name) => {
    await expectForeignHidden(world.admin, 'getVariantDownload', { path: { ...path, [name]: other[name] } }, missing());
  });

  test('a variant that was withdrawn', async () => {
    const withdrawn = await variantOf('no longer right');
    await world.admin.expect('deleteVariant', 200, { path: withdrawn });
    await world.admin.expect('getVariantDownload', 404, { path: withdrawn });
  });
});

test.each(['regression_test_id', 'output_id', 'variant_id'])('400: names %s', async (name) => {
  const answer = await callLoosely(world.admin, 'getVariantDownload', { path: { ...path, [name]: '0' } });
  expect(faultyFields(answer)).toEqual([`path.${name}`]);
});

const anywhere = { path: { regression_test_id: 1, output_id: 1, variant_id: 1 } };
describeGuard(() => world, 'getVariantDownload', anywhere, { scope: 'runs:read' });
