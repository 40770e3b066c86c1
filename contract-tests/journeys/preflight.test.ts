import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { auditNames } from '../../src/preflight/audits/audit.ts';
import { startPreflightSite, type PreflightSite } from '../../src/testing/preflight-site.ts';
import { expectedFindings, expectedOf, findingsOf, pageNames as names } from '../harness/preflight-findings.ts';
import { endOfPreflight, siteAt } from '../harness/preflights.ts';
import { startServerProcess, type ServerProcess } from '../harness/server-process.ts';
import { openWorld, type World } from '../harness/world.ts';

const ofJob = /^token spca_/;

let server: ServerProcess;
let world: World;
let hosts: PreflightSite;
let siteId: number;

beforeAll(async () => {
  hosts = await startPreflightSite({ opens: (authorization = '') => ofJob.test(authorization) });
  server = await startServerProcess();
  world = await openWorld(server.url);
  siteId = await siteAt(world, hosts.site.origin, { authoring_type: 'cs' });
});
afterAll(async () => {
  await server?.stop();
  await hosts?.[Symbol.asyncDispose]();
});

const addressesOf = (pages: readonly string[]): string[] => pages.map((name) => `${hosts.site.origin}/${name}`);

type Step = 'identify' | 'suggest';
/** The first page tells whether a credential is wanted. */
async function check(pages: readonly string[], step: Step, headers: Record<string, string> = {}) {
  const body = { urls: addressesOf(pages), step };
  const { job_id } = await world.admin.expect('createPreflightJob', 202, { body, headers });
  return endOfPreflight(world, job_id);
}

describe.each<[Step, string]>([
  ['identify', 'that was brought'],
  ['suggest', 'that was minted'],
])('the step %s, with a promise token %s', (step, source) => {
  test('finds every defect of every page, and of each audit says what came of it', async () => {
    const asked = hosts.site.requests.length;
    const { promise_token } = await world.admin.expect('createPromiseToken', 201, { body: { site_id: siteId } });
    const headers: Record<string, string> = source.endsWith('brought') ? { 'X-Promise-Token': promise_token } : {};
    const job = await check(names, step, headers);
    const audits_total = names.length * auditNames.length;
    expect(job).toMatchObject({
      ...{ status: 'completed', step, attempt: 1, authentication_required: true },
      progress: { audits_done: audits_total, audits_total },
    });
    expect(findingsOf(job, hosts)).toEqual(expectedOf(names, step));
    expect(JSON.stringify(job)).not.toMatch(/spc[ap]_/);
    const credentials = hosts.site.requests.slice(asked).map(({ headers: sent }) => sent.authorization);
    expect(credentials.filter((sent) => sent !== undefined && !ofJob.test(sent))).toEqual([]);
    expect(hosts.external.requests).toEqual([]);
  });
});

test('a page behind a credential is not read by a job whose first page is open to all', async () => {
  const job = await check(['clean', 'protected'], 'identify');
  expect(job).toMatchObject({
    authentication_required: false,
    result: [{ state: 'read' }, { state: 'unauthorized', status: 401 }],
  });
});

test('a page without a defect passes everything that a site is checked for, and one with any does not', async () => {
  expect((await check(['clean'], 'identify')).verdict).toBe('pass');
  expect((await check(['clean', 'missing'], 'identify')).verdict).toBe('incomplete');
  expect((await check(['clean', 'thin', 'missing'], 'identify')).verdict).toBe('fail');
});

type Known = string | Readonly<Record<string, string | readonly string[]>>;
const known = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../src/testing/preflight-site/expected.json'), 'utf8'),
) as Readonly<Record<string, Known>>;

function linesOf(page: Known): readonly string[] {
  if (typeof page === 'string') return auditNames.map((name) => `${name} not_run page_${page}`);
  return Object.entries(page).flatMap(([name, told]) =>
    (typeof told === 'string' ? [told] : told).map((line) => `${name} ${line}`),
  );
}

test('what is expected of jobs is what is expected of audits, but where jobs are allowed more or less', () => {
  const { large: _, protected: __, links: ___, ...alike } = known;
  for (const [name, page] of Object.entries(alike))
    expect([name, expectedFindings.pages[name]]).toEqual([name, expect.arrayContaining([...linesOf(page)])]);
});
