import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Transaction } from 'kysely';
import type { Database } from '../../db/database.ts';
import type { OpenDatabase } from '../../db/open-database.ts';
import { openMigratedPostgres } from '../../testing/migrated-postgres.ts';
import {
  insertRun,
  insertTenant,
  insertTest,
  planTest,
  type Tenant,
  type TestPlace,
} from '../../testing/run-fixture.ts';
import { waitingConnections } from '../../testing/waiting-connections.ts';
import { changeRegressionTest, removeRegressionTest } from './edit-test.ts';
import { listManifestTests, type ManifestTest } from './manifest-source.ts';
import { findRegressionTestForUpdate, updateRegressionTest } from './regression-tests.queries.ts';

let opened: OpenDatabase;
let tenant: Tenant;
let place: TestPlace;

beforeAll(async () => {
  opened = await openMigratedPostgres();
  tenant = await insertTenant(opened.db, 'own');
});

beforeEach(async () => {
  place = await insertTest(opened.db, tenant);
});

afterAll(async () => {
  await opened.close();
});

const manifestOf = (trx: Transaction<Database>): Promise<ManifestTest[]> =>
  listManifestTests(trx, { domainId: tenant.domain_id, platform: 'linux' });

async function plan(trx: Transaction<Database>): Promise<void> {
  const { id } = await insertRun(trx, tenant);
  await planTest(trx, id, tenant, place);
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
    await waitingConnections(opened.db);
    await then(trx);
    return { pending };
  });
  const [outcome] = await outcomes.pending;
  return outcome;
}

const plannedTest = async (): Promise<ManifestTest | undefined> => {
  const tests = await opened.db.transaction().execute(manifestOf);
  return tests.find((planned) => planned.regression_test_id === place.regression_test_id);
};

test('a test in a manifest that is being written is not deleted: the deletion waits and finds the run', async () => {
  const outcome = await overtake(
    manifestOf,
    () => removeRegressionTest(opened, tenant.domain_id, place.regression_test_id),
    plan,
  );
  expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'conflict', details: { run_count: 1 } } });
  expect(await plannedTest()).toBeDefined();
});

test('a manifest waits for a deletion that came first and does not hold the test', async () => {
  const remove = (trx: Transaction<Database>) =>
    trx.deleteFrom('regression_tests').where('id', '=', place.regression_test_id).execute();
  expect(await overtake(remove, plannedTest)).toEqual({ status: 'fulfilled', value: undefined });
});

test('a change waits for a manifest that is being written, which keeps what it read', async () => {
  let planned: ManifestTest[] = [];
  const read = async (trx: Transaction<Database>): Promise<void> => {
    planned = await manifestOf(trx);
  };
  const owner = { domainId: tenant.domain_id, accountId: tenant.account_id };
  const outcome = await overtake(read, () =>
    changeRegressionTest(opened, owner, place.regression_test_id, { command: '--new' }),
  );
  expect(planned.find((row) => row.regression_test_id === place.regression_test_id)?.command).toBe('--format srt');
  expect(outcome).toMatchObject({ status: 'fulfilled', value: { command: '--new' } });
});

test.each([
  ['the new command', { command: '--new' }, { command: '--new' }],
  ['no test that was deactivated', { active: false }, undefined],
])('a manifest waits for a change that came first and holds %s', async (_, changes, held) => {
  // A change as `changeRegressionTest` makes it, in a transaction that stays open.
  const change = async (trx: Transaction<Database>): Promise<void> => {
    await findRegressionTestForUpdate(trx, tenant.domain_id, place.regression_test_id);
    await updateRegressionTest(trx, place.regression_test_id, changes);
  };
  const outcome = await overtake(change, plannedTest);
  expect(outcome).toMatchObject({ status: 'fulfilled', value: held });
});
