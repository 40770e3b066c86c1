import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { openDatabase, openInMemory, type OpenDatabase } from '../../db/open-database.ts';
import type { BlobStore } from '../../storage/blob-store.ts';
import { openFileBlobStore } from '../../storage/file-blob-store.ts';
import { openMigrated } from '../../testing/migrated-database.ts';
import { checkDependencies, type DependencyStates } from './dependencies.ts';
import { healthView, readinessView } from './system.view.ts';

const logger = pino({ level: 'silent' });
const fine: DependencyStates = { database: 'ok', migrations: 'ok', blobs: 'ok' };
let directory: string;
let opened: OpenDatabase;
let blobs: BlobStore;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'spci-dependencies-'));
  blobs = await openFileBlobStore(directory);
  opened = await openMigrated();
});
afterAll(async () => {
  await opened.close();
  await rm(directory, { recursive: true });
});

test('everything is fine when each dependency answers', async () => {
  expect(await checkDependencies({ db: opened.db, blobs, logger })).toEqual(fine);
});

test('a database that no migration has seen is there, but not migrated', async () => {
  const bare = await openInMemory();
  expect(await checkDependencies({ db: bare.db, blobs, logger })).toEqual({ ...fine, migrations: 'pending' });
  await bare.close();
});

test('a database that refuses is down', async () => {
  const refusing = await openDatabase({ databaseUrl: 'postgres://spci:secret@127.0.0.1:1/spci', directory }, logger);
  const down = { ...fine, database: 'down', migrations: 'down' };
  expect(await checkDependencies({ db: refusing.db, blobs, logger })).toEqual(down);
  await refusing.close();
});

test('a database that does not answer is down after a while', async () => {
  const release = Promise.withResolvers<void>();
  const occupied = opened.db.transaction().execute(() => release.promise);
  const states = await checkDependencies({ db: opened.db, blobs, logger }, 20);
  expect(states).toMatchObject({ database: 'down', migrations: 'down' });
  release.resolve();
  await occupied;
});

test('a blob store that takes no bytes is down', async () => {
  const lost = join(directory, 'lost');
  const store = await openFileBlobStore(lost);
  await rm(lost, { recursive: true });
  expect(await checkDependencies({ db: opened.db, blobs: store, logger })).toEqual({ ...fine, blobs: 'down' });
});

test('callers at the same time share one check, and a later one makes its own', async () => {
  let checks = 0;
  const counted: BlobStore = {
    ...blobs,
    check: () => {
      checks += 1;
      return blobs.check();
    },
  };
  const call = () => checkDependencies({ db: opened.db, blobs: counted, logger });
  expect(await Promise.all([call(), call(), call()])).toEqual([fine, fine, fine]);
  expect(checks).toBe(1);
  await call();
  expect(checks).toBe(2);
});

test('the server is ready only while all is fine and it is not stopping', () => {
  expect(readinessView(fine, false)).toEqual({ status: 'ok', checks: fine });
  expect(readinessView(fine, true)).toEqual({ status: 'unavailable', checks: fine });
  const faults = [{ database: 'down' }, { migrations: 'pending' }, { migrations: 'down' }, { blobs: 'down' }] as const;
  for (const fault of faults) expect(readinessView({ ...fine, ...fault }, false).status).toBe('unavailable');
});

test('health is that of the worst dependency', () => {
  const checkedAt = new Date('2026-11-22T10:00:00Z');
  const good = { status: 'ok', message: null };
  expect(healthView({ ...fine, database: 'down' }, checkedAt)).toEqual({
    status: 'down',
    checked_at: '2026-11-22T10:00:00.000Z',
    dependencies: [
      { name: 'blobs', ...good },
      { name: 'database', status: 'down', message: 'no answer' },
    ],
  });
  expect(healthView(fine, checkedAt).status).toBe('ok');
});
