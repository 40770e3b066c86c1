import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table deprecated_items (
      item text primary key,
      recording_began_at timestamptz not null default now()
    )`.execute(db);
  await sql`
    create table deprecated_uses (
      domain_id integer not null references domains on delete cascade,
      item text not null references deprecated_items,
      token_id integer not null references api_tokens on delete cascade,
      client text not null,
      operation_id text not null,
      use_count bigint not null check (use_count > 0),
      first_used_at timestamptz not null,
      last_used_at timestamptz not null check (last_used_at >= first_used_at),
      primary key (domain_id, item, token_id, client, operation_id)
    )`.execute(db);
  await sql`create index deprecated_uses_token_id_item_idx on deprecated_uses (token_id, item)`.execute(db);
}
