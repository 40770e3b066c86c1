import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table domains (
      id integer generated always as identity primary key,
      slug text not null constraint domains_slug_key unique check (slug ~ '^[a-z0-9_-]{1,64}$'),
      created_at timestamptz not null default now()
    )`.execute(db);
  await sql`insert into domains (slug) values ('default')`.execute(db);
  await sql`
    create table accounts (
      id integer generated always as identity primary key,
      domain_id integer not null references domains,
      name text not null,
      email text not null,
      password_hash text not null,
      role text not null check (role in ('admin', 'contributor', 'tester', 'user')),
      operator boolean not null default false,
      read_only boolean not null default false,
      github_login text,
      created_at timestamptz not null default now(),
      deactivated_at timestamptz
    )`.execute(db);
  await sql`create unique index accounts_email_key on accounts (lower(email))`.execute(db);
  await sql`create unique index accounts_domain_id_name_key on accounts (domain_id, lower(name))`.execute(db);
  await sql`create index accounts_domain_id_idx on accounts (domain_id, id)`.execute(db);
  await sql`
    create table setup_tokens (
      id integer generated always as identity primary key,
      digest bytea not null,
      created_at timestamptz not null default now()
    )`.execute(db);
  await sql`
    create table api_tokens (
      id integer generated always as identity primary key,
      account_id integer not null references accounts,
      token_name text not null,
      token_prefix text not null constraint api_tokens_token_prefix_key unique,
      lookup bytea not null constraint api_tokens_lookup_key unique,
      lookup_kid text not null,
      token_hash text not null,
      scopes text[] not null,
      created_at timestamptz not null default now(),
      expires_at timestamptz not null,
      revoked_at timestamptz,
      holds_name boolean not null default true
    )`.execute(db);
  await sql`create unique index api_tokens_account_id_token_name_key on api_tokens (account_id, token_name) where holds_name`.execute(
    db,
  );
  await sql`create index api_tokens_account_id_idx on api_tokens (account_id, id desc)`.execute(db);
  await sql`
    create table login_attempts (
      id bigint generated always as identity primary key,
      address_key text not null,
      account_key bytea not null,
      attempted_at timestamptz not null default now()
    )`.execute(db);
  await sql`create index login_attempts_address_key_idx on login_attempts (address_key, attempted_at)`.execute(db);
  await sql`create index login_attempts_account_key_idx on login_attempts (account_key, attempted_at)`.execute(db);
  await sql`
    create table repositories (
      id integer generated always as identity primary key,
      domain_id integer not null references domains,
      name text not null,
      default_branch text not null,
      created_at timestamptz not null default now()
    )`.execute(db);
  await sql`create unique index repositories_domain_id_name_key on repositories (domain_id, lower(name))`.execute(db);
}
