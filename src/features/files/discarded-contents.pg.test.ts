import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OpenDatabase } from '../../db/open-database.ts';
import type { BlobStore } from '../../storage/blob-store.ts';
import { openFileBlobStore } from '../../storage/file-blob-store.ts';
import { openMigratedPostgres } from '../../testing/migrated-postgres.ts';
import { digest, insertTenant } from '../../testing/run-fixture.ts';
import { waitingConnections } from '../../testing/waiting-connections.ts';
import { discardContents, sweepDiscardedContents } from './discarded-contents.ts';

let directory: string;
let opened: OpenDatabase;
let blobs: BlobStore;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'spci-discarded-'));
  opened = await openMigratedPostgres();
  blobs = await openFileBlobStore(directory);
});
afterAll(async () => {
  await opened.close();
  await rm(directory, { recursive: true });
});

const stopping = new AbortController().signal;
const bounds = { olderThanMs: 60_000, removingMs: Infinity };

async function discardLongAgo(sha256s: readonly string[]): Promise<void> {
  await opened.db.transaction().execute((trx) => discardContents(trx, sha256s));
  await sql`update discarded_contents set discarded_at = now() - interval '1 day'`.execute(opened.db);
}

/** Sweeps, and does this while it removes the first content of a batch. */
async function sweepMeanwhile(happens: () => Promise<unknown>): Promise<number> {
  let happening: Promise<unknown> | undefined;
  const remove: BlobStore['remove'] = async (...asked) => {
    await (happening ??= happens());
    return blobs.remove(...asked);
  };
  return sweepDiscardedContents({ db: opened.db, blobs: { ...blobs, remove }, stopping }, bounds);
}

const waiting = async () =>
  (await opened.db.selectFrom('discarded_contents').select('sha256').execute()).map(({ sha256 }) => sha256);

test('of two sweeps at once each content is removed by one, and neither waits for the other', async () => {
  await discardLongAgo(['1', '2', '3'].map(digest));
  let other: number | undefined;
  const count = await sweepMeanwhile(async () => {
    other = await sweepDiscardedContents({ db: opened.db, blobs, stopping }, bounds);
  });
  expect([count, other, await waiting()]).toEqual([3, 0, []]);
});

test('what is discarded again while its batch is swept is looked after again', async () => {
  const { sample_id } = await insertTenant(opened.db, 'own');
  const { sha256 } = await opened.db.selectFrom('samples').select('sha256').executeTakeFirstOrThrow();
  await discardLongAgo([digest('1'), sha256]);
  let deleting: Promise<void> | undefined;
  const count = await sweepMeanwhile(async () => {
    deleting = opened.db.transaction().execute(async (trx) => {
      await trx.deleteFrom('samples').where('id', '=', sample_id).execute();
      await discardContents(trx, [sha256]);
    });
    expect(await Promise.race([deleting, waitingConnections(opened.db)])).toBe(1);
  });
  await deleting;
  expect([count, await waiting()]).toEqual([1, [sha256]]);
});
