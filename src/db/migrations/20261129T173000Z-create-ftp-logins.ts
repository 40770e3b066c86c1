import { sql, type Kysely } from 'kysely';

/** The password is in no row: it follows from the user name and the key that `key_id` names. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table ftp_logins (
      account_id integer primary key references accounts on delete cascade,
      username text not null unique,
      key_id text not null,
      created_at timestamptz not null default now()
    )`.execute(db);
}
