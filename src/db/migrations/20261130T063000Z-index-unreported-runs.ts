import { sql, type Kysely } from 'kysely';

/** For the history of a sample: the few runs that left a test without a result. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create index runs_unreported_idx on runs (domain_id, id desc) include (platform, branch, created_at)
    where reported_count < planned_count`.execute(db);
}
