import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { openPreflightInstallation, type PreflightInstallation } from '../../testing/preflight-installation.ts';
import { existingSite } from '../sites/site-lookup.ts';
import { beginDelivery } from './fix-creation.ts';
import { performJob } from './job-execution.ts';
import { cancelJob } from './job-lookup.ts';
import { sweepExpiredJobs, sweepJobs } from './job-sweep.ts';

let one: PreflightInstallation;
beforeAll(async () => {
  one = await openPreflightInstallation();
});
afterAll(async () => one[Symbol.asyncDispose]());
beforeEach(async () => {
  await one.context.db.deleteFrom('preflight_jobs').execute();
});

const age = (id: string, seconds: number, table = 'preflight_jobs') =>
  sql`
    update ${sql.table(table)} set
      created_at = created_at - ${seconds} * interval '1 second',
      updated_at = updated_at - ${seconds} * interval '1 second'
    where id = ${id}`.execute(one.context.db);
const attempt = (id: string, count: number, leaseSeconds: number | null) =>
  sql`
    update preflight_jobs set attempt = ${count}, lease_until = now() + ${leaseSeconds} * interval '1 second'
    where id = ${id}`.execute(one.context.db);

/** Of these only: others were handed over when they were begun. */
async function handedOver(): Promise<readonly string[]> {
  const before = one.sent.length;
  await sweepJobs(one.context);
  return one.sent.slice(before);
}
const statusOf = async (id: string): Promise<string> => (await one.row(id)).status;
const isLive = async (token: string): Promise<boolean> =>
  (await one.context.promiseIssuer.introspect(token)).kind === 'active';

describe('a job that never ends', () => {
  test('is ended after a quarter of an hour, though somebody is at it, and its token with it', async () => {
    const [id, young] = [await one.begin(), await one.begin()];
    await attempt(id, 1, 30);
    await attempt(young, 1, 30);
    await age(id, 901);
    await age(young, 890);
    const [token = '', other = ''] = one.minted.slice(-2);
    expect(await handedOver()).toEqual([]);
    expect(await one.row(id)).toMatchObject({
      ...{ status: 'failed', error_code: 'timed_out', sealed_token: null, lease_until: null },
      ended_at: expect.any(String),
    });
    expect([await statusOf(young), await isLive(token), await isLive(other)]).toEqual(['in_progress', false, true]);
  });

  test('is ended when its attempts have run out and nobody is at the last one, and is not begun again', async () => {
    const [id, held] = [await one.begin({ paths: ['/members/exhausted'] }), await one.begin()];
    await attempt(id, 3, -1);
    await attempt(held, 3, 30);
    await performJob(one.context, id, new AbortController().signal);
    expect(one.host.requests.filter(({ url, method }) => url === '/members/exhausted' && method === 'GET')).toEqual([]);
    await sweepJobs(one.context);
    expect(await one.row(id)).toMatchObject({
      ...{ status: 'failed', error_code: 'attempts_exhausted', attempt: 3, sealed_token: null },
    });
    expect([await statusOf(held), await isLive(one.minted.at(-2) ?? '')]).toEqual(['in_progress', false]);
  });

  test('leaves a token that somebody brought to whoever brought it', async () => {
    const token = await one.mint();
    const id = await one.begin({ header: token });
    await age(id, 901);
    await sweepJobs(one.context);
    expect([await one.row(id), await isLive(token)]).toMatchObject([{ status: 'failed', sealed_token: null }, true]);
  });
});

test('a job that is overdue is not begun, though nobody has ended it yet', async () => {
  const id = await one.begin();
  await age(id, 901);
  await performJob(one.context, id, new AbortController().signal);
  expect(await one.row(id)).toMatchObject({ status: 'in_progress', attempt: 0 });
});

describe('a job that nobody is at', () => {
  test('is handed over again, while it is in progress', async () => {
    const forsaken = [await one.begin(), await one.begin(), await one.begin()];
    const [untouched = '', given = '', lost = ''] = forsaken;
    await attempt(given, 1, null);
    await attempt(lost, 2, -1);
    const [held, fresh, canceled] = [await one.begin(), await one.begin(), await one.begin()];
    await attempt(held, 1, 30);
    await cancelJob(one.context, 1, canceled);
    for (const id of [...forsaken, held, canceled]) await age(id, 11);
    await age(fresh, 5);
    expect([...(await handedOver())].sort()).toEqual([untouched, given, lost].sort());
  });

  test('is handed over again when handing it over failed, which is no failure of the request', async () => {
    const { jobEngine } = one.context;
    const send = jobEngine.send.bind(jobEngine);
    jobEngine.send = () => Promise.reject(new Error('no queue'));
    const id = await one.begin().finally(() => (jobEngine.send = send));
    expect(one.logged.join('')).toContain('handing over a job failed');
    await age(id, 11);
    expect(await handedOver()).toEqual([id]);
  });
});

test('jobs are deleted when they have expired, and not while they are in progress', async () => {
  const [ended, fresh, busy] = [await one.begin(), await one.begin(), await one.begin()];
  await performJob(one.context, ended, new AbortController().signal);
  await cancelJob(one.context, 1, fresh);
  for (const id of [ended, busy])
    await sql`update preflight_jobs set expires_at = now() - interval '1 second' where id = ${id}`.execute(
      one.context.db,
    );
  await sweepExpiredJobs(one.context);
  const left = await one.context.db.selectFrom('preflight_jobs').select('id').execute();
  expect(left.map(({ id }) => id).sort()).toEqual([fresh, busy].sort());
  expect(await one.context.db.selectFrom('preflight_audits').select('job_id').execute()).toEqual([]);
});

describe('a delivery of fixes', () => {
  async function beginDelivered(): Promise<string> {
    const { db } = one.context;
    const job = await one.row(await one.begin());
    const site = await existingSite(db, 1, one.siteId);
    const asked = { caller: one.caller, header: undefined };
    return (await beginDelivery(one.context, { job, site, fixes: [] }, asked)).id;
  }
  const delivery = (id: string) =>
    one.context.db.selectFrom('preflight_fixes').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

  test('that never ends is ended after a quarter of an hour, and its token with it', async () => {
    const [id, young] = [await beginDelivered(), await beginDelivered()];
    const [, token = '', , other = ''] = one.minted.slice(-4);
    await age(id, 901, 'preflight_fixes');
    await age(young, 890, 'preflight_fixes');
    await sweepJobs(one.context);
    expect(await delivery(id)).toMatchObject({
      ...{ status: 'failed', error_code: 'timed_out', sealed_token: null, ended_at: expect.any(String) },
    });
    expect([(await delivery(young)).status, await isLive(token), await isLive(other)]).toEqual([
      ...['in_progress', false, true],
    ]);
  });

  test('that nobody is at is handed over again', async () => {
    const [id, fresh] = [await beginDelivered(), await beginDelivered()];
    await age(id, 11, 'preflight_fixes');
    await age(fresh, 5, 'preflight_fixes');
    expect(await handedOver()).toEqual([id]);
  });
});
