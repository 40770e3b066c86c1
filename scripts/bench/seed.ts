import { sql } from 'kysely';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../../src/db/migrator.ts';
import { openDatabase, type OpenDatabase } from '../../src/db/open-database.ts';
import { mintToken } from '../../src/features/tokens/token-minting.ts';
import { formatKey, newKey, type Keyring } from '../../src/secrets.ts';
import { startPostgres } from '../test-postgres.ts';

export const seeded = { runs: 200, resultsPerRun: 20 } as const;

export interface Bench {
  readonly databaseUrl: string;
  readonly dataDirectory: string;
  readonly database: OpenDatabase;
  readonly keys: Keyring;
  /** The same in the form of `SPCI_LOOKUP_KEYS`. */
  readonly lookupKeys: string;
  readonly token: string;
  readonly domainId: number;
  /** Ascending. */
  readonly runIds: readonly number[];
  /** For logs and state of the processes under load. */
  readonly directory: string;
  stop(): Promise<void>;
}

/** Fills an empty, migrated database. */
export type Fill = (database: OpenDatabase, domainId: number, accountId: number) => Promise<void>;

const fillWithFewRuns: Fill = async (database, domainId, accountId) => {
  await insertSuite(database, domainId, accountId);
  await insertRuns(database);
  await sql`analyze`.execute(database.db);
};

/** A PostgreSQL of its own with the same rows every time: only the token and the key are new. */
export async function openBench(fill: Fill = fillWithFewRuns): Promise<Bench> {
  const postgres = await startPostgres();
  const directory = await mkdtemp(join(tmpdir(), 'spci-bench-'));
  const database = await openDatabase({ databaseUrl: postgres.url, directory }, console);
  await migrate(database.db);
  const { domain_id, account_id } = await insertOwner(database);
  await fill(database, domain_id, account_id);
  const runs = await database.db.selectFrom('runs').select('id').orderBy('id').execute();
  const key = newKey();
  const request = {
    token_name: 'bench',
    expires_in_days: 1,
    scopes: ['runs:read', 'runs:write', 'results:read', 'system:read'],
  } as const;
  const keys = { active: key, all: [key] };
  const { token } = await mintToken({ db: database.db, keys }, { id: account_id, role: 'admin' }, request);
  return {
    databaseUrl: postgres.url,
    dataDirectory: postgres.dataDirectory,
    database,
    keys,
    lookupKeys: formatKey(key),
    token,
    domainId: domain_id,
    runIds: runs.map((run) => run.id),
    directory,
    stop: async () => {
      await database.close();
      await postgres.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function insertOwner({ db }: OpenDatabase): Promise<{ domain_id: number; account_id: number }> {
  const { id: domain_id } = await db
    .insertInto('domains')
    .values({ slug: 'bench' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const { id: account_id } = await db
    .insertInto('accounts')
    .values({ domain_id, name: 'Ada', email: 'ada@bench.example', password_hash: '', role: 'admin' })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { domain_id, account_id };
}

/** A repository, a sample and tests over it, each with one output; test and output number n have the id n. */
export async function insertSuite(
  { db }: OpenDatabase,
  domain: number,
  account: number,
  tests: number = seeded.resultsPerRun,
): Promise<void> {
  await sql`insert into repositories (domain_id, name, default_branch) values (${domain}, 'Video/Extractor', 'main')`.execute(
    db,
  );
  await sql`
    insert into samples (domain_id, account_id, sha256, size_bytes, original_name, extension)
    values (${domain}, ${account}, repeat('5', 64), 3, 'Pop-On.m2ts', 'm2ts')`.execute(db);
  await sql`
    insert into regression_tests (domain_id, sample_id, command, input_type, output_type, expected_rc, description, active, timeout_ms)
    select samples.domain_id, samples.id, '--format srt --number ' || number, 'file', 'file', 0, '', true, 60000
    from samples, generate_series(1, ${tests}::integer) as number order by number`.execute(db);
  await sql`
    insert into expected_outputs (regression_test_id, expected_filename, correct_extension)
    select id, 'captions.srt', '.srt' from regression_tests order by id`.execute(db);
}

/** Ended runs a minute apart, on each platform in turn; every fifth failed in one test. */
async function insertRuns({ db }: OpenDatabase): Promise<void> {
  await sql`
    insert into builds (domain_id, account_id, repository_id, commit_sha, platform, entry_point, arguments, sha256, size_bytes)
    select accounts.domain_id, accounts.id, repositories.id, lpad(to_hex(number), 40, '0'),
      (array['linux', 'windows'])[1 + number % 2], 'extractor.cjs', '{command}', repeat('b', 64), 1
    from generate_series(1, ${seeded.runs}::integer) as number, accounts
    join repositories on repositories.domain_id = accounts.domain_id
    order by number`.execute(db);
  await sql`
    insert into runs (domain_id, repository_id, build_id, account_id, commit_sha, platform, branch, status, ended, attempt,
      required_types, planned_count, reported_count, pass_count, fail_count, error_count, duration_ms,
      created_at, queued_at, started_at, completed_at)
    select b.domain_id, b.repository_id, b.id, b.account_id, b.commit_sha, b.platform, 'main',
      case failures when 0 then 'pass' else 'fail' end, 'completed', 1,
      '{in:file,out:file}', tests, tests, tests - failures, failures, failures, tests * 412, at, at, at, at
    from builds b,
      lateral (select case b.id % 5 when 0 then 1 else 0 end as failures, ${seeded.resultsPerRun}::integer as tests,
        timestamptz '2026-11-22 00:00Z' + b.id * interval '1 minute' as at) as facts
    order by b.id`.execute(db);
  await insertResults(db);
}

async function insertResults(db: OpenDatabase['db']): Promise<void> {
  await sql`
    insert into planned_tests (run_id, regression_test_id, sample_id, sample_sha256, sample_name, sample_size_bytes,
      command, input_type, output_type, expected_rc, timeout_ms)
    select runs.id, t.id, s.id, s.sha256, s.original_name, s.size_bytes, t.command, t.input_type, t.output_type,
      t.expected_rc, t.timeout_ms
    from runs, regression_tests t join samples s on s.id = t.sample_id`.execute(db);
  await sql`
    insert into planned_outputs (run_id, regression_test_id, output_id, filename, ignore, baseline_sha256, variant_sha256s)
    select p.run_id, p.regression_test_id, o.id, o.expected_filename, false, repeat('a', 64), '{}'
    from planned_tests p join expected_outputs o using (regression_test_id)`.execute(db);
  await sql`
    insert into results (run_id, regression_test_id, attempt, status, exit_code, runtime_ms)
    select p.run_id, p.regression_test_id, 1,
      case when r.fail_count > 0 and p.regression_test_id = 1 then 'fail' else 'pass' end, 0, 412
    from planned_tests p join runs r on r.id = p.run_id`.execute(db);
  await sql`
    insert into result_outputs (run_id, regression_test_id, output_id, sha256, size_bytes, status, class)
    select o.run_id, o.regression_test_id, o.output_id, repeat('a', 64), 7, r.status,
      case r.status when 'pass' then 'identical' else 'text' end
    from planned_outputs o join results r using (run_id, regression_test_id)`.execute(db);
}

/** Newest in their domain, so that they are on every first page: a queued run is shown with the reason why it waits. */
export async function insertQueuedRuns({ database: { db } }: Bench, count: number): Promise<void> {
  await sql`
    insert into runs (domain_id, repository_id, build_id, account_id, commit_sha, platform, branch, status,
      required_types, planned_count, queued_at)
    select domain_id, repository_id, build_id, account_id, commit_sha, platform, branch, 'queued',
      required_types, planned_count, now()
    from runs order by id limit ${count}`.execute(db);
}
