import { sql } from 'kysely';
import { hash } from 'node:crypto';
import { insertSuite, type Fill } from './seed.ts';

export interface PlannedRuns {
  readonly runs: number;
  readonly testsPerRun: number;
}

/** What test number `number` of each run produces and is expected to produce. */
export const contentOf = (number: number): string => `captions ${number % contents}`;
/** Of one run, each test's is another. */
export const contents = 500;
export const digestOf = (number: number): string => hash('sha256', contentOf(number));

/** Queued runs without a result, each over every test; test and output number n have the id n. */
export function fillWithPlannedRuns({ runs, testsPerRun }: PlannedRuns): Fill {
  return async (database, domain, account) => {
    await insertSuite(database, domain, account, testsPerRun);
    const { db } = database;
    await sql`
      insert into builds (domain_id, account_id, repository_id, commit_sha, platform, entry_point, arguments, sha256, size_bytes)
      select ${domain}, ${account}, repositories.id, lpad(to_hex(number), 40, '0'), 'linux', 'extractor.cjs', '{command}',
        repeat('b', 64), 1
      from repositories, generate_series(1, ${runs}::integer) as number order by number`.execute(db);
    await sql`
      insert into runs (domain_id, repository_id, build_id, account_id, commit_sha, platform, branch, status,
        required_types, planned_count, queued_at)
      select domain_id, repository_id, id, account_id, commit_sha, platform, 'main', 'queued', '{in:file,out:file}',
        ${testsPerRun}, now()
      from builds order by id`.execute(db);
    await sql`
      insert into planned_tests (run_id, regression_test_id, sample_id, sample_sha256, sample_name, sample_size_bytes,
        command, input_type, output_type, expected_rc, timeout_ms)
      select r.id, t.id, s.id, s.sha256, s.original_name, s.size_bytes, t.command, t.input_type, t.output_type,
        t.expected_rc, t.timeout_ms
      from runs r, regression_tests t join samples s on s.id = t.sample_id order by r.id, t.id`.execute(db);
    const digests = Array.from({ length: contents }, (_, number) => digestOf(number));
    await sql`
      insert into planned_outputs (run_id, regression_test_id, output_id, filename, ignore, baseline_sha256, variant_sha256s)
      select r.id, o.regression_test_id, o.id, o.expected_filename, false,
        (${digests}::text[])[1 + o.id % ${contents}::integer], '{}'
      from runs r, expected_outputs o order by r.id, o.id`.execute(db);
    await sql`vacuum analyze`.execute(db);
  };
}
