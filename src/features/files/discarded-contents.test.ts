import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { mkdtemp, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { OpenDatabase } from '../../db/open-database.ts';
import type { BlobStore } from '../../storage/blob-store.ts';
import { openFileBlobStore } from '../../storage/file-blob-store.ts';
import { openMigrated } from '../../testing/migrated-database.ts';
import { insertTenant, type Tenant } from '../../testing/run-fixture.ts';
import { discardContents, sweepDiscardedContents } from './discarded-contents.ts';
import { isContentReferred, referringColumns } from './discarded-contents.queries.ts';

let opened: OpenDatabase;
let directory: string;
let blobs: BlobStore;
let own: Tenant;
let serial = 0;

beforeAll(async () => {
  opened = await openMigrated();
  own = await insertTenant(opened.db, 'own');
});
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'spci-discarded-'));
  blobs = await openFileBlobStore(directory);
  await opened.db.deleteFrom('discarded_contents').execute();
});
afterEach(() => rm(directory, { recursive: true }));
afterAll(() => opened.close());

const graceMs = 60_000;
const sweep = () => sweepDiscardedContents({ db: opened.db, blobs }, graceMs);

/** Bytes that were put two minutes ago. */
async function kept(): Promise<string> {
  serial += 1;
  const { sha256 } = await blobs.put(Readable.from([Buffer.from(`content ${serial}`)]), { bytesMax: 100 });
  await age(sha256);
  return sha256;
}

async function age(sha256: string): Promise<void> {
  const before = new Date(Date.now() - 2 * graceMs);
  await utimes(join(directory, sha256.slice(0, 2), sha256.slice(2, 4), sha256), before, before);
}

async function discard(sha256: string, agoMs = 2 * graceMs): Promise<void> {
  await opened.db.transaction().execute((trx) => discardContents(trx, [sha256, sha256]));
  const discarded_at = sql<string>`now() - ${agoMs} * interval '1 millisecond'`;
  await opened.db.updateTable('discarded_contents').set({ discarded_at }).where('sha256', '=', sha256).execute();
}

const waiting = async () =>
  (await opened.db.selectFrom('discarded_contents').select('sha256').execute()).map(({ sha256 }) => sha256);

async function insertSample(sha256: string): Promise<void> {
  const { domain_id, account_id } = own;
  const named = { original_name: 'a.ts', extension: 'ts', size_bytes: 1 };
  await opened.db
    .insertInto('samples')
    .values({ domain_id, account_id, sha256, ...named })
    .execute();
}

test('what nothing refers to goes, and is looked after no more', async () => {
  const contents = [await kept(), await kept(), await kept()];
  for (const sha256 of contents) await discard(sha256);
  expect(await sweep()).toBe(3);
  expect([await Promise.all(contents.map((sha256) => blobs.has(sha256))), await waiting()]).toEqual([
    [false, false, false],
    [],
  ]);
});

test('what something still refers to stays, until that discards it', async () => {
  const sha256 = await kept();
  await insertSample(sha256);
  await discard(sha256);
  expect([await sweep(), await blobs.has(sha256), await waiting()]).toEqual([0, true, []]);
  await opened.db.deleteFrom('samples').where('sha256', '=', sha256).execute();
  await discard(sha256);
  expect([await sweep(), await blobs.has(sha256)]).toEqual([1, false]);
});

test('what was discarded lately, or put again since, stays for now', async () => {
  const [lately, again] = [await kept(), await kept()];
  await discard(lately, 0);
  await discard(again);
  await blobs.put(Readable.from([Buffer.from(`content ${serial}`)]), { bytesMax: 100 });
  expect(await sweep()).toBe(0);
  expect([await blobs.has(lately), await blobs.has(again), (await waiting()).toSorted()]).toEqual([
    ...[true, true, [lately, again].toSorted()],
  ]);
  await age(again);
  expect([await sweep(), await blobs.has(again), await waiting()]).toEqual([1, false, [lately]]);
});

test('what is gone already is looked after no more', async () => {
  await discard('0'.repeat(64));
  await sweep();
  expect(await waiting()).toEqual([]);
});

/** A value that a column takes where only its type matters. */
function filler(type: string): string {
  if (type === 'ARRAY') return `'{}'`;
  if (type.startsWith('timestamp')) return 'now()';
  return type === 'boolean' ? 'true' : /int/.test(type) ? '1' : `repeat('a', 40)`;
}

test.each([...referringColumns])('content in %s.%s is referred to', async (table, column) => {
  const sha256 = '9'.repeat(64);
  const rollback = new Error('rolled back');
  const asking = opened.db.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx);
    const { rows } = await sql<{ name: string; type: string }>`
      select column_name as name, data_type as type from information_schema.columns
      where table_name = ${table} and column_name <> ${column}
        and is_nullable = 'NO' and is_identity = 'NO' and column_default is null`.execute(trx);
    const names = [column, ...rows.map(({ name }) => name)].map((name) => sql.ref(name));
    const content = column === 'variant_sha256s' ? sql`array[${sha256}]` : sql`${sha256}`;
    const values = [content, ...rows.map(({ type }) => sql.raw(filler(type)))];
    expect(await isContentReferred(trx, sha256)).toBe(false);
    await sql`insert into ${sql.table(table)} (${sql.join(names)}) values (${sql.join(values)})`.execute(trx);
    expect(await isContentReferred(trx, sha256)).toBe(true);
    throw rollback;
  });
  await expect(asking).rejects.toBe(rollback);
});

test('every column that is called a SHA-256 keeps content, or is named here as none that does', async () => {
  const { rows } = await sql<{ name: string }>`
    select table_name || '.' || column_name as name from information_schema.columns
    where table_schema = 'public' and column_name like '%sha256%'`.execute(opened.db);
  const others = ['discarded_contents.sha256', 'idempotency_keys.request_sha256'];
  expect(rows.map(({ name }) => name).toSorted()).toEqual(
    [...referringColumns.map((names) => names.join('.')), ...others].toSorted(),
  );
});
