import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { sql, type Transaction } from 'kysely';
import { startPostgres, type PostgresServer } from '../../../scripts/test-postgres.ts';
import type { Database } from '../../db/database.ts';
import { migrate } from '../../db/migrator.ts';
import { openDatabase, type OpenDatabase } from '../../db/open-database.ts';
import { createTestDatabase } from '../../testing/postgres-databases.ts';
import { changeRegressionTest, removeRegressionTest } from './edit-test.ts';
import { listManifestTests, type ManifestTest } from './manifest-source.ts';
import { findRegressionTestForUpdate, updateRegressionTest } from './regression-tests.queries.ts';

const domainId = 1;
let server: PostgresServer;
let opened: OpenDatabase;
let testId: number;

beforeAll(async () => {
  server = await startPostgres();
  const { url } = await createTestDatabase(server.url);
  opened = await openDatabase({ databaseUrl: url, directory: '' }, { warn: () => undefined });
  await migrate(opened.db);
  await sql`
    with account as (
      insert into accounts (domain_id, name, email, password_hash, role)
      values (${domainId}, 'ada', 'ada@example.org', '', 'admin') returning id
    ),
    sample as (
      insert into samples (domain_id, sha256, size_bytes, original_name, extension, account_id)
      select ${domainId}, '', 1, 'pop-on.m2ts', 'm2ts', id from account
    ),
    repository as (
      insert into repositories (domain_id, name, default_branch) values (${domainId}, 'video/extractor', 'main') returning id
    )
    insert into builds (domain_id, account_id, repository_id, commit_sha, platform, entry_point, arguments, sha256, size_bytes)
    select ${domainId}, account.id, repository.id, repeat('0', 40), 'linux', 'extractor.cjs', '{command}', '', 1
    from account, repository`.execute(opened.db);
});

beforeEach(async () => {
  const { rows } = await sql<{ id: number }>`
    insert into regression_tests
      (domain_id, sample_id, command, input_type, output_type, expected_rc, description, active, timeout_ms)
    select ${domainId}, id, '--old', 'file', 'file', 0, '', true, 1000 from samples
    returning id`.execute(opened.db);
  testId = rows[0]?.id ?? 0;
});

afterAll(async () => {
  await opened.close();
  await server.stop();
});

const manifestOf = (trx: Transaction<Database>): Promise<ManifestTest[]> =>
  listManifestTests(trx, { domainId, platform: 'linux' });

async function planAll(trx: Transaction<Database>): Promise<void> {
  await sql`
    with run as (
      insert into runs (domain_id, account_id, repository_id, build_id, commit_sha, platform, branch, status, required_types, planned_count, queued_at)
      select domain_id, account_id, repository_id, id, commit_sha, platform, 'main', 'queued', '{}', 1, now() from builds
      returning id
    )
    insert into planned_tests
      (run_id, regression_test_id, sample_id, sample_sha256, sample_name, sample_size_bytes, command, input_type, output_type, expected_rc, timeout_ms)
    select run.id, regression_tests.id, sample_id, '', '', 1, command, input_type, output_type, 0, 1000
    from run, regression_tests`.execute(trx);
}

/** Ends when some statement waits for a row that another transaction holds. */
async function untilOneWaits(): Promise<void> {
  for (;;) {
    const waiting = await sql`select from pg_stat_activity where wait_event_type = 'Lock'`.execute(opened.db);
    if (waiting.rows.length > 0) return;
  }
}

/** Begins `second` while a transaction that did `first` is open, which goes on with `then` and ends when `second` waits. */
async function overtake<Outcome>(
  first: (trx: Transaction<Database>) => Promise<unknown>,
  second: () => Promise<Outcome>,
  then: (trx: Transaction<Database>) => Promise<unknown> = async () => undefined,
): Promise<PromiseSettledResult<Outcome>> {
  const outcomes = await opened.db.transaction().execute(async (trx) => {
    await first(trx);
    const pending = Promise.allSettled([second()]);
    await untilOneWaits();
    await then(trx);
    return { pending };
  });
  const [outcome] = await outcomes.pending;
  return outcome;
}

const plannedBySecond = async (): Promise<ManifestTest | undefined> => {
  const tests = await opened.db.transaction().execute(manifestOf);
  return tests.find((planned) => planned.regression_test_id === testId);
};

test('a test in a manifest that is being written is not deleted: the deletion waits and finds the run', async () => {
  const outcome = await overtake(manifestOf, () => removeRegressionTest(opened, domainId, testId), planAll);
  expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'conflict', details: { run_count: 1 } } });
  expect(await plannedBySecond()).toBeDefined();
});

test('a manifest waits for a deletion that came first and does not hold the test', async () => {
  const remove = (trx: Transaction<Database>) => trx.deleteFrom('regression_tests').where('id', '=', testId).execute();
  expect(await overtake(remove, plannedBySecond)).toEqual({ status: 'fulfilled', value: undefined });
});

test('a change waits for a manifest that is being written, which keeps what it read', async () => {
  let planned: ManifestTest[] = [];
  const read = async (trx: Transaction<Database>): Promise<void> => {
    planned = await manifestOf(trx);
  };
  const outcome = await overtake(read, () => changeRegressionTest(opened, domainId, testId, { command: '--new' }));
  expect(planned.find((row) => row.regression_test_id === testId)?.command).toBe('--old');
  expect(outcome).toMatchObject({ status: 'fulfilled', value: { command: '--new' } });
});

test.each([
  ['the new command', { command: '--new' }, { command: '--new' }],
  ['no test that was deactivated', { active: false }, undefined],
])('a manifest waits for a change that came first and holds %s', async (_, changes, held) => {
  // A change as `changeRegressionTest` makes it, in a transaction that stays open.
  const change = async (trx: Transaction<Database>): Promise<void> => {
    await findRegressionTestForUpdate(trx, domainId, testId);
    await updateRegressionTest(trx, testId, changes);
  };
  const outcome = await overtake(change, plannedBySecond);
  expect(outcome).toMatchObject({ status: 'fulfilled', value: held });
});
