import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '../../db/database.ts';
import type { Platform } from '../../principal.ts';
import type { WorkerRow } from './workers.table.ts';

export async function findWorkerByLookup(
  db: Kysely<Database>,
  lookups: readonly Buffer[],
): Promise<WorkerRow | undefined> {
  return db
    .selectFrom('workers')
    .selectAll()
    .where('lookup', 'in', lookups)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
}

export async function findLeaseByLookup(db: Kysely<Database>, lookups: readonly Buffer[], leaseId: number) {
  return db
    .selectFrom('leases')
    .select(['id', 'run_id', 'attempt', 'worker_id'])
    .where('lookup', 'in', lookups)
    .where('id', '=', leaseId)
    .executeTakeFirst();
}

export interface NewWorker {
  readonly name: string;
  readonly platforms: Platform[];
  readonly lookup: Buffer;
  readonly lookup_kid: string;
}

export async function insertWorker(db: Kysely<Database>, worker: NewWorker): Promise<WorkerRow> {
  return db.insertInto('workers').values(worker).returningAll().executeTakeFirstOrThrow();
}

const isLive = (leaseMs: number) =>
  sql<boolean>`coalesce(last_seen_at > now() - make_interval(secs => ${leaseMs / 1000}), false)`;

export async function listWorkersPage(db: Kysely<Database>, page: { limit: number; offset: number }, leaseMs: number) {
  return db
    .selectFrom('workers')
    .selectAll()
    .select(isLive(leaseMs).as('live'))
    .orderBy('id')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
}

export async function countWorkers(db: Kysely<Database>): Promise<number> {
  const { count } = await db
    .selectFrom('workers')
    .select((e) => e.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** True when the worker exists, revoked now or before. */
export async function updateWorkerRevoked(db: Kysely<Database>, workerId: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('workers')
    .set((e) => ({ revoked_at: e.fn.coalesce('revoked_at', sql<string>`now()`) }))
    .where('id', '=', workerId)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Undefined when the worker was revoked; otherwise nobody revokes it before the transaction ends. */
export async function findEnrolledWorkerForShare(
  trx: Transaction<Database>,
  workerId: number,
): Promise<number | undefined> {
  const worker = await trx
    .selectFrom('workers')
    .select('id')
    .where('id', '=', workerId)
    .where('revoked_at', 'is', null)
    .forShare()
    .executeTakeFirst();
  return worker?.id;
}

export interface WorkerOffer {
  readonly input_types: WorkerRow['input_types'];
  readonly output_types: WorkerRow['output_types'];
  readonly sandbox: string | null;
}

/** Every claim and heartbeat says that the worker lives, unless it was revoked; a claim also says what it offers. */
export async function updateWorkerSeen(db: Kysely<Database>, workerId: number, offer?: WorkerOffer): Promise<void> {
  await db
    .updateTable('workers')
    .set({ last_seen_at: sql<string>`now()`, ...offer })
    .where('id', '=', workerId)
    .where('revoked_at', 'is', null)
    .execute();
}
