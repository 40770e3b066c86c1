import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table forbidden_extensions (
      extension text collate "C" primary key check (extension ~ '^[a-z0-9]{1,32}$'),
      account_id integer not null references accounts,
      created_at timestamptz not null default now()
    )`.execute(db);
}
