import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { setTimeout as delay } from 'node:timers/promises';
import { createSealing } from '../../preflight/promise/sealing.ts';
import { newKey } from '../../secrets.ts';
import { openPreflightInstallation, type PreflightInstallation } from '../../testing/preflight-installation.ts';
import { performJob } from './job-execution.ts';
import { cancelJob } from './job-lookup.ts';
import { sweepJobs } from './job-sweep.ts';
import { listAuditRows, listPageRows } from './preflight-jobs.queries.ts';
import type { PreflightJobRow } from './preflight.table.ts';

let one: PreflightInstallation;
beforeAll(async () => {
  one = await openPreflightInstallation();
});
afterAll(async () => one[Symbol.asyncDispose]());
afterEach(() => {
  delete one.instead.issuer;
});

const never = new AbortController().signal;
const perform = (id: string, changes: Partial<PreflightInstallation['context']> = {}): Promise<void> =>
  performJob({ ...one.context, ...changes }, id, never);
const loseLease = (id: string) =>
  sql`update preflight_jobs set lease_until = now() - interval '1 second' where id = ${id}`.execute(one.context.db);
const written = async (id: string): Promise<readonly [number, number]> => [
  (await listPageRows(one.context.db, id)).length,
  (await listAuditRows(one.context.db, id)).length,
];
const tokensSent = (path: string) =>
  one.host.requests
    .filter(({ url, method }) => url === path && method === 'GET')
    .map(({ headers }) => headers.authorization);
const isLive = async (token: string): Promise<boolean> =>
  (await one.context.promiseIssuer.introspect(token)).kind === 'active';

/** An ended job keeps nothing of a token, and nobody holds it. */
async function expectEnd(id: string, expected: Partial<PreflightJobRow>): Promise<void> {
  const ended = { sealed_token: null, lease_until: null, ended_at: expect.any(String) };
  expect(await one.row(id)).toMatchObject({ ...ended, ...expected });
}
const failedBy = (error_code: string) => ({ status: 'failed' as const, error_code });

describe('a job that is told of', () => {
  test('is worked on once by two that are told at once', async () => {
    const id = await one.begin({ paths: ['/members/twice'] });
    await Promise.all([perform(id), perform(id)]);
    await expectEnd(id, { status: 'completed', attempt: 1 });
    expect(tokensSent('/members/twice')).toHaveLength(1);
    expect(await written(id)).toEqual([1, 9]);
  });

  test('again after its end, is left as it is', async () => {
    const id = await one.begin({ paths: ['/open'] });
    await perform(id);
    const before = await one.row(id);
    await perform(id);
    expect(await one.row(id)).toEqual(before);
  });

  test('is held for as long as it is worked on', async () => {
    const id = await one.begin();
    const page = one.hold('/members');
    const done = perform(id);
    await page.asked;
    const { lease_until } = await one.row(id);
    while ((await one.row(id)).lease_until === lease_until) await delay(50);
    await perform(id);
    page.answer();
    await done;
    await expectEnd(id, { status: 'completed', attempt: 1 });
  });
});

describe('an attempt that lost its job', () => {
  test('writes nothing more, and leaves the job to be begun again', async () => {
    const id = await one.begin();
    const page = one.hold('/members');
    const lost = perform(id);
    await page.asked;
    await loseLease(id);
    page.answer();
    await lost;
    expect(await one.row(id)).toMatchObject({ status: 'in_progress', attempt: 1 });
    expect(await written(id)).toEqual([0, 0]);
    await perform(id);
    await expectEnd(id, { status: 'completed', attempt: 2 });
  });

  test('changes nothing of what another one has done meanwhile', async () => {
    const id = await one.begin();
    const page = one.hold('/members');
    const lost = perform(id);
    await page.asked;
    await loseLease(id);
    await perform(id);
    const before = [await one.row(id), await listAuditRows(one.context.db, id)];
    page.answer();
    await lost;
    expect([await one.row(id), await listAuditRows(one.context.db, id)]).toEqual(before);
    await expectEnd(id, { status: 'completed', attempt: 2 });
    expect(await written(id)).toEqual([1, 9]);
  });

  test('writes nothing beside another one that has it now', async () => {
    const id = await one.begin();
    const page = one.hold('/members');
    const lost = perform(id);
    await page.asked;
    await loseLease(id);
    const again = one.hold('/members');
    const done = perform(id);
    await again.asked;
    page.answer();
    await lost;
    expect([await one.row(id), await written(id)]).toMatchObject([{ status: 'in_progress', attempt: 2 }, [0, 0]]);
    again.answer();
    await done;
    await expectEnd(id, { status: 'completed', attempt: 2 });
  });

  test('and ended with its process, leaves nothing of what it wrote', async () => {
    const id = await one.begin({ paths: ['/members', '/members/second'] });
    const page = { job_id: id, position: 0, state: 'missing' as const, status: 404, final_url: null };
    await one.context.db.insertInto('preflight_pages').values(page).execute();
    await perform(id);
    await expectEnd(id, { status: 'completed' });
    expect((await listPageRows(one.context.db, id)).map(({ state }) => state)).toEqual(['read', 'read']);
    expect(await written(id)).toEqual([2, 18]);
  });

  test('says nothing of a failure, which is no longer its own', async () => {
    const id = await one.begin();
    one.instead.issuer = {
      exchange: async () => {
        await loseLease(id);
        return { kind: 'refused' };
      },
    };
    await perform(id);
    expect(await one.row(id)).toMatchObject({ status: 'in_progress', sealed_token: expect.any(String) });
  });

  test('loses nothing between the exchange and the record of it: another exchange is made', async () => {
    const id = await one.begin({ paths: ['/members/rolled'] });
    const { exchange } = one.context.promiseIssuer;
    let crashes = true;
    const promiseIssuer = {
      ...one.context.promiseIssuer,
      exchange: async (token: string) => {
        const exchanged = await exchange(token);
        if (crashes) await loseLease(id);
        return exchanged;
      },
    };
    const { sealed_token } = await one.row(id);
    await perform(id, { promiseIssuer });
    expect(await one.row(id)).toMatchObject({ status: 'in_progress', sealed_token });
    expect(tokensSent('/members/rolled')).toEqual([]);
    crashes = false;
    await perform(id, { promiseIssuer });
    await expectEnd(id, { status: 'completed', attempt: 2 });
    expect(tokensSent('/members/rolled')).toEqual([expect.stringMatching(/^token spca_/)]);
  });
});

describe('an issuer', () => {
  const unavailable = () => Promise.resolve({ kind: 'unavailable', why: 'no_answer' } as const);

  test('that does not answer is asked again by the next attempt', async () => {
    const id = await one.begin();
    one.instead.issuer = { exchange: unavailable };
    await expect(perform(id)).rejects.toThrow('the issuer of promise tokens does not answer: no_answer');
    expect(await one.row(id)).toMatchObject({ status: 'in_progress', lease_until: null });
    delete one.instead.issuer;
    await perform(id);
    await expectEnd(id, { status: 'completed', attempt: 2 });
  });

  test('that never answers is asked by each attempt, and the job fails when there are no more', async () => {
    const id = await one.begin();
    one.instead.issuer = { exchange: unavailable };
    for (const _ of [1, 2, 3]) await expect(perform(id)).rejects.toThrow('does not answer');
    await perform(id);
    await sweepJobs(one.context);
    await expectEnd(id, { ...failedBy('attempts_exhausted'), attempt: 3 });
  });

  test('that refuses the token fails the job at once, and no page is asked for', async () => {
    const token = await one.mint();
    const id = await one.begin({ paths: ['/members/refused'], header: token });
    await one.context.promiseIssuer.invalidate(token);
    await perform(id);
    await expectEnd(id, { ...failedBy('needs_reauthentication'), attempt: 1 });
    expect(tokensSent('/members/refused')).toEqual([]);
  });
});

describe('what is kept of a token', () => {
  test('is not opened without its key, and the job fails and says so', async () => {
    const id = await one.begin();
    const key = newKey();
    await perform(id, { sealing: createSealing({ active: key, all: [key] }) });
    await expectEnd(id, { ...failedBy('key_unavailable'), attempt: 1 });
  });

  test('is opened by an older key, and kept under the active one from then on', async () => {
    const id = await one.begin();
    const key = { ...newKey(), kid: 'newer' };
    const page = one.hold('/members');
    const done = perform(id, { sealing: createSealing({ active: key, all: [key, one.sealingKey] }) });
    await page.asked;
    expect((await one.row(id)).sealed_token).toMatch(/^v1\.newer\./);
    page.answer();
    await done;
    await expectEnd(id, { status: 'completed', attempt: 1 });
  });

  test('is of use to its own job alone', async () => {
    const [id, other] = [await one.begin(), await one.begin()];
    const { sealed_token } = await one.row(other);
    await one.context.db.updateTable('preflight_jobs').set({ sealed_token }).where('id', '=', id).execute();
    await perform(id);
    await expectEnd(id, failedBy('token_unreadable'));
  });

  test('is in no line that is logged', async () => {
    expect(one.logged.join('')).toContain('a preflight job failed');
    expect(one.logged.join('')).not.toMatch(/spc[ap]_|v1\.\w+\./);
  });
});

describe('a job that is canceled', () => {
  test('stops in the middle, and writes nothing more', async () => {
    const paths = Array.from({ length: 20 }, (_, index) => `/members/canceled-${index}`);
    const id = await one.begin({ paths });
    const pages = paths.map((path) => one.hold(path));
    const done = perform(id);
    await pages[4]?.asked;
    await cancelJob(one.context, 1, id);
    await done;
    for (const page of pages) page.answer();
    await expectEnd(id, { status: 'canceled', attempt: 1 });
    expect(await written(id)).toEqual([0, 0]);
    // Five at once, and none after those.
    expect(paths.filter((path) => tokensSent(path).length > 0)).toHaveLength(5);
  });

  test('is not begun any more', async () => {
    const id = await one.begin({ paths: ['/members/never'] });
    await cancelJob(one.context, 1, id);
    await perform(id);
    await expectEnd(id, { status: 'canceled', attempt: 0 });
    expect(tokensSent('/members/never')).toEqual([]);
  });
});

test('a process that stops gives the job back at once', async () => {
  const id = await one.begin();
  const page = one.hold('/members');
  const stopping = new AbortController();
  const done = performJob(one.context, id, stopping.signal);
  await page.asked;
  stopping.abort(new Error('the process is stopping'));
  await expect(done).rejects.toThrow('the process is stopping');
  page.answer();
  expect(await one.row(id)).toMatchObject({ status: 'in_progress', lease_until: null });
  await perform(id);
  await expectEnd(id, { status: 'completed', attempt: 2 });
});

describe.each<[string, (id: string) => Promise<unknown>]>([
  ['completed', (id) => perform(id)],
  ['canceled', (id) => cancelJob(one.context, 1, id)],
  [
    'failed',
    (id) => {
      one.instead.issuer = { exchange: () => Promise.resolve({ kind: 'refused' }) };
      return perform(id);
    },
  ],
])('with a job that is %s', (status, end) => {
  test('the token that was minted for it ends', async () => {
    const id = await one.begin();
    const token = one.minted.at(-1) ?? '';
    expect(await isLive(token)).toBe(true);
    await end(id);
    expect(await one.row(id)).toMatchObject({ status, sealed_token: null });
    expect(await isLive(token)).toBe(false);
  });

  test('the token that somebody brought goes on', async () => {
    const token = await one.mint();
    const id = await one.begin({ header: token });
    await end(id);
    expect(await one.row(id)).toMatchObject({ status, sealed_token: null });
    expect(await isLive(token)).toBe(true);
  });
});
