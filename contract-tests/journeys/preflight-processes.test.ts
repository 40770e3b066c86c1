import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { auditNames } from '../../src/preflight/audits/audit.ts';
import { startPreflightSite, type PreflightSite } from '../../src/testing/preflight-site.ts';
import { expectedOf, findingsOf, pageNames } from '../harness/preflight-findings.ts';
import { startServerAndBackground, type ServerAndBackground } from '../harness/preflight-processes.ts';
import {
  beginFixes,
  endOfFixes,
  endOfPreflight,
  openFixableSite,
  siteAt,
  type FixableSite,
} from '../harness/preflights.ts';
import { openWorld, type World } from '../harness/world.ts';

/** As many as one process works on at once. */
const atOnce = 4;

let processes: ServerAndBackground;
let world: World;
let hosts: PreflightSite;
let holds = true;

beforeAll(async () => {
  hosts = await startPreflightSite({
    opens: (authorization = '') => authorization.startsWith('token spca_'),
    holds: () => holds,
  });
  processes = await startServerAndBackground();
  world = await openWorld(processes.server.url);
  await siteAt(world, hosts.site.origin, { authoring_type: 'cs' });
});
afterAll(async () => {
  await processes?.stop();
  await hosts?.[Symbol.asyncDispose]();
});

type Delivery = Parameters<typeof endOfFixes>[1];

interface Begun {
  readonly job_id: string;
  readonly names: readonly string[];
  readonly step: 'identify' | 'suggest';
}

async function begin(pages: readonly string[], step: Begun['step']): Promise<Begun> {
  // What the first page wants is what the job is begun with.
  const names = ['protected', ...pages];
  const body = { urls: names.map((name) => `${hosts.site.origin}/${name}`), step };
  const { job_id } = await world.admin.expect('createPreflightJob', 202, { body });
  return { job_id, names, step };
}

/** Whether it took over anything of what it found. */
async function expectFound({ job_id, names, step }: Begun, attempt: number): Promise<boolean> {
  const job = await endOfPreflight(world, job_id);
  const audits_total = names.length * auditNames.length;
  expect(job).toMatchObject({ status: 'completed', attempt, progress: { audits_done: audits_total, audits_total } });
  expect(findingsOf(job, hosts)).toEqual(expectedOf(names, step));
  return job.result.some(({ audits }) => audits.some(({ reused_from_job_id: from }) => from !== null));
}

const auditsDone = async ({ job_id }: Begun): Promise<number> =>
  (await world.admin.expect('getPreflightJob', 200, { path: { job_id } })).progress.audits_done;

/** At work on the links of its last page, which are not answered: what is before them is written. */
async function isInTheMiddle(job: Begun): Promise<void> {
  const written = (job.names.length - 1) * auditNames.length;
  while ((await auditsDone(job)) <= written) await delay(50);
}

/** To an endpoint that has taken what was brought, and has not said so. */
async function deliverHalf(fixable: FixableSite): Promise<Delivery> {
  fixable.answer(null, 202);
  const { job_id, fix_id } = await beginFixes(world, fixable);
  while (fixable.taken.length === 0) await delay(50);
  return { job_id, fix_id };
}

test('jobs and fixes of a process that is killed are done by another one, and what they find is what any job finds', async () => {
  const killed = await processes.startBackground();
  await using fixable = await openFixableSite(world);
  const delivery = await deliverHalf(fixable);
  const share = Math.ceil((pageNames.length - 2) / atOnce);
  const others = pageNames.filter((name) => name !== 'protected' && name !== 'holding');
  // Pages that have a heading in common are of one share: what one of them finds depends on the others.
  const shares = Array.from({ length: atOnce }, (_, index) => others.slice(index * share, (index + 1) * share));
  const steps = ['identify', 'suggest'] as const;
  // What these find the later ones of their shares take over.
  const before = await Promise.all(shares.slice(0, 2).map((pages, index) => begin(pages, steps[index] ?? 'identify')));
  for (const job of before) expect(await expectFound(job, 1)).toBe(false);
  const begun = await Promise.all(
    shares.map((pages, index) => begin([...pages, 'holding'], steps[index % 2] ?? 'identify')),
  );
  await Promise.all(begun.map(isInTheMiddle));
  // The first has no room: only the second can do these.
  await processes.startBackground();
  const further = await Promise.all(steps.map((step) => begin(['clean', 'missing'], step)));
  for (const job of further) await expectFound(job, 1);
  killed.child.kill('SIGKILL');
  await once(killed.child, 'exit');
  holds = false;
  const isReusing: boolean[] = [];
  for (const job of begun) isReusing.push(await expectFound(job, 2));
  expect(isReusing.slice(0, before.length)).toEqual([true, true]);
  expect(await endOfFixes(world, delivery)).toMatchObject({ status: 'completed', attempt: 2, response_status: 202 });
  const brought = fixable.taken.map(({ headers, body }) => [headers['idempotency-key'], body]);
  expect(brought).toEqual([brought[0], [delivery.fix_id, fixable.taken[0]?.body]]);
}, 120_000);
