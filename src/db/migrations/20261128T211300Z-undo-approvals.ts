import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table baseline_undos (
      approval_id integer primary key references baseline_approvals,
      account_id integer not null references accounts,
      comment text,
      status_before text,
      status_after text,
      created_at timestamptz not null default now()
    )`.execute(db);
  await sql`alter table baseline_approval_outputs add column planned_sha256 text`.execute(db);
  // What the runs of earlier approvals expected was not recorded: nearly always the baseline of that time.
  await sql`
    update baseline_approval_outputs o set planned_sha256 = o.previous_sha256
    from baseline_approvals a where a.id = o.approval_id and a.run_id is not null`.execute(db);
  await sql`
    create index baseline_approval_outputs_expected_output_id_idx
      on baseline_approval_outputs (expected_output_id, approval_id desc)`.execute(db);
  await sql`
    alter table baselines add column superseded_by integer references baseline_approvals`.execute(db);
  // A baseline ends in the transaction of the approval that replaces it, and so at the same moment.
  await sql`
    update baselines b set superseded_by = a.id
    from baseline_approvals a join baseline_approval_outputs o on o.approval_id = a.id
    where o.expected_output_id = b.expected_output_id and a.created_at = b.superseded_at and a.id <> b.approval_id`.execute(
    db,
  );
  await sql`create index baselines_approval_id_idx on baselines (approval_id)`.execute(db);
  await sql`create index baselines_superseded_by_idx on baselines (superseded_by)`.execute(db);
}
