import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Transaction } from 'kysely';
import { randomUUID } from 'node:crypto';
import { settingsFrom } from '../../config.ts';
import type { Database } from '../../db/database.ts';
import type { OpenDatabase } from '../../db/open-database.ts';
import { openMigratedPostgres } from '../../testing/migrated-postgres.ts';
import { insertRun, insertTenant, type Tenant } from '../../testing/run-fixture.ts';
import { siteSettings } from '../../testing/site-settings.ts';
import { waitingConnections } from '../../testing/waiting-connections.ts';
import { registerSite } from '../sites/site-registration.ts';
import { insertJob } from './preflight-jobs.queries.ts';
import { assertPassed } from './required-preflight.ts';

let opened: OpenDatabase;
let tenant: Tenant;
let siteId: number;

beforeAll(async () => {
  opened = await openMigratedPostgres();
  tenant = await insertTenant(opened.db, 'own');
  ({ id: siteId } = await registerSite(opened, tenant.domain_id, siteSettings()));
});

afterAll(async () => {
  await opened.close();
});

async function passedJob(): Promise<string> {
  const { domain_id, account_id } = tenant;
  const now = new Date().toISOString();
  const { id } = await insertJob(opened.db, {
    ...{ id: randomUUID(), domain_id, account_id, site_id: siteId, run_id: null, step: 'identify' },
    ...{ urls: ['https://www.example.org/'], audits: ['h1-count'], authentication_required: false },
    ...{ sealed_token: null, token_minted: false, profiling: null },
    ...{ status: 'completed', verdict: 'pass', ended_at: now },
  });
  return id;
}

async function require(trx: Transaction<Database>, jobId: string): Promise<void> {
  const required = { domainId: tenant.domain_id, repositoryId: tenant.repository_id, jobId };
  await assertPassed(trx, { settings: settingsFrom({}) }, required);
}

const deleteJob = (db: OpenDatabase['db'], id: string) =>
  db.deleteFrom('preflight_jobs').where('id', '=', id).execute();

/** Begins `second` while a transaction that did `first` is open, which goes on with `then` and ends when `second` waits. */
async function overtake<Value>(
  first: (trx: Transaction<Database>) => Promise<unknown>,
  second: () => Promise<unknown>,
  then: (trx: Transaction<Database>) => Promise<Value>,
) {
  const { value, pending } = await opened.db.transaction().execute(async (trx) => {
    await first(trx);
    const outcomes = Promise.allSettled([second()]);
    await waitingConnections(opened.db);
    return { value: await then(trx), pending: outcomes };
  });
  const [outcome] = await pending;
  return { value, outcome };
}

test('a preflight that a run requires is deleted after the run is there', async () => {
  const jobId = await passedJob();
  const { value: made, outcome } = await overtake(
    (trx) => require(trx, jobId),
    () => deleteJob(opened.db, jobId),
    (trx) => insertRun(trx, tenant, { preflight_job_id: jobId }),
  );
  expect([made.preflight_job_id, outcome.status]).toEqual([jobId, 'fulfilled']);
  const left = await opened.db.selectFrom('runs').selectAll().where('id', '=', made.id).executeTakeFirstOrThrow();
  expect(left.preflight_job_id).toBeNull();
});

test('a preflight that is being deleted is none to a run', async () => {
  const jobId = await passedJob();
  const { outcome } = await overtake(
    (trx) => deleteJob(trx, jobId),
    () => opened.db.transaction().execute((trx) => require(trx, jobId)),
    () => Promise.resolve(),
  );
  expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'unprocessable' } });
});
