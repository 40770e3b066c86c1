import { sql, type Kysely } from 'kysely';

/** What is of a run goes with it; approvals stay, and hold the run that they came from. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const owned = ['planned_tests', 'run_events', 'idempotency_keys', 'leases', 'log_lines', 'infrastructure_errors'];
  for (const table of owned)
    await sql`
      alter table ${sql.table(table)}
        drop constraint ${sql.ref(`${table}_run_id_fkey`)},
        add constraint ${sql.ref(`${table}_run_id_fkey`)}
          foreign key (run_id) references runs on delete cascade`.execute(db);
  for (const table of ['planned_outputs', 'results'])
    await sql`
      alter table ${sql.table(table)}
        drop constraint ${sql.ref(`${table}_run_id_regression_test_id_fkey`)},
        add constraint ${sql.ref(`${table}_run_id_regression_test_id_fkey`)}
          foreign key (run_id, regression_test_id) references planned_tests on delete cascade`.execute(db);
  await sql`
    alter table result_outputs
      drop constraint result_outputs_run_id_regression_test_id_output_id_fkey,
      add constraint result_outputs_run_id_regression_test_id_output_id_fkey
        foreign key (run_id, regression_test_id, output_id) references planned_outputs on delete cascade`.execute(db);
  await sql`create index idempotency_keys_run_id_idx on idempotency_keys (run_id)`.execute(db);
  await sql`create index runs_completed_at_idx on runs (completed_at, id) where ended is not null`.execute(db);
}
