import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table baseline_approvals
      alter column run_id drop not null,
      alter column status_before drop not null,
      alter column status_after drop not null,
      add constraint baseline_approvals_run_check
        check ((run_id is null) = (status_before is null) and (run_id is null) = (status_after is null))`.execute(db);
  // The record outlives the output; a baseline does not.
  await sql`
    alter table baseline_approval_outputs
      drop constraint baseline_approval_outputs_regression_test_id_fkey,
      drop constraint baseline_approval_outputs_expected_output_id_fkey`.execute(db);
  await sql`
    create index baseline_approval_outputs_regression_test_id_idx
      on baseline_approval_outputs (regression_test_id, approval_id desc, expected_output_id)`.execute(db);
  await sql`
    alter table baselines
      drop constraint baselines_expected_output_id_fkey,
      add constraint baselines_expected_output_id_fkey
        foreign key (expected_output_id) references expected_outputs on delete cascade`.execute(db);
}
