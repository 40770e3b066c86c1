-- Written by npm run generate from the migrations. Never edited.

create table accounts (
  id integer not null generated always as identity,
  domain_id integer not null,
  name text not null,
  email text not null,
  password_hash text not null,
  role text not null,
  operator boolean not null default false,
  read_only boolean not null default false,
  github_login text,
  created_at timestamp with time zone not null default now(),
  deactivated_at timestamp with time zone,
  github_user_id bigint,
  github_link_changes integer not null default 0
);

create table api_token_usage (
  token_id integer not null,
  last_used_at timestamp with time zone not null
);

create table api_tokens (
  id integer not null generated always as identity,
  account_id integer not null,
  token_name text not null,
  token_prefix text not null,
  lookup bytea not null,
  lookup_kid text not null,
  token_hash text not null,
  scopes text[] not null,
  created_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  holds_name boolean not null default true,
  kind text not null default 'token'::text,
  parent_id integer,
  ends_at timestamp with time zone,
  repository_id integer,
  run_id integer,
  calls_left integer,
  peer_token bytea
);

create table awaited_runs (
  id integer not null generated always as identity,
  domain_id integer not null,
  repository_id integer not null,
  commit_sha text not null,
  platform text not null,
  branch text not null,
  base_commit_sha text,
  pr_number integer,
  github_user_id bigint,
  created_at timestamp with time zone not null default now()
);

create table baseline_approval_exit_codes (
  approval_id integer not null,
  regression_test_id integer not null,
  platform text,
  previous_rc integer,
  expected_rc integer
);

create table baseline_approval_outputs (
  approval_id integer not null,
  regression_test_id integer not null,
  expected_output_id integer not null,
  previous_sha256 text,
  sha256 text,
  planned_sha256 text
);

create table baseline_approval_variants (
  approval_id integer not null,
  expected_output_id integer not null,
  platform text,
  sha256 text not null,
  accepted boolean not null default false
);

create table baseline_approvals (
  id integer not null generated always as identity,
  domain_id integer not null,
  run_id integer,
  account_id integer not null,
  comment text,
  platform text,
  status_before text,
  status_after text,
  created_at timestamp with time zone not null default now()
);

create table baseline_undos (
  approval_id integer not null,
  account_id integer not null,
  comment text,
  status_before text,
  status_after text,
  created_at timestamp with time zone not null default now()
);

create table baselines (
  id integer not null generated always as identity,
  expected_output_id integer not null,
  platform text,
  sha256 text not null,
  approval_id integer not null,
  created_at timestamp with time zone not null default now(),
  superseded_at timestamp with time zone,
  superseded_by integer
);

create table blocked_users (
  domain_id integer not null,
  github_user_id bigint not null,
  comment text not null,
  account_id integer not null,
  created_at timestamp with time zone not null default now()
);

create table builds (
  id integer not null generated always as identity,
  domain_id integer not null,
  repository_id integer not null,
  commit_sha text not null,
  platform text not null,
  entry_point text not null,
  arguments text not null,
  sha256 text not null,
  size_bytes bigint not null,
  account_id integer not null,
  created_at timestamp with time zone not null default now()
);

create table categories (
  id integer not null generated always as identity,
  domain_id integer not null,
  name text not null,
  description text not null default ''::text
);

create table deprecated_items (
  item text not null,
  recording_began_at timestamp with time zone not null default now()
);

create table deprecated_uses (
  domain_id integer not null,
  item text not null,
  token_id integer not null,
  client text not null,
  operation_id text not null,
  use_count bigint not null,
  first_used_at timestamp with time zone not null,
  last_used_at timestamp with time zone not null
);

create table discarded_contents (
  sha256 text not null,
  discarded_at timestamp with time zone not null default now()
);

create table domains (
  id integer not null generated always as identity,
  slug text not null,
  created_at timestamp with time zone not null default now()
);

create table expected_outputs (
  id integer not null generated always as identity,
  regression_test_id integer not null,
  expected_filename text not null,
  correct_extension text not null,
  ignore boolean not null default false
);

create table forbidden_extensions (
  extension text not null,
  account_id integer not null,
  created_at timestamp with time zone not null default now()
);

create table forge_reports (
  id bigint not null generated always as identity,
  domain_id integer not null,
  repository_id integer not null,
  run_id integer,
  pr_number integer,
  revision integer not null default 1,
  told_revision integer not null default 0,
  changed_at timestamp with time zone not null default now(),
  attempts integer not null default 0,
  next_attempt_at timestamp with time zone not null default now()
);

create table ftp_logins (
  account_id integer not null,
  username text not null,
  key_id text not null,
  created_at timestamp with time zone not null default now()
);

create table idempotency_keys (
  account_id integer not null,
  operation text not null,
  key text not null,
  request_sha256 bytea not null,
  run_id integer not null,
  created_at timestamp with time zone not null default now()
);

create table infrastructure_errors (
  id bigint not null generated always as identity,
  run_id integer not null,
  attempt integer not null,
  sample_id integer,
  type text not null,
  cause text not null,
  severity text not null,
  message text not null,
  stack text[] not null,
  occurred_at timestamp with time zone not null default clock_timestamp()
);

create table leases (
  id integer not null generated always as identity,
  run_id integer not null,
  worker_id integer not null,
  attempt integer not null,
  lookup bytea not null,
  lookup_kid text not null,
  created_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  released_at timestamp with time zone,
  log_offset integer not null
);

create table log_lines (
  run_id integer not null,
  line integer not null,
  attempt integer not null,
  at timestamp with time zone not null,
  level text not null,
  source text not null,
  message text not null,
  regression_test_id integer
);

create table login_attempts (
  id bigint not null generated always as identity,
  address_key text not null,
  account_key bytea not null,
  attempted_at timestamp with time zone not null default now()
);

create table media_infos (
  sample_id integer not null,
  attempts integer not null default 0,
  next_attempt_at timestamp with time zone not null default now(),
  lacks_program boolean not null default false,
  ended_at timestamp with time zone,
  outcome text,
  sha256 text,
  size_bytes bigint,
  tracks jsonb
);

create table outgoing_mails (
  id bigint not null generated always as identity,
  kind text not null,
  email text not null,
  message_id uuid not null default gen_random_uuid(),
  created_at timestamp with time zone not null default now(),
  attempts integer not null default 0,
  next_attempt_at timestamp with time zone not null default now(),
  ended_at timestamp with time zone,
  outcome text
);

create table planned_outputs (
  run_id integer not null,
  regression_test_id integer not null,
  output_id integer not null,
  filename text not null,
  ignore boolean not null,
  baseline_sha256 text,
  variant_sha256s text[] not null
);

create table planned_tests (
  run_id integer not null,
  regression_test_id integer not null,
  sample_id integer not null,
  sample_sha256 text not null,
  sample_name text not null,
  sample_size_bytes bigint not null,
  command text not null,
  input_type text not null,
  output_type text not null,
  expected_rc integer not null,
  timeout_ms integer not null
);

create table platform_exit_codes (
  regression_test_id integer not null,
  platform text not null,
  expected_rc integer not null
);

create table platforms (
  name text not null,
  disabled boolean not null default false,
  reason text,
  account_id integer,
  changed_at timestamp with time zone
);

create table preflight_audits (
  job_id uuid not null,
  position smallint not null,
  name text not null,
  result jsonb not null,
  reused_from_job_id uuid
);

create table preflight_fixes (
  id uuid not null,
  job_id uuid not null,
  domain_id integer not null,
  site_id integer not null,
  account_id integer not null,
  status text not null default 'in_progress'::text,
  fixes jsonb not null,
  sealed_token text,
  token_minted boolean not null,
  attempt integer not null default 0,
  lease_until timestamp with time zone,
  response_status integer,
  error_code text,
  error_message text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  started_at timestamp with time zone,
  ended_at timestamp with time zone
);

create table preflight_jobs (
  id uuid not null,
  domain_id integer not null,
  site_id integer not null,
  run_id integer,
  account_id integer not null,
  step text not null,
  status text not null default 'in_progress'::text,
  urls text[] not null,
  audits text[] not null,
  authentication_required boolean not null,
  sealed_token text,
  token_minted boolean not null,
  attempt integer not null default 0,
  lease_until timestamp with time zone,
  error_code text,
  error_message text,
  profiling jsonb,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  started_at timestamp with time zone,
  ended_at timestamp with time zone,
  expires_at timestamp with time zone not null default (now() + '7 days'::interval),
  verdict text,
  reuse boolean not null default true
);

create table preflight_pages (
  job_id uuid not null,
  position smallint not null,
  state text not null,
  status integer,
  final_url text,
  digest text,
  read_at timestamp with time zone not null default now()
);

create table promise_chains (
  id uuid not null default gen_random_uuid(),
  domain_id integer not null,
  account_id integer not null,
  site_id integer not null,
  token_id integer not null,
  purpose text not null,
  created_at timestamp with time zone not null default now(),
  ends_at timestamp with time zone not null,
  revoked_at timestamp with time zone
);

create table promise_tokens (
  id integer not null generated always as identity,
  chain_id uuid not null,
  kind text not null,
  lookup bytea not null,
  lookup_kid text not null,
  uses integer not null default 0,
  created_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null
);

create table queued_samples (
  id integer not null generated always as identity,
  domain_id integer not null,
  account_id integer not null,
  sha256 text not null,
  size_bytes bigint not null,
  original_name text not null,
  extension text not null,
  created_at timestamp with time zone not null default now(),
  is_text boolean not null default false
);

create table regression_test_categories (
  regression_test_id integer not null,
  category_id integer not null
);

create table regression_tests (
  id integer not null generated always as identity,
  domain_id integer not null,
  sample_id integer not null,
  command text not null,
  input_type text not null,
  output_type text not null,
  expected_rc integer not null,
  description text not null,
  active boolean not null,
  timeout_ms integer not null,
  created_at timestamp with time zone not null default now()
);

create table repositories (
  id integer not null generated always as identity,
  domain_id integer not null,
  name text not null,
  default_branch text not null,
  created_at timestamp with time zone not null default now(),
  registered boolean not null default true,
  public_badge boolean not null default false
);

create table result_outputs (
  run_id integer not null,
  regression_test_id integer not null,
  output_id integer not null,
  sha256 text,
  size_bytes bigint,
  status text not null,
  class text not null
);

create table results (
  run_id integer not null,
  regression_test_id integer not null,
  attempt integer not null,
  status text not null,
  exit_code integer,
  runtime_ms bigint not null,
  timed_out boolean not null default false,
  skip_reason text,
  reported_at timestamp with time zone not null default now()
);

create table run_events (
  id bigint not null generated always as identity,
  run_id integer not null,
  at timestamp with time zone not null default clock_timestamp(),
  status text not null,
  message text not null,
  step integer not null,
  attempt integer not null
);

create table runs (
  id integer not null generated always as identity,
  domain_id integer not null,
  repository_id integer not null,
  build_id integer not null,
  account_id integer not null,
  commit_sha text not null,
  platform text not null,
  branch text not null,
  pr_number integer,
  status text not null,
  ended text,
  attempt integer not null default 0,
  lost_attempts integer not null default 0,
  required_types text[] not null,
  planned_count integer not null,
  reported_count integer not null default 0,
  pass_count integer not null default 0,
  fail_count integer not null default 0,
  missing_output_count integer not null default 0,
  skipped_count integer not null default 0,
  error_count integer not null default 0,
  duration_ms bigint,
  created_at timestamp with time zone not null default now(),
  queued_at timestamp with time zone not null,
  started_at timestamp with time zone,
  completed_at timestamp with time zone,
  base_commit_sha text,
  github_user_id bigint,
  whole_suite boolean not null default false,
  preflight_job_id uuid
);

create table sample_extra_files (
  id integer not null generated always as identity,
  sample_id integer not null,
  account_id integer not null,
  sha256 text not null,
  size_bytes bigint not null,
  original_name text not null,
  extension text not null,
  created_at timestamp with time zone not null default now()
);

create table sample_tags (
  sample_id integer not null,
  tag_id integer not null
);

create table sample_uploads (
  sample_id integer not null,
  version text not null,
  platform text not null,
  parameters text not null,
  notes text not null
);

create table samples (
  id integer not null generated always as identity,
  domain_id integer not null,
  sha256 text not null,
  size_bytes bigint not null,
  original_name text not null,
  extension text not null,
  account_id integer not null,
  created_at timestamp with time zone not null default now()
);

create table setup_tokens (
  id integer not null generated always as identity,
  digest bytea not null,
  created_at timestamp with time zone not null default now()
);

create table signups (
  account_id integer not null,
  email text not null,
  asked_at timestamp with time zone not null default now()
);

create table site_hosts (
  domain_id integer not null,
  host text not null,
  site_id integer not null
);

create table sites (
  id integer not null generated always as identity,
  domain_id integer not null,
  name text not null,
  base_url text not null,
  authoring_type text,
  delivery_type text not null,
  external_owner_id text,
  external_site_id text,
  author_url text,
  preview_hosts text[] not null,
  enabled_checks text[] not null,
  preview_auth text not null,
  repository_id integer,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  fix_endpoint text
);

create table tags (
  id integer not null generated always as identity,
  domain_id integer not null,
  name text not null,
  description text not null default ''::text
);

create table tool_versions (
  id integer not null generated always as identity,
  domain_id integer not null,
  repository_id integer not null,
  version text not null,
  released_on date not null,
  commit_sha text not null,
  account_id integer,
  created_at timestamp with time zone not null default now(),
  removed_at timestamp with time zone,
  removed_by integer
);

create table variants (
  id integer not null generated always as identity,
  expected_output_id integer not null,
  platform text,
  sha256 text not null,
  account_id integer not null,
  created_at timestamp with time zone not null default now()
);

create table webhook_deliveries (
  delivery_id text not null,
  event text not null,
  received_at timestamp with time zone not null default now()
);

create table workers (
  id integer not null generated always as identity,
  name text not null,
  platforms text[] not null,
  lookup bytea not null,
  lookup_kid text not null,
  input_types text[] not null default '{}'::text[],
  output_types text[] not null default '{}'::text[],
  sandbox text,
  created_at timestamp with time zone not null default now(),
  last_seen_at timestamp with time zone,
  revoked_at timestamp with time zone
);

alter table accounts add constraint accounts_domain_id_fkey FOREIGN KEY (domain_id) REFERENCES domains(id);
alter table accounts add constraint accounts_github_check CHECK (((github_user_id IS NULL) = (github_login IS NULL)));
alter table accounts add constraint accounts_github_user_id_check CHECK ((github_user_id > 0));
alter table accounts add constraint accounts_pkey PRIMARY KEY (id);
alter table accounts add constraint accounts_role_check CHECK ((role = ANY (ARRAY['admin'::text, 'contributor'::text, 'tester'::text, 'user'::text])));
alter table api_token_usage add constraint api_token_usage_pkey PRIMARY KEY (token_id);
alter table api_token_usage add constraint api_token_usage_token_id_fkey FOREIGN KEY (token_id) REFERENCES api_tokens(id) ON DELETE CASCADE;
alter table api_tokens add constraint api_tokens_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id);
alter table api_tokens add constraint api_tokens_calls_left_check CHECK ((calls_left >= 0));
alter table api_tokens add constraint api_tokens_confined_check CHECK ((((repository_id IS NULL) AND (run_id IS NULL) AND (calls_left IS NULL)) OR ((kind = 'token'::text) AND (parent_id IS NOT NULL))));
alter table api_tokens add constraint api_tokens_kind_check CHECK ((kind = ANY (ARRAY['token'::text, 'session'::text, 'legacy'::text])));
alter table api_tokens add constraint api_tokens_lookup_key UNIQUE (lookup);
alter table api_tokens add constraint api_tokens_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES api_tokens(id);
alter table api_tokens add constraint api_tokens_peer_token_check CHECK (((peer_token IS NULL) OR ((kind = 'session'::text) AND (parent_id IS NULL))));
alter table api_tokens add constraint api_tokens_pkey PRIMARY KEY (id);
alter table api_tokens add constraint api_tokens_repository_id_fkey FOREIGN KEY (repository_id) REFERENCES repositories(id);
alter table api_tokens add constraint api_tokens_session_check CHECK (((kind = 'session'::text) = (ends_at IS NOT NULL)));
alter table api_tokens add constraint api_tokens_token_prefix_key UNIQUE (token_prefix);
alter table awaited_runs add constraint awaited_runs_base_commit_sha_check CHECK ((base_commit_sha ~ '^[0-9a-f]{40}$'::text));
alter table awaited_runs add constraint awaited_runs_commit_sha_check CHECK ((commit_sha ~ '^[0-9a-f]{40}$'::text));
alter table awaited_runs add constraint awaited_runs_domain_id_fkey FOREIGN KEY (domain_id) REFERENCES domains(id);
alter table awaited_runs add constraint awaited_runs_pkey PRIMARY KEY (id);
alter table awaited_runs add constraint awaited_runs_platform_check CHECK ((platform = ANY (ARRAY['linux'::text, 'windows'::text])));
alter table awaited_runs add constraint awaited_runs_repository_id_fkey FOREIGN KEY (repository_id) REFERENCES repositories(id);
alter table baseline_approval_exit_codes add constraint baseline_approval_exit_codes_approval_id_fkey FOREIGN KEY (approval_id) REFERENCES baseline_approvals(id);
alter table baseline_approval_exit_codes add constraint baseline_approval_exit_codes_key UNIQUE NULLS NOT DISTINCT (approval_id, platform);
alter table baseline_approval_outputs add constraint baseline_approval_outputs_approval_id_fkey FOREIGN KEY (approval_id) REFERENCES baseline_approvals(id);
alter table baseline_approval_outputs add constraint baseline_approval_outputs_pkey PRIMARY KEY (approval_id, expected_output_id);
alter table baseline_approval_variants add constraint baseline_approval_variants_key UNIQUE NULLS NOT DISTINCT (approval_id, expected_output_id, platform, sha256);
alter table baseline_approval_variants add constraint baseline_approval_variants_output_fkey FOREIGN KEY (approval_id, expected_output_id) REFERENCES baseline_approval_outputs(approval_id, expected_output_id);
alter table baseline_approvals add constraint baseline_approvals_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id);
alter table baseline_approvals add constraint baseline_approvals_domain_id_fkey FOREIGN KEY (domain_id) REFERENCES domains(id);
alter table baseline_approvals add constraint baseline_approvals_pkey PRIMARY KEY (id);
alter table baseline_approvals add constraint baseline_approvals_run_check CHECK ((((run_id IS NULL) = (status_before IS NULL)) AND ((run_id IS NULL) = (status_after IS NULL))));
alter table baseline_approvals add constraint baseline_approvals_run_id_fkey FOREIGN KEY (run_id) REFERENCES runs(id);
alter table baseline_undos add constraint baseline_undos_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id);
alter table baseline_undos add constraint baseline_undos_approval_id_fkey FOREIGN KEY (approval_id) REFERENCES baseline_approvals(id);
alter table baseline_undos add constraint baseline_undos_pkey PRIMARY KEY (approval_id);
alter table baselines add constraint baselines_approval_id_fkey FOREIGN KEY (approval_id) REFERENCES baseline_approvals(id);
alter table baselines add constraint baselines_expected_output_id_fkey FOREIGN KEY (expected_output_id) REFERENCES expected_outputs(id) ON DELETE CASCADE;
alter table baselines add constraint baselines_pkey PRIMARY KEY (id);
alter table baselines add constraint baselines_superseded_by_fkey FOREIGN KEY (superseded_by) REFERENCES baseline_approvals(id);
alter table blocked_users add constraint blocked_users_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id);
alter table blocked_users add constraint blocked_users_domain_id_fkey FOREIGN KEY (domain_id) REFERENCES domains(id);
alter table blocked_users add constraint blocked_users_github_user_id_check CHECK ((github_user_id > 0));
alter table blocked_users add constraint blocked_users_pkey PRIMARY KEY (domain_id, github_user_id);
alter table builds add constraint builds_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id);
alter table builds add constraint builds_commit_sha_check CHECK ((commit_sha ~ '^[0-9a-f]{40}$'::text));
alter table builds add constraint builds_domain_id_fkey FOREIGN KEY (domain_id) REFERENCES domains(id);
alter table builds add constraint builds_pkey PRIMARY KEY (id);
alter table builds add constraint builds_repository_id_commit_sha_platform_key UNIQUE (repository_id, commit_sha, platform);
alter table builds add constraint builds_repository_id_fkey FOREIGN KEY (repository_id) REFERENCES repositories(id);
alter table categories add constraint categories_domain_id_fkey FOREIGN KEY (domain_id) REFERENCES domains(id);
alter table categories add constraint categories_pkey PRIMARY KEY (id);
alter table deprecated_items add constraint deprecated_items_pkey PRIMARY KEY (item);
alter table deprecated_uses add constraint deprecated_uses_check CHECK ((last_used_at >= first_used_at));
alter table deprecated_uses add constraint deprecated_uses_domain_id_fkey FOREIGN KEY (domain_id) REFERENCES domains(id) ON DELETE CASCADE;
alter table deprecated_uses add constraint deprecated_uses_item_fkey FOREIGN KEY (item) REFERENCES deprecated_items(item);
alter table deprecated_uses add constraint deprecated_uses_pkey PRIMARY KEY (domain_id, item, token_id, client, operation_id);
alter table deprecated_uses add constraint deprecated_uses_token_id_fkey FOREIGN KEY (token_id) REFERENCES api_tokens(id) ON DELETE CASCADE;
alter table deprecated_uses add constraint deprecated_uses_use_count_check CHECK ((use_count > 0));
alter table discarded_contents add constraint discarded_contents_pkey PRIMARY KEY (sha256);
alter table domains add constraint domains_pkey PRIMARY KEY (id);
alter table domains add constraint domains_slug_check CHECK ((slug ~ '^[a-z0-9_-]{1,64}$'::text));
alter table domains add constraint domains_slug_key UNIQUE (slug);
alter table expected_outputs add constraint expected_outputs_pkey PRIMARY KEY (id);
alter table expected_outputs add constraint expected_outputs_regression_test_id_expected_filename_key UNIQUE (regression_test_id, expected_filename);
alter table expected_outputs add constraint expected_outputs_regression_test_id_fkey FOREIGN KEY (regression_test_id) REFERENCES regression_tests(id) ON DELETE CASCADE;
alter table forbidden_extensions add constraint forbidden_extensions_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id);
alter table forbidden_extensions add constraint forbidden_extensions_extension_check CHECK ((extension ~ '^[a-z0-9]{1,32}$'::text));
alter table forbidden_extensions add constraint forbidden_extensions_pkey PRIMARY KEY (extension);
alter table forge_reports add constraint forge_reports_domain_id_fkey FOREIGN KEY (domain_id) REFERENCES domains(id);
alter table forge_reports add constraint forge_reports_pkey PRIMARY KEY (id);
alter table forge_reports add constraint forge_reports_repository_id_fkey FOREIGN KEY (repository_id) REFERENCES repositories(id);
alter table forge_reports add constraint forge_reports_run_id_fkey FOREIGN KEY (run_id) REFERENCES runs(id) ON DELETE CASCADE;
alter table forge_reports add constraint forge_reports_subject_check CHECK ((num_nonnulls(run_id, pr_number) = 1));
alter table ftp_logins add constraint ftp_logins_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE;
alter table ftp_logins add constraint ftp_logins_pkey PRIMARY KEY (account_id);
alter table ftp_logins add constraint ftp_logins_username_key UNIQUE (username);
alter table idempotency_keys add constraint idempotency_keys_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id);
alter table idempotency_keys add constraint idempotency_keys_pkey PRIMARY KEY (account_id, operation, key);
alter table idempotency_keys add constraint idempotency_keys_run_id_fkey FOREIGN KEY (run_id) REFERENCES runs(id) ON DELETE CASCADE;
alter table infrastructure_errors add constraint infrastructure_errors_cause_check CHECK ((cause = ANY (ARRAY['lease_expired'::text, 'worker_revoked'::text, 'worker_failed'::text, 'no_results'::text, 'bytes_missing'::text])));
alter table infrastructure_errors add constraint infrastructure_errors_pkey PRIMARY KEY (id);
alter table infrastructure_errors add constraint infrastructure_errors_run_id_fkey FOREIGN KEY (run_id) REFERENCES runs(id) ON DELETE CASCADE;
alter table infrastructure_errors add constraint infrastructure_errors_sample_id_fkey FOREIGN KEY (sample_id) REFERENCES samples(id);
alter table infrastructure_errors add constraint infrastructure_errors_severity_check CHECK ((severity = ANY (ARRAY['warning'::text, 'error'::text, 'critical'::text])));
alter table infrastructure_errors add constraint infrastructure_errors_type_check CHECK ((type = ANY (ARRAY['queue'::text, 'vm_provisioning'::text, 'checkout'::text, 'merge'::text, 'build'::text, 'worker'::text, 'web_server'::text, 'storage'::text])));
alter table leases add constraint leases_lookup_key UNIQUE (lookup);
alter table leases add constraint leases_pkey PRIMARY KEY (id);
alter table leases add constraint leases_run_id_attempt_key UNIQUE (run_id, attempt);
alter table leases add constraint leases_run_id_fkey FOREIGN KEY (run_id) REFERENCES runs(id) ON DELETE CASCADE;
alter table leases add constraint leases_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES workers(id);
alter table log_lines add constraint log_lines_pkey PRIMARY KEY (run_id, line);
alter table log_lines add constraint log_lines_run_id_fkey FOREIGN KEY (run_id) REFERENCES runs(id) ON DELETE CASCADE;
alter table login_attempts add constraint login_attempts_pkey PRIMARY KEY (id);
alter table media_infos add constraint media_infos_ended_check CHECK (((ended_at IS NULL) = (outcome IS NULL)));
alter table media_infos add constraint media_infos_outcome_check CHECK ((outcome = ANY (ARRAY['told'::text, 'unreadable'::text])));
alter table media_infos add constraint media_infos_pkey PRIMARY KEY (sample_id);
alter table media_infos add constraint media_infos_sample_id_fkey FOREIGN KEY (sample_id) REFERENCES samples(id) ON DELETE CASCADE;
alter table media_infos add constraint media_infos_told_check CHECK (((outcome IS DISTINCT FROM 'told'::text) OR ((sha256 IS NOT NULL) AND (size_bytes IS NOT NULL) AND (tracks IS NOT NULL))));
alter table outgoing_mails add constraint outgoing_mails_ended_check CHECK (((ended_at IS NULL) = (outcome IS NULL)));
alter table outgoing_mails add constraint outgoing_mails_kind_check CHECK ((kind = ANY (ARRAY['password_reset'::text, 'signup'::text])));
alter table outgoing_mails add constraint outgoing_mails_outcome_check CHECK ((outcome = ANY (ARRAY['sent'::text, 'unaddressed'::text, 'refused'::text, 'expired'::text])));
alter table outgoing_mails add constraint outgoing_mails_pkey PRIMARY KEY (id);
alter table planned_outputs add constraint planned_outputs_output_id_fkey FOREIGN KEY (output_id) REFERENCES expected_outputs(id);
alter table planned_outputs add constraint planned_outputs_pkey PRIMARY KEY (run_id, regression_test_id, output_id);
alter table planned_outputs add constraint planned_outputs_run_id_regression_test_id_fkey FOREIGN KEY (run_id, regression_test_id) REFERENCES planned_tests(run_id, regression_test_id) ON DELETE CASCADE;
alter table planned_tests add constraint planned_tests_pkey PRIMARY KEY (run_id, regression_test_id);
alter table planned_tests add constraint planned_tests_regression_test_id_fkey FOREIGN KEY (regression_test_id) REFERENCES regression_tests(id);
alter table planned_tests add constraint planned_tests_run_id_fkey FOREIGN KEY (run_id) REFERENCES runs(id) ON DELETE CASCADE;
alter table planned_tests add constraint planned_tests_sample_id_fkey FOREIGN KEY (sample_id) REFERENCES samples(id);
alter table platform_exit_codes add constraint platform_exit_codes_pkey PRIMARY KEY (regression_test_id, platform);
alter table platform_exit_codes add constraint platform_exit_codes_regression_test_id_fkey FOREIGN KEY (regression_test_id) REFERENCES regression_tests(id) ON DELETE CASCADE;
alter table platforms add constraint platforms_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id);
alter table platforms add constraint platforms_pkey PRIMARY KEY (name);
alter table preflight_audits add constraint preflight_audits_job_id_position_fkey FOREIGN KEY (job_id, "position") REFERENCES preflight_pages(job_id, "position") ON DELETE CASCADE;
alter table preflight_audits add constraint preflight_audits_pkey PRIMARY KEY (job_id, "position", name);
alter table preflight_fixes add constraint preflight_fixes_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id);
alter table preflight_fixes add constraint preflight_fixes_domain_id_fkey FOREIGN KEY (domain_id) REFERENCES domains(id);
alter table preflight_fixes add constraint preflight_fixes_ended_check CHECK ((((status = 'in_progress'::text) = (ended_at IS NULL)) AND ((status = 'in_progress'::text) OR (sealed_token IS NULL)) AND ((status = 'failed'::text) = (error_code IS NOT NULL)) AND ((error_code IS NULL) = (error_message IS NULL))));
alter table preflight_fixes add constraint preflight_fixes_job_id_fkey FOREIGN KEY (job_id) REFERENCES preflight_jobs(id) ON DELETE CASCADE;
alter table preflight_fixes add constraint preflight_fixes_pkey PRIMARY KEY (id);
alter table preflight_fixes add constraint preflight_fixes_site_id_fkey FOREIGN KEY (site_id) REFERENCES sites(id) ON DELETE CASCADE;
alter table preflight_fixes add constraint preflight_fixes_status_check CHECK ((status = ANY (ARRAY['in_progress'::text, 'completed'::text, 'failed'::text])));
alter table preflight_jobs add constraint preflight_jobs_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id);
alter table preflight_jobs add constraint preflight_jobs_domain_id_fkey FOREIGN KEY (domain_id) REFERENCES domains(id);
alter table preflight_jobs add constraint preflight_jobs_ended_check CHECK ((((status = 'in_progress'::text) = (ended_at IS NULL)) AND ((status = 'in_progress'::text) OR (sealed_token IS NULL)) AND ((status = 'failed'::text) = (error_code IS NOT NULL)) AND ((error_code IS NULL) = (error_message IS NULL))));
alter table preflight_jobs add constraint preflight_jobs_judged_check CHECK (((verdict IS NULL) OR (status = 'completed'::text)));
alter table preflight_jobs add constraint preflight_jobs_pkey PRIMARY KEY (id);
alter table preflight_jobs add constraint preflight_jobs_run_id_fkey FOREIGN KEY (run_id) REFERENCES runs(id) ON DELETE SET NULL;
alter table preflight_jobs add constraint preflight_jobs_site_id_fkey FOREIGN KEY (site_id) REFERENCES sites(id) ON DELETE CASCADE;
alter table preflight_jobs add constraint preflight_jobs_status_check CHECK ((status = ANY (ARRAY['in_progress'::text, 'completed'::text, 'failed'::text, 'canceled'::text])));
alter table preflight_jobs add constraint preflight_jobs_step_check CHECK ((step = ANY (ARRAY['identify'::text, 'suggest'::text])));
alter table preflight_jobs add constraint preflight_jobs_verdict_check CHECK ((verdict = ANY (ARRAY['pass'::text, 'fail'::text, 'incomplete'::text])));
alter table preflight_pages add constraint preflight_pages_job_id_fkey FOREIGN KEY (job_id) REFERENCES preflight_jobs(id) ON DELETE CASCADE;
alter table preflight_pages add constraint preflight_pages_pkey PRIMARY KEY (job_id, "position");
alter table promise_chains add constraint promise_chains_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE;
alter table promise_chains add constraint promise_chains_domain_id_fkey FOREIGN KEY (domain_id) REFERENCES domains(id);
alter table promise_chains add constraint promise_chains_pkey PRIMARY KEY (id);
alter table promise_chains add constraint promise_chains_purpose_check CHECK ((purpose = ANY (ARRAY['preflight'::text, 'fixes'::text])));
alter table promise_chains add constraint promise_chains_site_id_fkey FOREIGN KEY (site_id) REFERENCES sites(id) ON DELETE CASCADE;
alter table promise_chains add constraint promise_chains_token_id_fkey FOREIGN KEY (token_id) REFERENCES api_tokens(id) ON DELETE CASCADE;
alter table promise_tokens add constraint promise_tokens_chain_id_fkey FOREIGN KEY (chain_id) REFERENCES promise_chains(id) ON DELETE CASCADE;
alter table promise_tokens add constraint promise_tokens_kind_check CHECK ((kind = ANY (ARRAY['promise'::text, 'access'::text])));
alter table promise_tokens add constraint promise_tokens_lookup_key UNIQUE (lookup);
alter table promise_tokens add constraint promise_tokens_pkey PRIMARY KEY (id);
alter table queued_samples add constraint queued_samples_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id);
alter table queued_samples add constraint queued_samples_domain_id_fkey FOREIGN KEY (domain_id) REFERENCES domains(id);
alter table queued_samples add constraint queued_samples_domain_id_sha256_key UNIQUE (domain_id, sha256);
alter table queued_samples add constraint queued_samples_pkey PRIMARY KEY (id);
alter table regression_test_categories add constraint regression_test_categories_category_id_fkey FOREIGN KEY (category_id) REFERENCES categories(id);
alter table regression_test_categories add constraint regression_test_categories_pkey PRIMARY KEY (regression_test_id, category_id);
alter table regression_test_categories add constraint regression_test_categories_regression_test_id_fkey FOREIGN KEY (regression_test_id) REFERENCES regression_tests(id) ON DELETE CASCADE;
alter table regression_tests add constraint regression_tests_domain_id_fkey FOREIGN KEY (domain_id) REFERENCES domains(id);
alter table regression_tests add constraint regression_tests_pkey PRIMARY KEY (id);
alter table regression_tests add constraint regression_tests_sample_id_fkey FOREIGN KEY (sample_id) REFERENCES samples(id);
alter table repositories add constraint repositories_domain_id_fkey FOREIGN KEY (domain_id) REFERENCES domains(id);
alter table repositories add constraint repositories_pkey PRIMARY KEY (id);
alter table result_outputs add constraint result_outputs_pkey PRIMARY KEY (run_id, regression_test_id, output_id);
alter table result_outputs add constraint result_outputs_run_id_regression_test_id_fkey FOREIGN KEY (run_id, regression_test_id) REFERENCES results(run_id, regression_test_id) ON DELETE CASCADE;
alter table result_outputs add constraint result_outputs_run_id_regression_test_id_output_id_fkey FOREIGN KEY (run_id, regression_test_id, output_id) REFERENCES planned_outputs(run_id, regression_test_id, output_id) ON DELETE CASCADE;
alter table results add constraint results_pkey PRIMARY KEY (run_id, regression_test_id);
alter table results add constraint results_run_id_regression_test_id_fkey FOREIGN KEY (run_id, regression_test_id) REFERENCES planned_tests(run_id, regression_test_id) ON DELETE CASCADE;
alter table results add constraint results_skipped_check CHECK ((((status = 'skipped'::text) = (exit_code IS NULL)) AND ((skip_reason IS NULL) = (exit_code IS NOT NULL))));
alter table results add constraint results_status_check CHECK ((status = ANY (ARRAY['pass'::text, 'fail'::text, 'missing_output'::text, 'skipped'::text])));
alter table run_events add constraint run_events_pkey PRIMARY KEY (id);
alter table run_events add constraint run_events_run_id_fkey FOREIGN KEY (run_id) REFERENCES runs(id) ON DELETE CASCADE;
alter table runs add constraint runs_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id);
alter table runs add constraint runs_build_id_fkey FOREIGN KEY (build_id) REFERENCES builds(id);
alter table runs add constraint runs_counts_check CHECK (((reported_count = (((pass_count + fail_count) + missing_output_count) + skipped_count)) AND (reported_count <= planned_count)));
alter table runs add constraint runs_domain_id_fkey FOREIGN KEY (domain_id) REFERENCES domains(id);
alter table runs add constraint runs_ended_check CHECK ((ended = ANY (ARRAY['canceled'::text, 'infrastructure'::text, 'completed'::text])));
alter table runs add constraint runs_open_check CHECK (((ended IS NULL) = (status = ANY (ARRAY['queued'::text, 'running'::text]))));
alter table runs add constraint runs_pass_check CHECK (((status <> 'pass'::text) OR (pass_count = planned_count)));
alter table runs add constraint runs_pkey PRIMARY KEY (id);
alter table runs add constraint runs_planned_count_check CHECK ((planned_count > 0));
alter table runs add constraint runs_preflight_job_id_fkey FOREIGN KEY (preflight_job_id) REFERENCES preflight_jobs(id) ON DELETE SET NULL;
alter table runs add constraint runs_repository_id_fkey FOREIGN KEY (repository_id) REFERENCES repositories(id);
alter table runs add constraint runs_status_check CHECK ((status = ANY (ARRAY['queued'::text, 'running'::text, 'pass'::text, 'fail'::text, 'canceled'::text, 'incomplete'::text, 'error'::text])));
alter table sample_extra_files add constraint sample_extra_files_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id);
alter table sample_extra_files add constraint sample_extra_files_pkey PRIMARY KEY (id);
alter table sample_extra_files add constraint sample_extra_files_sample_id_fkey FOREIGN KEY (sample_id) REFERENCES samples(id) ON DELETE CASCADE;
alter table sample_extra_files add constraint sample_extra_files_sample_id_sha256_key UNIQUE (sample_id, sha256);
alter table sample_tags add constraint sample_tags_pkey PRIMARY KEY (sample_id, tag_id);
alter table sample_tags add constraint sample_tags_sample_id_fkey FOREIGN KEY (sample_id) REFERENCES samples(id) ON DELETE CASCADE;
alter table sample_tags add constraint sample_tags_tag_id_fkey FOREIGN KEY (tag_id) REFERENCES tags(id) ON DELETE CASCADE;
alter table sample_uploads add constraint sample_uploads_pkey PRIMARY KEY (sample_id);
alter table sample_uploads add constraint sample_uploads_sample_id_fkey FOREIGN KEY (sample_id) REFERENCES samples(id) ON DELETE CASCADE;
alter table samples add constraint samples_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id);
alter table samples add constraint samples_domain_id_fkey FOREIGN KEY (domain_id) REFERENCES domains(id);
alter table samples add constraint samples_domain_id_sha256_key UNIQUE (domain_id, sha256);
alter table samples add constraint samples_pkey PRIMARY KEY (id);
alter table setup_tokens add constraint setup_tokens_pkey PRIMARY KEY (id);
alter table signups add constraint signups_pkey PRIMARY KEY (account_id);
alter table site_hosts add constraint site_hosts_domain_id_fkey FOREIGN KEY (domain_id) REFERENCES domains(id);
alter table site_hosts add constraint site_hosts_pkey PRIMARY KEY (domain_id, host);
alter table site_hosts add constraint site_hosts_site_id_fkey FOREIGN KEY (site_id) REFERENCES sites(id) ON DELETE CASCADE;
alter table sites add constraint sites_authoring_type_check CHECK ((authoring_type = ANY (ARRAY['cs'::text, 'cs/crosswalk'::text, 'ams'::text, 'sharepoint'::text, 'googledocs'::text, 'documentauthoring'::text])));
alter table sites add constraint sites_delivery_type_check CHECK ((delivery_type = ANY (ARRAY['aem_cs'::text, 'aem_edge'::text, 'aem_ams'::text, 'aem_headless'::text, 'other'::text])));
alter table sites add constraint sites_domain_id_fkey FOREIGN KEY (domain_id) REFERENCES domains(id);
alter table sites add constraint sites_external_ids_check CHECK (((external_owner_id IS NULL) = (external_site_id IS NULL)));
alter table sites add constraint sites_pkey PRIMARY KEY (id);
alter table sites add constraint sites_preview_auth_check CHECK ((preview_auth = ANY (ARRAY['auto'::text, 'none'::text])));
alter table sites add constraint sites_repository_id_fkey FOREIGN KEY (repository_id) REFERENCES repositories(id);
alter table tags add constraint tags_domain_id_fkey FOREIGN KEY (domain_id) REFERENCES domains(id);
alter table tags add constraint tags_pkey PRIMARY KEY (id);
alter table tool_versions add constraint tool_versions_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id);
alter table tool_versions add constraint tool_versions_commit_sha_check CHECK ((commit_sha ~ '^[0-9a-f]{40}$'::text));
alter table tool_versions add constraint tool_versions_domain_id_fkey FOREIGN KEY (domain_id) REFERENCES domains(id);
alter table tool_versions add constraint tool_versions_pkey PRIMARY KEY (id);
alter table tool_versions add constraint tool_versions_removed_by_fkey FOREIGN KEY (removed_by) REFERENCES accounts(id);
alter table tool_versions add constraint tool_versions_removed_check CHECK (((removed_by IS NULL) OR (removed_at IS NOT NULL)));
alter table tool_versions add constraint tool_versions_repository_id_fkey FOREIGN KEY (repository_id) REFERENCES repositories(id);
alter table variants add constraint variants_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id);
alter table variants add constraint variants_expected_output_id_fkey FOREIGN KEY (expected_output_id) REFERENCES expected_outputs(id) ON DELETE CASCADE;
alter table variants add constraint variants_expected_output_id_platform_sha256_key UNIQUE NULLS NOT DISTINCT (expected_output_id, platform, sha256);
alter table variants add constraint variants_pkey PRIMARY KEY (id);
alter table webhook_deliveries add constraint webhook_deliveries_pkey PRIMARY KEY (delivery_id);
alter table workers add constraint workers_lookup_key UNIQUE (lookup);
alter table workers add constraint workers_name_key UNIQUE (name);
alter table workers add constraint workers_pkey PRIMARY KEY (id);

CREATE UNIQUE INDEX accounts_domain_id_github_user_id_key ON public.accounts USING btree (domain_id, github_user_id);
CREATE INDEX accounts_domain_id_idx ON public.accounts USING btree (domain_id, id);
CREATE UNIQUE INDEX accounts_domain_id_name_key ON public.accounts USING btree (domain_id, lower(name));
CREATE UNIQUE INDEX accounts_email_key ON public.accounts USING btree (lower(email));
CREATE INDEX api_tokens_account_id_idx ON public.api_tokens USING btree (account_id, id DESC);
CREATE UNIQUE INDEX api_tokens_account_id_token_name_key ON public.api_tokens USING btree (account_id, token_name) WHERE holds_name;
CREATE UNIQUE INDEX api_tokens_legacy_key ON public.api_tokens USING btree (account_id) WHERE ((kind = 'legacy'::text) AND (revoked_at IS NULL));
CREATE INDEX api_tokens_parent_id_idx ON public.api_tokens USING btree (parent_id) WHERE (parent_id IS NOT NULL);
CREATE UNIQUE INDEX awaited_runs_commit_key ON public.awaited_runs USING btree (repository_id, commit_sha, platform, COALESCE(pr_number, 0));
CREATE INDEX awaited_runs_created_at_idx ON public.awaited_runs USING btree (created_at);
CREATE INDEX baseline_approval_exit_codes_regression_test_id_idx ON public.baseline_approval_exit_codes USING btree (regression_test_id, approval_id DESC);
CREATE INDEX baseline_approval_outputs_expected_output_id_idx ON public.baseline_approval_outputs USING btree (expected_output_id, approval_id DESC);
CREATE INDEX baseline_approval_outputs_regression_test_id_idx ON public.baseline_approval_outputs USING btree (regression_test_id, approval_id DESC, expected_output_id);
CREATE INDEX baseline_approvals_run_id_idx ON public.baseline_approvals USING btree (run_id, id DESC);
CREATE UNIQUE INDEX baselines_applying_key ON public.baselines USING btree (expected_output_id, platform) NULLS NOT DISTINCT WHERE (superseded_at IS NULL);
CREATE INDEX baselines_approval_id_idx ON public.baselines USING btree (approval_id);
CREATE INDEX baselines_superseded_by_idx ON public.baselines USING btree (superseded_by);
CREATE INDEX builds_domain_id_idx ON public.builds USING btree (domain_id, id);
CREATE UNIQUE INDEX categories_domain_id_name_key ON public.categories USING btree (domain_id, lower(name));
CREATE INDEX deprecated_uses_token_id_item_idx ON public.deprecated_uses USING btree (token_id, item);
CREATE INDEX forge_reports_changed_at_idx ON public.forge_reports USING btree (changed_at);
CREATE INDEX forge_reports_due_idx ON public.forge_reports USING btree (next_attempt_at) WHERE (told_revision < revision);
CREATE UNIQUE INDEX forge_reports_pr_number_key ON public.forge_reports USING btree (domain_id, repository_id, pr_number) WHERE (pr_number IS NOT NULL);
CREATE UNIQUE INDEX forge_reports_run_id_key ON public.forge_reports USING btree (run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX idempotency_keys_run_id_idx ON public.idempotency_keys USING btree (run_id);
CREATE UNIQUE INDEX infrastructure_errors_missing_key ON public.infrastructure_errors USING btree (run_id, attempt, sample_id) NULLS NOT DISTINCT WHERE (cause = 'bytes_missing'::text);
CREATE INDEX infrastructure_errors_run_id_idx ON public.infrastructure_errors USING btree (run_id, id);
CREATE INDEX leases_expires_at_idx ON public.leases USING btree (expires_at) WHERE (released_at IS NULL);
CREATE UNIQUE INDEX leases_held_key ON public.leases USING btree (run_id) WHERE (released_at IS NULL);
CREATE INDEX login_attempts_account_key_idx ON public.login_attempts USING btree (account_key, attempted_at);
CREATE INDEX login_attempts_address_key_idx ON public.login_attempts USING btree (address_key, attempted_at);
CREATE INDEX media_infos_due_idx ON public.media_infos USING btree (next_attempt_at) WHERE (ended_at IS NULL);
CREATE INDEX outgoing_mails_due_idx ON public.outgoing_mails USING btree (next_attempt_at) WHERE (ended_at IS NULL);
CREATE INDEX outgoing_mails_email_idx ON public.outgoing_mails USING btree (lower(email), created_at);
CREATE INDEX outgoing_mails_ended_at_idx ON public.outgoing_mails USING btree (ended_at) WHERE (ended_at IS NOT NULL);
CREATE INDEX planned_tests_regression_test_id_idx ON public.planned_tests USING btree (regression_test_id, run_id DESC);
CREATE INDEX planned_tests_sample_id_idx ON public.planned_tests USING btree (sample_id, run_id DESC, regression_test_id);
CREATE INDEX preflight_fixes_in_progress_idx ON public.preflight_fixes USING btree (created_at) WHERE (status = 'in_progress'::text);
CREATE INDEX preflight_fixes_job_id_idx ON public.preflight_fixes USING btree (job_id, created_at DESC, id);
CREATE INDEX preflight_fixes_site_id_idx ON public.preflight_fixes USING btree (site_id);
CREATE INDEX preflight_jobs_domain_id_idx ON public.preflight_jobs USING btree (domain_id, created_at DESC, id);
CREATE INDEX preflight_jobs_expires_at_idx ON public.preflight_jobs USING btree (expires_at);
CREATE INDEX preflight_jobs_in_progress_idx ON public.preflight_jobs USING btree (created_at) WHERE (status = 'in_progress'::text);
CREATE INDEX preflight_jobs_run_id_idx ON public.preflight_jobs USING btree (run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX preflight_jobs_site_id_idx ON public.preflight_jobs USING btree (site_id);
CREATE INDEX preflight_pages_digest_idx ON public.preflight_pages USING btree (digest, read_at DESC) WHERE (digest IS NOT NULL);
CREATE INDEX promise_chains_account_id_idx ON public.promise_chains USING btree (account_id);
CREATE INDEX promise_chains_site_id_idx ON public.promise_chains USING btree (site_id);
CREATE INDEX promise_chains_token_id_idx ON public.promise_chains USING btree (token_id);
CREATE INDEX promise_tokens_chain_id_idx ON public.promise_tokens USING btree (chain_id);
CREATE INDEX promise_tokens_expires_at_idx ON public.promise_tokens USING btree (expires_at);
CREATE INDEX queued_samples_account_id_idx ON public.queued_samples USING btree (account_id, id);
CREATE INDEX queued_samples_domain_id_idx ON public.queued_samples USING btree (domain_id, id);
CREATE INDEX regression_test_categories_category_id_idx ON public.regression_test_categories USING btree (category_id);
CREATE INDEX regression_tests_domain_id_idx ON public.regression_tests USING btree (domain_id, id);
CREATE INDEX regression_tests_sample_id_idx ON public.regression_tests USING btree (sample_id);
CREATE UNIQUE INDEX repositories_domain_id_name_key ON public.repositories USING btree (domain_id, lower(name));
CREATE INDEX results_regression_test_id_idx ON public.results USING btree (regression_test_id, run_id DESC);
CREATE INDEX results_status_idx ON public.results USING btree (regression_test_id, status, run_id DESC);
CREATE INDEX run_events_run_id_idx ON public.run_events USING btree (run_id, id);
CREATE INDEX runs_completed_at_idx ON public.runs USING btree (completed_at, id) WHERE (ended IS NOT NULL);
CREATE INDEX runs_domain_id_branch_idx ON public.runs USING btree (domain_id, branch, created_at DESC, id DESC);
CREATE INDEX runs_domain_id_commit_sha_idx ON public.runs USING btree (domain_id, commit_sha, created_at DESC, id DESC);
CREATE INDEX runs_domain_id_completed_at_idx ON public.runs USING btree (domain_id, completed_at DESC) WHERE ((ended = 'completed'::text) AND (pr_number IS NULL));
CREATE INDEX runs_domain_id_created_at_idx ON public.runs USING btree (domain_id, created_at DESC, id DESC) INCLUDE (status, platform, repository_id, branch);
CREATE INDEX runs_domain_id_idx ON public.runs USING btree (domain_id, id DESC) INCLUDE (status, platform, repository_id, branch);
CREATE INDEX runs_domain_id_platform_idx ON public.runs USING btree (domain_id, platform, created_at DESC, id DESC);
CREATE INDEX runs_domain_id_status_idx ON public.runs USING btree (domain_id, status, created_at DESC, id DESC);
CREATE INDEX runs_latest_whole_idx ON public.runs USING btree (repository_id, branch, platform, id DESC) WHERE (whole_suite AND (pr_number IS NULL) AND (ended <> 'canceled'::text));
CREATE INDEX runs_pr_number_idx ON public.runs USING btree (repository_id, pr_number, platform, id DESC) WHERE (pr_number IS NOT NULL);
CREATE INDEX runs_preflight_job_id_idx ON public.runs USING btree (preflight_job_id) WHERE (preflight_job_id IS NOT NULL);
CREATE INDEX runs_queued_idx ON public.runs USING btree (platform, queued_at, id) WHERE (status = 'queued'::text);
CREATE INDEX runs_references_idx ON public.runs USING btree (repository_id, platform, branch, id DESC) WHERE (ended = 'completed'::text);
CREATE INDEX runs_repository_id_created_at_idx ON public.runs USING btree (repository_id, created_at DESC, id DESC);
CREATE INDEX runs_repository_id_idx ON public.runs USING btree (repository_id, commit_sha);
CREATE INDEX runs_unreported_idx ON public.runs USING btree (domain_id, id DESC) INCLUDE (platform, branch, created_at) WHERE (reported_count < planned_count);
CREATE INDEX sample_tags_tag_id_idx ON public.sample_tags USING btree (tag_id);
CREATE INDEX signups_asked_at_idx ON public.signups USING btree (asked_at);
CREATE UNIQUE INDEX signups_email_key ON public.signups USING btree (lower(email));
CREATE INDEX site_hosts_site_id_idx ON public.site_hosts USING btree (site_id);
CREATE INDEX sites_domain_id_idx ON public.sites USING btree (domain_id, id);
CREATE UNIQUE INDEX tags_domain_id_name_key ON public.tags USING btree (domain_id, lower(name));
CREATE INDEX tool_versions_domain_id_idx ON public.tool_versions USING btree (domain_id, released_on DESC, id DESC) WHERE (removed_at IS NULL);
CREATE UNIQUE INDEX tool_versions_repository_id_version_key ON public.tool_versions USING btree (repository_id, version) WHERE (removed_at IS NULL);
CREATE INDEX webhook_deliveries_received_at_idx ON public.webhook_deliveries USING btree (received_at);
