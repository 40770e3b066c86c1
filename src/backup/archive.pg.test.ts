import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, openInMemory, type OpenDatabase } from '../db/open-database.ts';
import { openFileBlobStore } from '../storage/file-blob-store.ts';
import { fillInstallation, wholeInstallation, type Installation } from '../testing/installation.ts';
import { openS3BlobStore } from '../storage/s3-blob-store.ts';
import { createTestDatabase, type TestDatabase } from '../testing/postgres-databases.ts';
import { testPostgres, type TestServer } from '../testing/postgres-server.ts';
import { s3Credentials, startS3Peer, type S3Peer } from '../testing/s3-peer.ts';
import { restoreArchive } from './restore-archive.ts';
import { writeArchive } from './write-archive.ts';

let directory: string;
let postgres: TestServer;
let database: TestDatabase;
let peer: S3Peer;
let embedded: Installation;
let onPostgres: Installation;
const opened: OpenDatabase[] = [];

async function installation(name: string, opening: Promise<OpenDatabase>): Promise<Installation> {
  const one = await opening;
  opened.push(one);
  return { db: one.db, blobs: await openFileBlobStore(join(directory, name)) };
}

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'spci-archive-'));
  postgres = await testPostgres();
  database = await createTestDatabase(postgres.url);
  embedded = await installation('embedded', openInMemory());
  const place = { databaseUrl: database.url, directory: '' };
  const shared = await openDatabase(place, { warn: () => {} });
  opened.push(shared);
  peer = await startS3Peer('contents');
  Object.assign(process.env, s3Credentials);
  const location = { bucket: 'contents', prefix: 'spci/' };
  onPostgres = {
    db: shared.db,
    blobs: openS3BlobStore(location, { endpoint: peer.endpoint, region: 'us-east-1' }),
  };
  await fillInstallation(embedded);
});
afterAll(async () => {
  for (const { close } of opened) await close();
  await database.drop();
  await peer.stop();
  await postgres.stop();
  await rm(directory, { recursive: true });
});

const nextDomain = async ({ db }: Installation, slug: string): Promise<number> =>
  (await db.insertInto('domains').values({ slug }).returning('id').executeTakeFirstOrThrow()).id;

test('an installation moves from the embedded database and files to PostgreSQL and S3 and back, to the last row and byte', async () => {
  const whole = await wholeInstallation(embedded);
  const there = join(directory, 'there.tar');
  const seal = await writeArchive(embedded, there, () => {});
  expect(seal).toMatchObject({ row_counts: { log_lines: 1200 }, missing_contents: ['5'.repeat(64)], content_count: 3 });
  await restoreArchive(onPostgres, there, () => {});
  expect(await wholeInstallation(onPostgres)).toEqual(whole);

  const back = join(directory, 'back.tar');
  await writeArchive(onPostgres, back, () => {});
  const again = await installation('again', openInMemory());
  await restoreArchive(again, back, () => {});
  expect(await wholeInstallation(again)).toEqual(whole);
  const [first, second] = [await nextDomain(embedded, 'next'), await nextDomain(again, 'next')];
  expect(second).toBe(first);
});

test('an archive holds one moment of a database that goes on', async () => {
  const whole = await wholeInstallation(onPostgres);
  const file = join(directory, 'moment.tar');
  let written: Promise<unknown> | undefined;
  await writeArchive(onPostgres, file, () => {
    written ??= onPostgres.db.updateTable('runs').set({ branch: 'meanwhile' }).execute();
  });
  expect(await written).toMatchObject([{ numUpdatedRows: 1n }]);
  const restored = await installation('restored', openInMemory());
  await restoreArchive(restored, file, () => {});
  expect(await wholeInstallation(restored)).toEqual(whole);
});
