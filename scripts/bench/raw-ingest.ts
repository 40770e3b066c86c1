// The rows of a batch through pg alone, as fast as the driver takes them: two statements in one transaction.
import pg from 'pg';
import { contentOf, digestOf } from './planned-runs.ts';

const insertResults = `
  insert into results (run_id, regression_test_id, attempt, status, exit_code, runtime_ms, timed_out)
  select $1, id, 1, 'pass', 0, 412, false from unnest($2::integer[]) as id`;
const insertOutputs = `
  insert into result_outputs (run_id, regression_test_id, output_id, sha256, size_bytes, status, class)
  select $1, id, id, sha256, size, 'pass', 'identical'
  from unnest($2::integer[], $3::text[], $4::bigint[]) as output (id, sha256, size)`;

export async function insertRawBatch(pool: pg.Pool, runId: number, testIds: readonly number[]): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(insertResults, [runId, testIds]);
    const sizes = testIds.map((id) => contentOf(id).length);
    await client.query(insertOutputs, [runId, testIds, testIds.map(digestOf), sizes]);
    await client.query('commit');
  } finally {
    client.release();
  }
}
