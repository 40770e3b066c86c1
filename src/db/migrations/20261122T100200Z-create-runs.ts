import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table workers (
      id integer generated always as identity primary key,
      name text not null constraint workers_name_key unique,
      platforms text[] not null,
      lookup bytea not null constraint workers_lookup_key unique,
      lookup_kid text not null,
      input_types text[] not null default '{}',
      output_types text[] not null default '{}',
      sandbox text,
      created_at timestamptz not null default now(),
      last_seen_at timestamptz,
      revoked_at timestamptz
    ) with (fillfactor = 80)`.execute(db);
  await sql`
    create table runs (
      id integer generated always as identity primary key,
      domain_id integer not null references domains,
      repository_id integer not null references repositories,
      build_id integer not null references builds,
      account_id integer not null references accounts,
      commit_sha text not null,
      platform text not null,
      branch text not null,
      pr_number integer,
      status text not null check (status in ('queued', 'running', 'pass', 'fail', 'canceled', 'incomplete', 'error')),
      ended text check (ended in ('canceled', 'infrastructure', 'completed')),
      attempt integer not null default 0,
      lost_attempts integer not null default 0,
      required_types text[] not null,
      planned_count integer not null check (planned_count > 0),
      reported_count integer not null default 0,
      pass_count integer not null default 0,
      fail_count integer not null default 0,
      missing_output_count integer not null default 0,
      skipped_count integer not null default 0,
      error_count integer not null default 0,
      duration_ms bigint,
      created_at timestamptz not null default now(),
      queued_at timestamptz not null,
      started_at timestamptz,
      completed_at timestamptz,
      constraint runs_open_check check ((ended is null) = (status in ('queued', 'running'))),
      constraint runs_counts_check check (reported_count = pass_count + fail_count + missing_output_count + skipped_count and reported_count <= planned_count),
      constraint runs_pass_check check (status <> 'pass' or pass_count = planned_count)
    ) with (fillfactor = 80)`.execute(db);
  await sql`create index runs_domain_id_created_at_idx on runs (domain_id, created_at desc, id desc)`.execute(db);
  await sql`create index runs_domain_id_status_idx on runs (domain_id, status, created_at desc, id desc)`.execute(db);
  await sql`create index runs_repository_id_idx on runs (repository_id, commit_sha)`.execute(db);
  await sql`create index runs_queued_idx on runs (platform, queued_at, id) where status = 'queued'`.execute(db);
  await sql`
    create table planned_tests (
      run_id integer not null references runs,
      regression_test_id integer not null references regression_tests,
      sample_id integer not null references samples,
      sample_sha256 text not null,
      sample_name text not null,
      sample_size_bytes bigint not null,
      command text not null,
      input_type text not null,
      output_type text not null,
      expected_rc integer not null,
      timeout_ms integer not null,
      primary key (run_id, regression_test_id)
    )`.execute(db);
  await sql`create index planned_tests_regression_test_id_idx on planned_tests (regression_test_id, run_id desc)`.execute(
    db,
  );
  await sql`
    create table planned_outputs (
      run_id integer not null,
      regression_test_id integer not null,
      output_id integer not null references expected_outputs,
      filename text not null,
      ignore boolean not null,
      baseline_sha256 text,
      variant_sha256s text[] not null,
      primary key (run_id, regression_test_id, output_id),
      foreign key (run_id, regression_test_id) references planned_tests
    )`.execute(db);
  await sql`
    create table run_events (
      id bigint generated always as identity primary key,
      run_id integer not null references runs,
      at timestamptz not null default clock_timestamp(),
      status text not null,
      message text not null,
      step integer not null,
      attempt integer not null
    )`.execute(db);
  await sql`create index run_events_run_id_idx on run_events (run_id, id)`.execute(db);
  await sql`
    create table idempotency_keys (
      account_id integer not null references accounts,
      operation text not null,
      key text not null,
      request_sha256 bytea not null,
      run_id integer not null references runs,
      created_at timestamptz not null default now(),
      primary key (account_id, operation, key)
    )`.execute(db);
  await sql`
    create table results (
      run_id integer not null,
      regression_test_id integer not null,
      attempt integer not null,
      status text not null check (status in ('pass', 'fail', 'missing_output', 'skipped')),
      exit_code integer,
      runtime_ms bigint not null,
      timed_out boolean not null default false,
      skip_reason text,
      reported_at timestamptz not null default now(),
      primary key (run_id, regression_test_id),
      foreign key (run_id, regression_test_id) references planned_tests,
      constraint results_skipped_check check ((status = 'skipped') = (exit_code is null) and (skip_reason is null) = (exit_code is not null))
    )`.execute(db);
  await sql`create index results_regression_test_id_idx on results (regression_test_id, run_id desc)`.execute(db);
  await sql`
    create table result_outputs (
      run_id integer not null,
      regression_test_id integer not null,
      output_id integer not null,
      sha256 text,
      size_bytes bigint,
      status text not null,
      class text not null,
      primary key (run_id, regression_test_id, output_id),
      foreign key (run_id, regression_test_id) references results on delete cascade,
      foreign key (run_id, regression_test_id, output_id) references planned_outputs
    )`.execute(db);
  await sql`
    create table leases (
      id integer generated always as identity primary key,
      run_id integer not null references runs,
      worker_id integer not null references workers,
      attempt integer not null,
      lookup bytea not null constraint leases_lookup_key unique,
      lookup_kid text not null,
      created_at timestamptz not null default now(),
      expires_at timestamptz not null,
      released_at timestamptz,
      log_offset integer not null,
      constraint leases_run_id_attempt_key unique (run_id, attempt)
    ) with (fillfactor = 70)`.execute(db);
  await sql`create unique index leases_held_key on leases (run_id) where released_at is null`.execute(db);
  await sql`create index leases_expires_at_idx on leases (expires_at) where released_at is null`.execute(db);
  await sql`
    create table log_lines (
      run_id integer not null references runs,
      line integer not null,
      attempt integer not null,
      at timestamptz not null,
      level text not null,
      source text not null,
      message text not null,
      regression_test_id integer,
      primary key (run_id, line)
    )`.execute(db);
  await sql`
    create table baseline_approvals (
      id integer generated always as identity primary key,
      domain_id integer not null references domains,
      run_id integer not null references runs,
      account_id integer not null references accounts,
      comment text,
      platform text,
      status_before text not null,
      status_after text not null,
      created_at timestamptz not null default now()
    )`.execute(db);
  await sql`create index baseline_approvals_run_id_idx on baseline_approvals (run_id, id desc)`.execute(db);
  await sql`
    create table baseline_approval_outputs (
      approval_id integer not null references baseline_approvals,
      regression_test_id integer not null references regression_tests,
      expected_output_id integer not null references expected_outputs,
      previous_sha256 text,
      sha256 text not null,
      primary key (approval_id, expected_output_id)
    )`.execute(db);
  await sql`
    create table baselines (
      id integer generated always as identity primary key,
      expected_output_id integer not null references expected_outputs,
      platform text,
      sha256 text not null,
      approval_id integer not null references baseline_approvals,
      created_at timestamptz not null default now(),
      superseded_at timestamptz
    )`.execute(db);
  await sql`create unique index baselines_applying_key on baselines (expected_output_id, platform) nulls not distinct where superseded_at is null`.execute(
    db,
  );
}
