import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table platform_exit_codes (
      regression_test_id integer not null references regression_tests on delete cascade,
      platform text not null,
      expected_rc integer not null,
      primary key (regression_test_id, platform)
    )`.execute(db);
  // As with outputs, what was changed stays on record when the test is deleted.
  await sql`
    create table baseline_approval_exit_codes (
      approval_id integer not null references baseline_approvals,
      regression_test_id integer not null,
      platform text,
      previous_rc integer,
      expected_rc integer,
      constraint baseline_approval_exit_codes_key unique nulls not distinct (approval_id, platform)
    )`.execute(db);
  await sql`
    create index baseline_approval_exit_codes_regression_test_id_idx
      on baseline_approval_exit_codes (regression_test_id, approval_id desc)`.execute(db);
}
