import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table repositories add column registered boolean not null default true`.execute(db);
}
