import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table platforms (
      name text primary key,
      disabled boolean not null default false,
      reason text,
      account_id integer references accounts,
      changed_at timestamptz
    )`.execute(db);
  await sql`insert into platforms (name) values ('linux'), ('windows')`.execute(db);
}
