import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table baseline_approval_outputs alter column sha256 drop not null`.execute(db);
  await sql`alter table baseline_approval_variants add column accepted boolean not null default false`.execute(db);
}
