import { sql } from 'kysely';
import { Readable } from 'node:stream';
import { migrate } from '../db/migrator.ts';
import type { OpenDatabase } from '../db/open-database.ts';
import { listTables } from '../db/whole-database.ts';
import type { BlobStore } from '../storage/blob-store.ts';
import { insertLease, insertResult, insertRun, insertTenant, insertTest, planTest } from './run-fixture.ts';

export interface Installation {
  readonly db: OpenDatabase['db'];
  readonly blobs: BlobStore;
}

const contentBytesMax = 10_000_000;

export async function putContent({ blobs }: Pick<Installation, 'blobs'>, content: string): Promise<string> {
  return (await blobs.put(Readable.from([Buffer.from(content)]), { bytesMax: contentBytesMax })).sha256;
}

/** Every row of every table as its text, and the size of every content that is whole. */
export async function wholeInstallation({ db, blobs }: Installation): Promise<Record<string, readonly string[]>> {
  const whole: Record<string, readonly string[]> = {};
  for (const table of await listTables(db)) {
    const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.table(table)} t`.execute(db);
    whole[table] = rows.map(({ row }) => row).sort();
  }
  const contents: string[] = [];
  for await (const { sha256 } of blobs.list())
    contents.push(`${sha256} ${(await blobs.readAll(sha256, contentBytesMax))?.length}`);
  return { ...whole, contents };
}

/**
 * With values that a careless copy would change: microseconds, bytes, lists, quotes, line ends, and an id that was
 * given and is gone. Whatever it names is in the store, but the sample of the fixture.
 */
export async function fillInstallation(one: Installation): Promise<void> {
  const { db } = one;
  await migrate(db);
  const tenant = await insertTenant(db, 'own');
  const place = await insertTest(db, tenant);
  const run = await insertRun(db, tenant);
  await planTest(db, run.id, tenant, place);
  const produced = await putContent(one, 'produced\n');
  const judged = { sha256: produced, size_bytes: 9, status: 'fail', class: 'not_compared' } as const;
  await insertResult(db, run.id, place, { status: 'fail' }, judged);
  await db
    .updateTable('planned_outputs')
    .set({ variant_sha256s: [await putContent(one, 'variant'), produced] })
    .execute();
  await db
    .updateTable('builds')
    .set({ sha256: await putContent(one, 'build'.repeat(100_000)) })
    .execute();
  await insertLease(db, run);
  await sql`update runs set created_at = '2026-01-02 03:04:05.678901+02'`.execute(db);
  await sql`insert into log_lines (run_id, line, attempt, at, level, source, message)
    select ${run.id}, n, 1, now(), 'info', 'worker', ${'a "quoted"\\ line\nand \u2028 ünïcode 😀 \t'} || n
    from generate_series(1, 1200) n`.execute(db);
  const { id } = await db.insertInto('domains').values({ slug: 'gone' }).returning('id').executeTakeFirstOrThrow();
  await db.deleteFrom('domains').where('id', '=', id).execute();
}
