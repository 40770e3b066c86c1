import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { up } from '../../db/migrations/20261130T022300Z-judge-preflight-jobs.ts';
import type { AuditName, AuditState } from '../../preflight/audits/audit.ts';
import { openPreflightInstallation, type PreflightInstallation } from '../../testing/preflight-installation.ts';
import { cancelJob } from './job-lookup.ts';
import { claimWork, completeJob, failHeldWork, type ClaimedWork } from './leases.queries.ts';
import { insertAudit, insertPage } from './preflight-work.queries.ts';

let one: PreflightInstallation;
beforeAll(async () => {
  one = await openPreflightInstallation();
});
afterAll(async () => one[Symbol.asyncDispose]());

const profiling = { total: '0.00 seconds', total_ms: 0, start_time: '', end_time: '', breakdown: [] };
const bounds = { attemptsMax: 3, lifeMs: 60_000, leaseMs: 60_000 };
const audits = ['h1-count', 'links'] as const;

/** What one page has to tell, with its audits in their order; `no_browser` and `undecided` are reasons of `not_run`. */
type Found = readonly [state: 'read' | 'missing', ...audits: readonly (AuditState | 'no_browser' | 'undecided')[]];

async function claimed(pages: number): Promise<ClaimedWork<'preflight'>> {
  const id = await one.begin({ paths: Array.from({ length: pages }, (_, index) => `/open/${index}`) });
  await one.context.db
    .updateTable('preflight_jobs')
    .set({ audits: [...audits] })
    .where('id', '=', id)
    .execute();
  const work = await claimWork(one.context.db, 'preflight', id, bounds);
  if (work === undefined) throw new Error('the job is not to be had');
  return work;
}

const statedAs = (audit: Found[1]) =>
  audit === 'no_browser' || audit === 'undecided'
    ? { state: 'not_run' as const, reason: { code: audit, message: '' } }
    : { state: audit ?? 'ok' };

async function write(job_id: string, found: readonly Found[]): Promise<void> {
  await one.context.db.transaction().execute(async (trx) => {
    for (const [position, [state, ...states]] of found.entries()) {
      await insertPage(trx, { job_id, position, state, status: 200, final_url: null });
      for (const [index, audit] of states.entries()) {
        const name: AuditName = audits[index] ?? 'h1-count';
        const result = { name, type: 'seo' as const, ...statedAs(audit), opportunities: [] };
        await insertAudit(trx, { job_id, position, result, reused_from_job_id: null });
      }
    }
  });
}

const clean: Found = ['read', 'ok', 'ok'];

describe('a completed job', () => {
  test.each<[string, string, number, readonly Found[]]>([
    ['pass', 'every audit of every page is ok', 2, [clean, clean]],
    ['pass', 'all but what needs a browser is ok', 1, [['read', 'ok', 'no_browser']]],
    ['incomplete', 'a person has to decide', 1, [['read', 'ok', 'undecided']]],
    ['incomplete', 'a page was not read, and nothing but a browser is missing', 1, [['missing', 'ok', 'no_browser']]],
    ['fail', 'one audit has issues', 2, [clean, ['read', 'ok', 'issues']]],
    [
      'fail',
      'one has issues and others were not run',
      2,
      [
        ['missing', 'not_run', 'not_run'],
        ['read', 'issues', 'failed'],
      ],
    ],
    ['incomplete', 'an audit was not run', 1, [['read', 'ok', 'not_run']]],
    ['incomplete', 'an audit failed', 2, [['read', 'failed', 'ok'], clean]],
    ['incomplete', 'an audit is missing', 2, [clean, ['read', 'ok']]],
    ['incomplete', 'a page is missing', 2, [clean]],
    ['incomplete', 'a page was not read, whatever its audits say', 2, [clean, ['missing', 'ok', 'ok']]],
    ['incomplete', 'nothing was looked at', 1, []],
  ])('is %s where %s', async (verdict, _, pages, found) => {
    const job = await claimed(pages);
    await write(job.id, found);
    expect(await completeJob(one.context.db, job, profiling)).toBe(true);
    expect(await one.row(job.id)).toMatchObject({ status: 'completed', verdict });
  });

  test('is judged by its own pages alone', async () => {
    const [neighbour, job] = [await claimed(1), await claimed(1)];
    await write(neighbour.id, [['read', 'issues', 'ok']]);
    await write(job.id, [clean]);
    await completeJob(one.context.db, job, profiling);
    expect(await one.row(job.id)).toMatchObject({ verdict: 'pass' });
    await completeJob(one.context.db, neighbour, profiling);
    expect(await one.row(neighbour.id)).toMatchObject({ verdict: 'fail' });
  });
});

describe('nothing came of a job that', () => {
  test('failed', async () => {
    const job = await claimed(1);
    await write(job.id, [clean]);
    await failHeldWork(one.context.db, job, { code: 'timed_out', message: 'The job did not end in time.' });
    expect(await one.row(job.id)).toMatchObject({ status: 'failed', verdict: null });
  });

  test('was canceled', async () => {
    const job = await claimed(1);
    await write(job.id, [clean]);
    await cancelJob(one.context, 1, job.id);
    expect(await one.row(job.id)).toMatchObject({ status: 'canceled', verdict: null });
  });

  test('goes on', async () => {
    const job = await claimed(1);
    await write(job.id, [clean]);
    expect(await one.row(job.id)).toMatchObject({ status: 'in_progress', verdict: null });
  });
});

test('jobs that were there before jobs were judged are judged alike', async () => {
  const { db } = one.context;
  const rows = () => db.selectFrom('preflight_jobs').select(['id', 'status', 'verdict']).orderBy('id').execute();
  const before = await rows();
  expect(new Set(before.map(({ verdict }) => verdict))).toEqual(new Set(['pass', 'fail', 'incomplete', null]));
  await sql`alter table preflight_jobs drop verdict`.execute(db);
  await up(db as Parameters<typeof up>[0]);
  expect(await rows()).toEqual(before);
});
