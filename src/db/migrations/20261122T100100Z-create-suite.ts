import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table samples (
      id integer generated always as identity primary key,
      domain_id integer not null references domains,
      sha256 text not null,
      size_bytes bigint not null,
      original_name text not null,
      extension text not null,
      account_id integer not null references accounts,
      created_at timestamptz not null default now(),
      constraint samples_domain_id_sha256_key unique (domain_id, sha256)
    )`.execute(db);
  await sql`
    create table tags (
      id integer generated always as identity primary key,
      domain_id integer not null references domains,
      name text not null,
      description text not null default ''
    )`.execute(db);
  await sql`create unique index tags_domain_id_name_key on tags (domain_id, lower(name))`.execute(db);
  await sql`
    create table sample_tags (
      sample_id integer not null references samples on delete cascade,
      tag_id integer not null references tags on delete cascade,
      primary key (sample_id, tag_id)
    )`.execute(db);
  await sql`create index sample_tags_tag_id_idx on sample_tags (tag_id)`.execute(db);
  await sql`
    create table categories (
      id integer generated always as identity primary key,
      domain_id integer not null references domains,
      name text not null,
      description text not null default ''
    )`.execute(db);
  await sql`create unique index categories_domain_id_name_key on categories (domain_id, lower(name))`.execute(db);
  await sql`
    create table regression_tests (
      id integer generated always as identity primary key,
      domain_id integer not null references domains,
      sample_id integer not null references samples,
      command text not null,
      input_type text not null,
      output_type text not null,
      expected_rc integer not null,
      description text not null,
      active boolean not null,
      timeout_ms integer not null,
      created_at timestamptz not null default now()
    )`.execute(db);
  await sql`create index regression_tests_domain_id_idx on regression_tests (domain_id, id)`.execute(db);
  await sql`create index regression_tests_sample_id_idx on regression_tests (sample_id)`.execute(db);
  await sql`
    create table regression_test_categories (
      regression_test_id integer not null references regression_tests on delete cascade,
      category_id integer not null references categories,
      primary key (regression_test_id, category_id)
    )`.execute(db);
  await sql`create index regression_test_categories_category_id_idx on regression_test_categories (category_id)`.execute(
    db,
  );
  await sql`
    create table expected_outputs (
      id integer generated always as identity primary key,
      regression_test_id integer not null references regression_tests on delete cascade,
      expected_filename text not null,
      correct_extension text not null,
      ignore boolean not null default false,
      constraint expected_outputs_regression_test_id_expected_filename_key unique (regression_test_id, expected_filename)
    )`.execute(db);
  await sql`
    create table variants (
      id integer generated always as identity primary key,
      expected_output_id integer not null references expected_outputs on delete cascade,
      platform text,
      sha256 text not null,
      account_id integer not null references accounts,
      created_at timestamptz not null default now(),
      constraint variants_expected_output_id_platform_sha256_key unique nulls not distinct (expected_output_id, platform, sha256)
    )`.execute(db);
  await sql`
    create table builds (
      id integer generated always as identity primary key,
      domain_id integer not null references domains,
      repository_id integer not null references repositories,
      commit_sha text not null check (commit_sha ~ '^[0-9a-f]{40}$'),
      platform text not null,
      entry_point text not null,
      arguments text not null,
      sha256 text not null,
      size_bytes bigint not null,
      account_id integer not null references accounts,
      created_at timestamptz not null default now(),
      constraint builds_repository_id_commit_sha_platform_key unique (repository_id, commit_sha, platform)
    )`.execute(db);
  await sql`create index builds_domain_id_idx on builds (domain_id, id)`.execute(db);
}
