// The statements of the endpoints through pg alone: no HTTP, no Kysely, rows and values as the driver makes them.
import { Kysely, PostgresDialect, type CompiledQuery } from 'kysely';
import pg from 'pg';
import type { Database } from '../../src/db/database.ts';
import { countMatchingRuns, findRun, listMatchingRuns } from '../../src/features/runs/run-reads.queries.ts';
import { pageLimit, type Endpoint } from './endpoints.ts';
import { measure } from './load.ts';

export interface RawOrder {
  readonly endpoint: Endpoint;
  readonly requests: number;
}

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 10 });
const domainId = Number(process.env['BENCH_DOMAIN_ID']);
const runIds = (process.env['BENCH_RUN_IDS'] ?? '').split(',').map(Number);

/** What Kysely sends for these calls, so that all variants ask the database the same. */
async function recorded(ask: (db: Kysely<Database>) => Promise<unknown>): Promise<readonly CompiledQuery[]> {
  const statements: CompiledQuery[] = [];
  const db = new Kysely<Database>({
    dialect: new PostgresDialect({ pool }),
    log: ({ query }) => void statements.push(query),
  });
  await ask(db);
  return statements;
}

const list = await recorded(async (db) => {
  const total = await countMatchingRuns(db, domainId, {});
  await listMatchingRuns(db, domainId, {}, { sort: '-created_at', limit: pageLimit, offset: 0 }, total);
});
const runs = await Promise.all(runIds.map((id) => recorded((db) => findRun(db, domainId, id))));

async function ask(endpoint: Endpoint, serial: number): Promise<void> {
  const statements = endpoint === 'list' ? list : (runs[serial % runs.length] ?? []);
  for (const { sql, parameters } of statements) await pool.query(sql, [...parameters]);
}

process.on('message', ({ endpoint, requests }: RawOrder) => {
  void measure(requests, (serial) => ask(endpoint, serial)).then((timings) => process.send?.(timings));
});
process.once('disconnect', () => process.exit());
process.send?.('ready');
