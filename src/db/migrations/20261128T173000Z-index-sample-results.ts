import { sql, type Kysely } from 'kysely';

/** In the order in which the history of a sample is listed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create index planned_tests_sample_id_idx on planned_tests (sample_id, run_id desc, regression_test_id)`.execute(db);
}
