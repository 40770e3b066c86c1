import { sql, type Insertable, type Kysely, type Transaction } from 'kysely';
import type { Database } from '../../db/database.ts';
import type { LeasePrincipal } from '../../principal.ts';
import type { LeaseRow, LeasesTable } from './workers.table.ts';

type Trx = Transaction<Database>;

const fromNow = (ms: number) => sql<string>`now() + make_interval(secs => ${ms / 1000})`;

export type NewLease = Omit<Insertable<LeasesTable>, 'expires_at' | 'log_offset' | 'released_at'>;

/** The log goes on where it stands: numbers of this lease's lines count from there. */
export async function insertLease(trx: Trx, lease: NewLease, leaseMs: number): Promise<LeaseRow> {
  const log_offset = sql<number>`(select coalesce(max(line) + 1, 0) from log_lines where run_id = ${lease.run_id})`;
  return trx
    .insertInto('leases')
    .values({ ...lease, expires_at: fromNow(leaseMs), log_offset })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/**
 * The lease while it is held by the database's clock and its worker is enrolled. The caller holds the run's lock: nobody
 * else takes the lease meanwhile.
 */
export async function findHeldLease(trx: Trx, lease: LeasePrincipal): Promise<LeaseRow | undefined> {
  return trx
    .selectFrom('leases')
    .innerJoin('runs', 'runs.id', 'leases.run_id')
    .innerJoin('workers', 'workers.id', 'leases.worker_id')
    .selectAll('leases')
    .where('leases.id', '=', lease.leaseId)
    .where('leases.run_id', '=', lease.runId)
    .where('leases.released_at', 'is', null)
    .where('leases.expires_at', '>', sql<string>`clock_timestamp()`)
    .where('workers.revoked_at', 'is', null)
    .whereRef('runs.attempt', '=', 'leases.attempt')
    .where('runs.status', '=', 'running')
    .executeTakeFirst();
}

/** Renews a held lease; undefined when it is no longer held: one guarded statement, so a lost lease cannot come back. */
export async function updateLeaseRenewed(
  db: Kysely<Database>,
  leaseId: number,
  leaseMs: number,
): Promise<string | undefined> {
  const row = await db
    .updateTable('leases')
    .from('workers')
    .set({ expires_at: fromNow(leaseMs) })
    .whereRef('workers.id', '=', 'leases.worker_id')
    .where('workers.revoked_at', 'is', null)
    .where('leases.id', '=', leaseId)
    .where('leases.released_at', 'is', null)
    .where('leases.expires_at', '>', sql<string>`now()`)
    .returning('leases.expires_at')
    .executeTakeFirst();
  return row?.expires_at;
}

export async function updateLeaseReleased(trx: Trx, runId: number): Promise<void> {
  await trx
    .updateTable('leases')
    .set({ released_at: sql<string>`now()` })
    .where('run_id', '=', runId)
    .where('released_at', 'is', null)
    .execute();
}

/** Runs whose lease ran out, or whose worker was revoked; each is taken up under its own lock. */
export async function listRunsWithLostLease(db: Kysely<Database>, limit: number): Promise<number[]> {
  const rows = await db
    .selectFrom('leases')
    .innerJoin('workers', 'workers.id', 'leases.worker_id')
    .select('leases.run_id')
    .where('leases.released_at', 'is', null)
    .where((e) => e.or([e('leases.expires_at', '<=', sql<string>`now()`), e('workers.revoked_at', 'is not', null)]))
    .orderBy('leases.expires_at')
    .limit(limit)
    .execute();
  return rows.map((row) => row.run_id);
}

export interface LostLease {
  /** Name of the worker. */
  readonly worker: string;
  /** Otherwise the lease ran out. */
  readonly revoked: boolean;
}

/** The run's lease if it is lost; undefined when it is held, released or was never given. */
export async function findLostLease(trx: Trx, runId: number): Promise<LostLease | undefined> {
  return trx
    .selectFrom('leases')
    .innerJoin('workers', 'workers.id', 'leases.worker_id')
    .select('workers.name as worker')
    .select((e) => e('workers.revoked_at', 'is not', null).$castTo<boolean>().as('revoked'))
    .where('leases.run_id', '=', runId)
    .where('leases.released_at', 'is', null)
    .where((e) =>
      e.or([e('leases.expires_at', '<=', sql<string>`clock_timestamp()`), e('workers.revoked_at', 'is not', null)]),
    )
    .executeTakeFirst();
}

/** Time in which no server listened does not count against workers: nobody else can have taken their runs. */
export async function updateHeldLeasesExtended(db: Kysely<Database>, leaseMs: number): Promise<void> {
  await db
    .updateTable('leases')
    .set({ expires_at: sql<string>`greatest(expires_at, ${fromNow(leaseMs)})` })
    .where('released_at', 'is', null)
    .execute();
}

export async function findLeaseEnd(db: Kysely<Database>, lease: LeasePrincipal) {
  return db
    .selectFrom('leases')
    .innerJoin('runs', 'runs.id', 'leases.run_id')
    .select(['leases.expires_at', 'leases.released_at', 'runs.status', 'runs.attempt', 'runs.ended'])
    .select('runs.lost_attempts')
    .where('leases.id', '=', lease.leaseId)
    .where('leases.attempt', '=', lease.attempt)
    .executeTakeFirst();
}

export type LeaseEnd = NonNullable<Awaited<ReturnType<typeof findLeaseEnd>>>;
