import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { pageDigest } from '../../preflight/earlier-audits.ts';
import { openPreflightInstallation, type PreflightInstallation } from '../../testing/preflight-installation.ts';
import { performJob } from './job-execution.ts';
import { listAuditRows } from './preflight-jobs.queries.ts';
import { insertAudit, insertPage } from './preflight-work.queries.ts';
import type { PreflightAuditRow } from './preflight.table.ts';

let one: PreflightInstallation;
beforeAll(async () => {
  one = await openPreflightInstallation();
});
afterAll(async () => one[Symbol.asyncDispose]());

const html = '<title>Roses</title><h1>Roses</h1>';
const perform = (id: string): Promise<void> => performJob(one.context, id, new AbortController().signal);
const resultsOf = async (id: string) =>
  (await listAuditRows(one.context.db, id))
    .map(({ result }) => result)
    .sort((one, other) => one.name.localeCompare(other.name));

async function done(path: string): Promise<string> {
  const id = await one.begin({ paths: [path] });
  await perform(id);
  return id;
}

/** By name, which job looked at the page, of what was taken over. */
async function reusedIn(id: string): Promise<Readonly<Record<string, string>>> {
  const rows = await listAuditRows(one.context.db, id);
  return Object.fromEntries(
    rows.flatMap(({ name, reused_from_job_id: from }) => (from === null ? [] : [[name, from]])),
  );
}

/** What is found of that page with nothing that is not run, and of no other page. */
const reusable = ['body-size', 'lorem-ipsum', 'h1-count', 'canonical', 'headings', 'accessibility'];
const allFrom = (id: string) => Object.fromEntries(reusable.map((name) => [name, id]));

const marked = (id: string, name: PreflightAuditRow['name'], issue: string) =>
  one.context.db
    .updateTable('preflight_audits')
    .set({ result: JSON.stringify({ name, type: 'seo', state: 'issues', opportunities: [], issue }) })
    .where('job_id', '=', id)
    .where('name', '=', name)
    .execute();

test('what is taken over is what is found anew, and names the job that did it, which may be gone', async () => {
  const first = await done('/first');
  expect(await reusedIn(first)).toEqual({});
  const second = await done('/first');
  expect(await reusedIn(second)).toEqual(allFrom(first));
  expect(await resultsOf(second)).toEqual(await resultsOf(first));
  await one.context.db.deleteFrom('preflight_jobs').where('id', '=', first).execute();
  expect(await reusedIn(await done('/first'))).toEqual(allFrom(first));
});

test('the page that was read last counts', async () => {
  const [first, second] = [await done('/last'), await done('/last')];
  await marked(second, 'h1-count', 'marked');
  const third = await done('/last');
  expect(await resultsOf(third)).toContainEqual(expect.objectContaining({ name: 'h1-count', issue: 'marked' }));
  expect(await reusedIn(third)).toEqual(allFrom(first));
});

const identifying = { step: 'identify', layoutAxe: undefined } as const;

test.each<[string, (url: string) => string | null]>([
  ['/older', (url) => pageDigest({ url, html }, identifying, 'older')],
  ['/oldest', () => null],
])(
  'nothing is taken over of %s, which was read by other rules, or before there were digests',
  async (path, digestOf) => {
    const id = await done(path);
    const digest = digestOf(`${one.host.origin}${path}`);
    await one.context.db.updateTable('preflight_pages').set({ digest }).where('job_id', '=', id).execute();
    expect(await reusedIn(await done(path))).toEqual({});
  },
);

test('nothing is taken over of a job that was not completed', async () => {
  const id = await done('/canceled');
  const canceled = { status: 'canceled', verdict: null } as const;
  await one.context.db.updateTable('preflight_jobs').set(canceled).where('id', '=', id).execute();
  expect(await reusedIn(await done('/canceled'))).toEqual({});
});

test('an attempt that comes after another one takes nothing of it, and finds what that would have found', async () => {
  const first = await done('/again');
  const id = await one.begin({ paths: ['/again'] });
  const { digest } = await one.context.db
    .selectFrom('preflight_pages')
    .select('digest')
    .where('job_id', '=', first)
    .executeTakeFirstOrThrow();
  const [result] = await resultsOf(first);
  if (result === undefined) throw new Error('no result');
  await one.context.db.transaction().execute(async (trx) => {
    await insertPage(trx, { job_id: id, position: 0, state: 'read', status: 200, final_url: null, digest });
    await insertAudit(trx, {
      job_id: id,
      position: 0,
      result: { ...result, opportunities: [] },
      reused_from_job_id: first,
    });
  });
  await perform(id);
  expect(await resultsOf(id)).toEqual(await resultsOf(first));
  expect(await reusedIn(id)).toEqual(allFrom(first));
});

test('everything is done anew by a job that was begun so, and later ones go by it', async () => {
  const first = await done('/anew');
  const anew = await one.begin({ paths: ['/anew'], reuse: false });
  await perform(anew);
  expect(await reusedIn(anew)).toEqual({});
  expect(await resultsOf(anew)).toEqual(await resultsOf(first));
  expect(await reusedIn(await done('/anew'))).toEqual(allFrom(anew));
});
