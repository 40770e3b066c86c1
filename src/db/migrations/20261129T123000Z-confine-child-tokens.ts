import { sql, type Kysely } from 'kysely';

/** A child reaches one repository, one run, or all that its parent does, and may have a number of calls. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table api_tokens
      add column repository_id integer references repositories,
      add column run_id integer,
      add column calls_left integer check (calls_left >= 0),
      add constraint api_tokens_confined_check
        check ((repository_id is null and run_id is null and calls_left is null)
          or (kind = 'token' and parent_id is not null))`.execute(db);
}
