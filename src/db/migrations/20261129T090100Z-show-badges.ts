import { sql, type Kysely } from 'kysely';

/** Of the runs so far nobody can tell whether their tests were chosen: none counts until the next. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table repositories add column public_badge boolean not null default false`.execute(db);
  await sql`alter table runs add column whole_suite boolean not null default false`.execute(db);
  await sql`
    create index runs_latest_whole_idx on runs (repository_id, branch, platform, id desc)
      where whole_suite and pr_number is null and ended <> 'canceled'`.execute(db);
}
