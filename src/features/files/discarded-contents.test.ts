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
import { listReferredContents, referringColumns } from './discarded-contents.queries.ts';

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
const stopping = new AbortController().signal;
const bounds = { olderThanMs: graceMs, removingMs: Infinity };
const sweep = () => sweepDiscardedContents({ db: opened.db, blobs, stopping }, bounds);

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

async function discard(sha256s: string | readonly string[], agoMs = 2 * graceMs): Promise<void> {
  const discarded = [sha256s, sha256s].flat();
  const discarded_at = sql<string>`now() - ${agoMs} * interval '1 millisecond'`;
  await opened.db.transaction().execute(async (trx) => {
    await discardContents(trx, discarded);
    await trx.updateTable('discarded_contents').set({ discarded_at }).where('sha256', 'in', discarded).execute();
  });
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
  await discard(contents);
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

/** The store, where something happens after a batch was asked for and before the first of it is removed. */
function meanwhile(happens: () => Promise<unknown>): BlobStore {
  let happening: Promise<unknown> | undefined;
  return {
    ...blobs,
    remove: async (...asked) => {
      await (happening ??= happens());
      return blobs.remove(...asked);
    },
  };
}

test('what is put while the others of its batch are removed stays', async () => {
  const [other, again] = [await kept(), await kept()];
  await discard([other, again]);
  const putting = meanwhile(() => blobs.put(Readable.from([Buffer.from(`content ${serial}`)]), { bytesMax: 100 }));
  expect(await sweepDiscardedContents({ db: opened.db, blobs: putting, stopping }, bounds)).toBe(1);
  expect([await blobs.has(other), await blobs.has(again), await waiting()]).toEqual([false, true, [again]]);
});

test('a content that the store does not remove keeps no other from going, and is tried again', async () => {
  const contents = [await kept(), await kept(), await kept()].toSorted();
  await discard(contents);
  const [failing = ''] = contents;
  const remove: BlobStore['remove'] = async (sha256, olderThanMs) => {
    if (sha256 === failing) throw new Error('disk');
    return blobs.remove(sha256, olderThanMs);
  };
  const swept = sweepDiscardedContents({ db: opened.db, blobs: { ...blobs, remove }, stopping }, bounds);
  await expect(swept).rejects.toThrow('disk');
  expect([await blobs.has(failing), await waiting()]).toEqual([true, [failing]]);
  expect(await sweep()).toBe(1);
});

const names = (count: number): string[] =>
  Array.from({ length: count }, (_, number) => String(number).padStart(64, '0'));

/** How often the database is asked. */
async function statementsOf(sweeping: Partial<typeof bounds> = {}): Promise<number> {
  let statements = 0;
  const counted = opened.db.withPlugin({
    transformQuery: ({ node }) => {
      statements += 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  await sweepDiscardedContents({ db: counted, blobs, stopping }, { ...bounds, ...sweeping });
  expect(await waiting()).toEqual([]);
  return statements;
}

test('the database is asked as often for 500 contents as for one', async () => {
  await discard(names(1));
  const once = await statementsOf();
  await discard(names(500));
  expect(await statementsOf()).toBe(once);
  await discard(names(501));
  expect(await statementsOf()).toBeGreaterThan(once);
});

test('a batch that takes too long is cut, and the next one goes on with the rest', async () => {
  await discard(names(40));
  const whole = await statementsOf();
  await discard(names(40));
  expect(await statementsOf({ removingMs: 0 })).toBeGreaterThan(whole);
});

test('a server that stops begins no batch', async () => {
  await discard(names(1));
  await sweepDiscardedContents({ db: opened.db, blobs, stopping: AbortSignal.abort() }, bounds);
  expect(await waiting()).toEqual(names(1));
});

test('more contents are discarded at once than a statement takes values', async () => {
  await opened.db.transaction().execute((trx) => discardContents(trx, names(70_000)));
  expect(await waiting()).toHaveLength(70_000);
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
    const others = ['0'.repeat(64), 'a'.repeat(40)];
    expect(await listReferredContents(trx, [sha256, ...others])).toEqual([]);
    await sql`insert into ${sql.table(table)} (${sql.join(names)}) values (${sql.join(values)})`.execute(trx);
    expect(await listReferredContents(trx, [sha256, ...others])).toEqual([sha256]);
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
