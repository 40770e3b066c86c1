import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '../../db/database.ts';
import type { ForgeReportRow } from './reports.table.ts';

type Db = Kysely<Database>;
type Trx = Transaction<Database>;

export interface ChangedRun {
  readonly id: number;
  readonly domain_id: number;
  readonly repository_id: number;
  readonly pr_number: number | null;
}

/** One row each, whatever came before: what is still to be told is told once. */
export async function upsertRunReport(trx: Trx, { id, domain_id, repository_id }: ChangedRun): Promise<void> {
  await sql`
    insert into forge_reports as report (domain_id, repository_id, run_id)
    values (${domain_id}, ${repository_id}, ${id})
    on conflict (run_id) where run_id is not null do update set ${changed}`.execute(trx);
}

export async function upsertPullRequestReport(
  trx: Trx,
  { domain_id, repository_id, pr_number }: ChangedRun,
): Promise<void> {
  await sql`
    insert into forge_reports as report (domain_id, repository_id, pr_number)
    values (${domain_id}, ${repository_id}, ${pr_number})
    on conflict (domain_id, repository_id, pr_number) where pr_number is not null do update set ${changed}`.execute(
    trx,
  );
}

/** Whoever tells the last revision goes on undisturbed; this one is told after it. */
const changed = sql`
  revision = report.revision + 1, changed_at = now(),
  attempts = case when report.told_revision = report.revision then 0 else report.attempts end,
  next_attempt_at = case when report.told_revision = report.revision then now() else report.next_attempt_at end`;

const spanOf = (milliseconds: number) => sql<string>`${milliseconds} * interval '1 millisecond'`;

/** The report that is due longest, as this process's to tell for `leaseMs`; what changed before `lifeMs` is not told. */
export async function claimDueReport(
  db: Db,
  { leaseMs, lifeMs }: { readonly leaseMs: number; readonly lifeMs: number },
): Promise<ForgeReportRow | undefined> {
  return db
    .with('due', (eb) =>
      eb
        .selectFrom('forge_reports')
        .select('id')
        .where(sql<boolean>`told_revision < revision`)
        .where('next_attempt_at', '<=', sql<string>`now()`)
        .where('changed_at', '>', sql<string>`now() - ${spanOf(lifeMs)}`)
        .orderBy('next_attempt_at')
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .updateTable('forge_reports')
    .set((eb) => ({
      attempts: eb('attempts', '+', 1),
      next_attempt_at: sql<string>`now() + ${spanOf(leaseMs)}`,
    }))
    .where('id', 'in', (eb) => eb.selectFrom('due').select('id'))
    .returningAll()
    .executeTakeFirst();
}

/** What has changed since it was claimed is due at once. */
export async function updateReportTold(db: Db, { id, revision }: ForgeReportRow): Promise<void> {
  await db
    .updateTable('forge_reports')
    .set({ told_revision: revision, attempts: 0, next_attempt_at: sql<string>`now()` })
    .where('id', '=', id)
    .execute();
}

/** It was not told, and is to be tried again after so long. */
export async function updateReportPutOff(db: Db, { id }: ForgeReportRow, waitMs: number): Promise<void> {
  await db
    .updateTable('forge_reports')
    .set({ next_attempt_at: sql<string>`now() + ${spanOf(waitMs)}` })
    .where('id', '=', id)
    .execute();
}

/** At most 1,000 at a time, so that none takes long. */
export async function deleteOldReports(db: Db, olderThanMs: number): Promise<void> {
  await db
    .deleteFrom('forge_reports')
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('forge_reports')
        .select('id')
        .where('changed_at', '<', sql<string>`now() - ${spanOf(olderThanMs)}`)
        .limit(1000),
    )
    .execute();
}
