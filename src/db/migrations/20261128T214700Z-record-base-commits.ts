import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table runs add column base_commit_sha text`.execute(db);
  await sql`
    create index runs_references_idx on runs (repository_id, platform, branch, id desc)
      where ended = 'completed'`.execute(db);
}
