import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { copyFile, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrateTo, pendingMigrations } from '../db/migrator.ts';
import { openInMemory, type OpenDatabase } from '../db/open-database.ts';
import { openFileBlobStore } from '../storage/file-blob-store.ts';
import { fillInstallation, putContent, wholeInstallation, type Installation } from '../testing/installation.ts';
import { openMigrated } from '../testing/migrated-database.ts';
import { ArchiveRefused, InstallationRefused } from './archive-format.ts';
import { restoreArchive } from './restore-archive.ts';
import { writeArchive } from './write-archive.ts';

let directory: string;
let archive: string;
let bytes: Buffer;
let source: OpenDatabase;
let opened: OpenDatabase;
let target: Installation;
let untouched: Awaited<ReturnType<typeof wholeInstallation>>;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'spci-archive-'));
  archive = join(directory, 'whole.tar');
  source = await openInMemory();
  const original = { db: source.db, blobs: await openFileBlobStore(join(directory, 'source')) };
  await fillInstallation(original);
  await writeArchive(original, archive, () => {});
  bytes = await readFile(archive);
  opened = await openMigrated();
  target = { db: opened.db, blobs: await openFileBlobStore(join(directory, 'target')) };
  untouched = await wholeInstallation(target);
});
afterAll(async () => {
  await opened.close();
  await source.close();
  await rm(directory, { recursive: true });
});

async function restoreBytes(content: Uint8Array): Promise<unknown> {
  const file = join(directory, 'changed.tar');
  await writeFile(file, content);
  return restoreArchive(target, file, () => {}).catch((error: unknown) => error);
}

/** The archive with other bytes at the place of the first ones. */
function changed(text: string, replacement: string): Buffer {
  const copy = Buffer.from(bytes);
  copy.write(replacement, copy.indexOf(text));
  return copy;
}

test('an archive that is cut, damaged, foreign or of another format is refused, and nothing is restored', async () => {
  const cut = [0, 0.001, 0.2, 0.5, 0.9, 0.99].map((part) => bytes.subarray(0, Math.floor(bytes.length * part)));
  const seal = bytes.lastIndexOf('seal.json');
  const refused: readonly Uint8Array[] = [
    ...cut,
    bytes.subarray(0, seal),
    bytes.subarray(0, seal + 700),
    changed('ada@own', 'eve@own'),
    changed('buildbuild', 'BUILDbuild'),
    changed('"content_count":3', '"content_count":2'),
    changed('"format_version":1', '"format_version":2'),
    changed('create-accounts', 'create-nothings'),
    changed('rows/accounts', 'rows/no_table'),
    Buffer.concat([bytes.subarray(0, bytes.length - 1024), bytes]),
    Buffer.from('no archive at all'),
  ];
  for (const [index, content] of refused.entries())
    expect([index, await restoreBytes(content)]).toEqual([index, expect.any(ArchiveRefused)]);
  expect(await wholeInstallation(target)).toEqual(untouched);
});

test('an archive of an earlier schema is restored and brought up to date, where no later schema is yet', async () => {
  const earlier = await openInMemory();
  await migrateTo(earlier.db, '20261125T120000Z-create-platforms');
  await earlier.db.insertInto('domains').values({ slug: 'early' }).execute();
  const file = join(directory, 'earlier.tar');
  await writeArchive({ ...target, db: earlier.db }, file, () => {});
  await earlier.close();
  await expect(restoreArchive(target, file, () => {})).rejects.toThrow(InstallationRefused);
  const fresh = await openInMemory();
  await restoreArchive({ ...target, db: fresh.db }, file, () => {});
  expect(await pendingMigrations(fresh.db)).toEqual([]);
  expect(await fresh.db.selectFrom('domains').select('slug').orderBy('id').execute()).toEqual([
    { slug: 'default' },
    { slug: 'early' },
  ]);
  await fresh.close();
});

test('a backup replaces no file, is for its owner alone, and leaves no part when it fails', async () => {
  const original = { db: source.db, blobs: await openFileBlobStore(join(directory, 'source')) };
  const taken = join(directory, 'taken.tar');
  await copyFile(archive, taken);
  await expect(writeArchive(original, taken, () => {})).rejects.toMatchObject({ code: 'EEXIST' });
  const broken = { ...original, blobs: { ...original.blobs, open: () => Promise.reject(new Error('store away')) } };
  await expect(writeArchive(broken, join(directory, 'broken.tar'), () => {})).rejects.toThrow('store away');
  expect((await stat(archive)).mode & 0o777).toBe(0o600);
  expect((await readdir(directory)).filter((name) => /partial|broken/.test(name))).toEqual([]);
  expect(await readFile(taken)).toEqual(bytes);
});

test('a restore that fails takes back what it wrote, and one that does not is no empty installation any more', async () => {
  const kept = await putContent(target, 'variant');
  let puts = 0;
  const failing: Installation = {
    db: target.db,
    blobs: {
      ...target.blobs,
      put: (content, options) => {
        puts += 1;
        return puts === 3 ? Promise.reject(new Error('no space left')) : target.blobs.put(content, options);
      },
    },
  };
  await expect(restoreArchive(failing, archive, () => {})).rejects.toThrow('no space left');
  expect(await wholeInstallation(target)).toEqual({ ...untouched, contents: [`${kept} 7`] });
  await restoreArchive(target, archive, () => {});
  const whole = await wholeInstallation(target);
  expect(whole['log_lines']).toHaveLength(1200);
  await expect(restoreArchive(target, archive, () => {})).rejects.toThrow(InstallationRefused);
  expect(await wholeInstallation(target)).toEqual(whole);
});
