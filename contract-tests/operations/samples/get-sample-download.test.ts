import { beforeAll, describe, expect, test } from '@jest/globals';
import { expectForeignHidden } from '../../harness/foreign-id.ts';
import { missingId } from '../../harness/missing-ids.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { faultyFields } from '../../harness/refusals.ts';
import { fetchFile } from '../../harness/stored-file.ts';
import { uploadSample } from '../../harness/suite.ts';
import { openWorld, sha256, unique, type World } from '../../harness/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

async function download(filename: string) {
  const content = unique('content');
  const { sample_id } = await uploadSample(world, content, filename);
  const answer = await world.admin.call('getSampleDownload', { path: { sample_id } });
  if (answer.status !== 200) throw new Error(answer.text);
  return { content, headers: answer.headers, stored: answer.body };
}

describe('200', () => {
  test('gives an address of this server that serves the bytes without a token', async () => {
    const { content, stored } = await download('Pop-On.m2ts');
    expect(stored).toEqual({
      filename: 'Pop-On.m2ts',
      download_url: expect.any(String),
      storage_status: 'ok',
      sha256: sha256(content),
      size_bytes: content.length,
    });
    const { origin, pathname } = new URL(stored.download_url);
    expect([origin, pathname]).toEqual([world.url, `/api/v1/files/${sha256(content)}`]);
    expect((await fetchFile(stored.download_url)).bytes.toString()).toBe(content);
  });

  test('is a capability: no cache may keep it, and it ends within ten minutes', async () => {
    const asked = Math.floor(Date.now() / 1000);
    const { headers, stored } = await download('Pop-On.m2ts');
    expect(headers.get('cache-control')).toBe('no-store');
    const expires = Number(new URL(stored.download_url).searchParams.get('expires'));
    expect(expires - asked).toBeGreaterThan(0);
    expect(expires).toBeLessThanOrEqual(Math.floor(Date.now() / 1000) + 600);
  });

  test('carries no token', async () => {
    const { stored } = await download('Pop-On.m2ts');
    expect([...new URL(stored.download_url).searchParams.keys()].toSorted()).toEqual([
      'domain',
      'expires',
      'name',
      'signature',
    ]);
    expect(stored.download_url).not.toContain(world.admin.token);
  });

  test.each([
    ['one with a query in it', 'a&signature=b?#%41+c.ts'],
    ['quotes and semicolons', `a"; filename='b'.ts`],
    ['letters of many scripts', 'né 字幕 🎬.ts'],
    ['dots only', '..'],
    ['255 characters of four bytes', `${'🎬'.repeat(252)}.ts`],
  ])('a name that is %s comes back whole and serves', async (_, filename) => {
    const { content, stored } = await download(filename);
    expect(stored.filename).toBe(filename);
    expect((await fetchFile(stored.download_url)).bytes.toString()).toBe(content);
  });
});

describe('404', () => {
  test('a sample of another domain answers like one that does not exist', async () => {
    const foreign = await uploadSample(await openWorld());
    const at = (sample_id: number) => ({ path: { sample_id } });
    await expectForeignHidden(world.admin, 'getSampleDownload', at(foreign.sample_id), at(missingId));
  });
});

describe('400', () => {
  test.each(['0', '1e1', 'abc', '2147483648'])('names the id %j', async (sample_id) => {
    expect(faultyFields(await callLoosely(world.admin, 'getSampleDownload', { path: { sample_id } }))).toEqual([
      'path.sample_id',
    ]);
  });
});

describeGuard(() => world, 'getSampleDownload', { path: { sample_id: 1 } }, { scope: 'runs:read' });
