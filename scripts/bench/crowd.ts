// Years of runs within minutes: rows made in SQL, without the checks of foreign keys, whose rows are made here too.
import { sql } from 'kysely';
import type { OpenDatabase } from '../../src/db/open-database.ts';
import type { Fill } from './seed.ts';

type Db = OpenDatabase['db'];

export const crowd = {
  testsPerRun: 52,
  repositories: 5,
  /** Each plans tests of its own. */
  suites: 50,
  samples: 500,
  accounts: 8,
  branches: 200,
  /** Of the youngest runs. */
  queued: 40,
  linesPerRun: 10,
} as const;

const runsPerStatement = 10_000;
const tests = crowd.suites * crowd.testsPerRun;

/** Runs a minute apart; a commit has four of them, two on each platform; half are on `main`, one of four failed. */
export const fillWithCrowd =
  (runs: number): Fill =>
  async ({ db }, domain, account) => {
    await db.connection().execute(async (connection) => {
      await sql`set session_replication_role = replica`.execute(connection);
      await sql`set statement_timeout = 0`.execute(connection);
      // Built at once when the rows are there: a third of the time that keeping them takes.
      const indexes = await dropIndexes(connection);
      await insertSuites(connection, domain, account);
      await insertRuns(connection, domain, runs);
      for (let first = 1; first <= runs; first += runsPerStatement) await insertContents(connection, first);
      for (const index of indexes) await sql.raw(index).execute(connection);
      await sql`vacuum analyze`.execute(connection);
      // Else it goes on writing while requests are measured.
      await sql`checkpoint`.execute(connection);
      await sql`reset all`.execute(connection);
    });
  };

/** Those that keep nothing unique, of the large tables. What they were made by. */
async function dropIndexes(db: Db): Promise<string[]> {
  const { rows } = await sql<{ indexname: string; indexdef: string }>`
    select indexname, indexdef from pg_indexes
    where schemaname = 'public' and indexdef not like '%UNIQUE%'
      and tablename in ('planned_tests', 'results', 'result_outputs', 'log_lines')`.execute(db);
  for (const { indexname } of rows) await sql`drop index ${sql.ref(indexname)}`.execute(db);
  return rows.map(({ indexdef }) => indexdef);
}

async function insertSuites(db: Db, domain: number, account: number): Promise<void> {
  await sql`
    insert into accounts (domain_id, name, email, password_hash, role)
    select ${domain}, 'Ada ' || number, 'ada-' || number || '@bench.example', '', 'tester'
    from generate_series(2, ${crowd.accounts}::integer) as number`.execute(db);
  await sql`
    insert into repositories (domain_id, name, default_branch)
    select ${domain}, 'Video/Extractor-' || number, 'main'
    from generate_series(1, ${crowd.repositories}::integer) as number`.execute(db);
  await sql`
    insert into samples (domain_id, account_id, sha256, size_bytes, original_name, extension)
    select ${domain}, ${account}, lpad(to_hex(number), 64, '0'), 3, 'Sample-' || number || '.m2ts', 'm2ts'
    from generate_series(1, ${crowd.samples}::integer) as number`.execute(db);
  // The first sample has 17 tests, so a history more than three times as long as another's.
  await sql`
    insert into regression_tests (domain_id, sample_id, command, input_type, output_type, expected_rc, description, active, timeout_ms)
    select ${domain}, case number % 201 when 0 then 1 else 1 + number % ${crowd.samples}::integer end,
      '--format srt --number ' || number, 'file', 'file', 0, '', true, 60000
    from generate_series(1, ${tests}::integer) as number order by number`.execute(db);
  await sql`
    insert into expected_outputs (regression_test_id, expected_filename, correct_extension)
    select id, 'captions.srt', '.srt' from regression_tests order by id`.execute(db);
}

async function insertRuns(db: Db, domain: number, runs: number): Promise<void> {
  await sql`
    insert into builds (domain_id, account_id, repository_id, commit_sha, platform, entry_point, arguments, sha256, size_bytes)
    select ${domain}, 1, 1 + number / 2 % ${crowd.repositories}::integer, lpad(to_hex(number / 2), 40, '0'),
      (array['linux', 'windows'])[1 + number % 2], 'extractor.cjs', '{command}', repeat('b', 64), 1
    from generate_series(1, ${runs}::integer / 2) as number order by number`.execute(db);
  await sql`
    insert into tool_versions (domain_id, repository_id, account_id, version, released_on, commit_sha)
    select domain_id, repository_id, 1, '1.' || id, '2026-01-01', commit_sha from builds where id % 1000 = 0`.execute(
    db,
  );
  await sql`
    insert into runs (domain_id, repository_id, build_id, account_id, commit_sha, platform, branch, pr_number, status, ended,
      attempt, required_types, planned_count, reported_count, pass_count, fail_count, missing_output_count, error_count,
      duration_ms, created_at, queued_at, started_at, completed_at)
    select b.domain_id, b.repository_id, b.id, 1 + id % ${crowd.accounts}::integer, b.commit_sha, b.platform,
      case when dice % 2 = 0 then 'main' else 'feature-' || dice / 2 % ${crowd.branches}::integer end,
      case when dice % 2 = 1 then dice end, status, ended, 1, '{in:file,out:file}', tests, reported,
      reported - failures, failures - failures / 2, failures / 2, failures, 412 * reported, at, at,
      case when status <> 'queued' then at end, case when ended is not null then at + interval '5 minutes' end
    from (
      select number as place, 1 + (number - 1) / 2 as build, abs(hashint4(number)) % 10000 as dice,
        number > ${runs}::integer - ${crowd.queued}::integer as waits, ${crowd.testsPerRun}::integer as tests,
        now() - (${runs}::integer - number) * interval '1 minute' as at
      from generate_series(1, ${runs}::integer) as number) as numbered
    join builds b on b.id = numbered.build,
      lateral (select case when waits then 'queued' when dice % 100 < 3 then 'canceled' when dice % 100 < 5 then 'incomplete'
        when dice % 100 < 6 then 'error' when dice % 100 < 30 then 'fail' else 'pass' end as status) as statuses,
      lateral (select case status when 'queued' then null when 'canceled' then 'canceled' when 'error' then 'infrastructure'
          else 'completed' end as ended,
        case status when 'queued' then 0 when 'pass' then tests when 'fail' then tests else tests / 2 end as reported,
        case status when 'fail' then 8 else 0 end as failures) as counted
    order by place`.execute(db);
}

/** What the runs from `first` on planned, found and logged. Which tests fail differs from one run to the next. */
async function insertContents(db: Db, first: number): Promise<void> {
  const last = first + runsPerStatement - 1;
  const among = (column: string) => sql`${sql.ref(column)} between ${first}::integer and ${last}::integer`;
  await sql`
    insert into planned_tests (run_id, regression_test_id, sample_id, sample_sha256, sample_name, sample_size_bytes,
      command, input_type, output_type, expected_rc, timeout_ms)
    select r.id, t.id, s.id, s.sha256, s.original_name, s.size_bytes, t.command, t.input_type, t.output_type,
      t.expected_rc, t.timeout_ms
    from runs r join regression_tests t on (t.id - 1) % ${crowd.suites}::integer = r.id / 4 % ${crowd.suites}::integer
    join samples s on s.id = t.sample_id
    where ${among('r.id')} order by r.id, t.id`.execute(db);
  await sql`
    insert into planned_outputs (run_id, regression_test_id, output_id, filename, ignore, baseline_sha256, variant_sha256s)
    select p.run_id, p.regression_test_id, o.id, o.expected_filename, false, repeat('a', 64), '{}'
    from planned_tests p join expected_outputs o using (regression_test_id)
    where ${among('p.run_id')} order by p.run_id, p.regression_test_id`.execute(db);
  await sql`
    insert into results (run_id, regression_test_id, attempt, status, exit_code, runtime_ms, reported_at)
    select r.id, p.regression_test_id, 1,
      case when place >= r.error_count then 'pass' when place >= r.fail_count then 'missing_output' else 'fail' end,
      0, 412, r.created_at
    from runs r join planned_tests p on p.run_id = r.id,
      lateral (select ((p.regression_test_id - 1) / ${crowd.suites}::integer + r.id * 7) % r.planned_count as place) as places
    where ${among('r.id')} and place < r.reported_count order by r.id, p.regression_test_id`.execute(db);
  await sql`
    insert into result_outputs (run_id, regression_test_id, output_id, sha256, size_bytes, status, class)
    select r.run_id, r.regression_test_id, o.id,
      case r.status when 'pass' then repeat('a', 64) when 'fail' then repeat('f', 64) end,
      case r.status when 'missing_output' then null else 7 end, r.status,
      case r.status when 'pass' then 'identical' when 'fail' then 'lines_changed' else 'missing_actual' end
    from results r join expected_outputs o using (regression_test_id)
    where ${among('r.run_id')} order by r.run_id, r.regression_test_id`.execute(db);
  await sql`
    insert into log_lines (run_id, line, attempt, at, level, source, message, regression_test_id)
    select p.run_id, p.line, 1, now(), case p.line when 3 then 'warning' else 'info' end, 'test_runner',
      'test ' || p.regression_test_id || ' ended', p.regression_test_id
    from (select run_id, regression_test_id, (row_number() over (partition by run_id order by regression_test_id))::integer - 1 as line
      from planned_tests where ${among('run_id')}) as p
    where p.line < ${crowd.linesPerRun}::integer order by p.run_id, p.line`.execute(db);
}
