import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { components } from '../../../generated/client.ts';
import { startLoopbackHost, type LoopbackHost } from '../../../src/testing/loopback-hosts.ts';
import { createClient, type Client } from '../../harness/client.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { describeJsonBody } from '../../harness/json-refusals.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { endOfPreflight, siteAt } from '../../harness/preflights.ts';
import { failureOf, faultyFields } from '../../harness/refusals.ts';
import { makeSuite, queueRun } from '../../harness/suite.ts';
import { openWorld, type World } from '../../harness/world.ts';

let world: World;
let host: LoopbackHost;
let siteId: number;

const page = '<title>Roses</title><h1>Roses</h1>';

beforeAll(async () => {
  world = await openWorld();
  host = await startLoopbackHost('127.0.0.5', ({ url = '', headers, method }, response) => {
    const status = Number(/^\/status\/(\d+)/.exec(url)?.[1] ?? 200);
    const isOpen = !url.startsWith('/protected') || /^(Bearer|token) spca_/.test(headers.authorization ?? '');
    response.writeHead(isOpen ? status : 401, { 'content-type': 'text/html', location: '/' });
    response.end(method === 'HEAD' ? undefined : page);
  });
  siteId = await siteAt(world, host.origin);
});
afterAll(async () => host[Symbol.asyncDispose]());

type Request = Partial<components['schemas']['PreflightJobRequest']>;
type Asking = Request & { readonly by?: Client; readonly token?: string };

const bodyOf = (path: string, more: Request = {}) => ({ urls: [`${host.origin}${path}`], step: 'identify', ...more });
const begin = (path: string, { by = world.admin, token, ...more }: Asking = {}) =>
  callLoosely(by, 'createPreflightJob', {
    raw: JSON.stringify(bodyOf(path, more)),
    ...(token === undefined ? {} : { headers: { 'X-Promise-Token': token } }),
  });
type Accepted = components['schemas']['PreflightJobAccepted'];
const acceptedIn = ({ status, text }: { readonly status: PropertyKey; readonly text: string }): Accepted => {
  expect([status, text]).toEqual([202, expect.any(String)]);
  return JSON.parse(text) as Accepted;
};
const count = async (): Promise<number> => (await world.admin.expect('listPreflightJobs', 200)).pagination.total;
const askedFor = (url: string) => host.requests.filter((request) => request.url === url);

/** By a change of the site that is taken back. */
async function written(more: Partial<components['schemas']['SiteUpdateRequest']>, work: () => Promise<void>) {
  await world.admin.expect('updateSite', 200, { path: { site_id: siteId }, body: more });
  try {
    await work();
  } finally {
    const plain = { authoring_type: null, preview_auth: 'auto' as const, delivery_type: 'other' as const };
    await world.admin.expect('updateSite', 200, { path: { site_id: siteId }, body: plain });
  }
}

describe('202', () => {
  test('says where the job is, by the public address, and the job is there', async () => {
    const answer = await begin('/roses', { step: 'Suggest' });
    const { job_id, poll_url, ...rest } = acceptedIn(answer);
    expect(answer.headers.get('location')).toBe(`/api/v1/preflight/jobs/${job_id}`);
    expect(poll_url).toMatch(new RegExp(`^http://127\\.0\\.0\\.1:\\d+/api/v1/preflight/jobs/${job_id}$`));
    expect(rest).toEqual({ status: 'in_progress', created_at: expect.any(String) });
    const job = await endOfPreflight(world, job_id);
    expect(job).toMatchObject({
      ...{ job_id, status: 'completed', step: 'suggest', site_id: siteId, run_id: null, attempt: 1 },
      ...{ urls: [`${host.origin}/roses`], authentication_required: false, created_at: rest.created_at },
      progress: { audits_done: 9, audits_total: 9 },
    });
  });

  test('of a run, of a site that is named, with as many pages as there may be', async () => {
    const suite = await makeSuite(world);
    const { run_id } = await queueRun(world, suite, 'windows');
    const urls = Array.from({ length: 50 }, (_, index) => `${host.origin}/status/404-${index}`);
    urls[0] = `${host.origin}/first`;
    const answer = await begin('', { urls, run_id, site_id: siteId });
    const { job_id } = acceptedIn(answer);
    const job = await endOfPreflight(world, job_id);
    expect(job).toMatchObject({ status: 'completed', run_id, site_id: siteId, urls });
    expect(job.result.map(({ state }) => state)).toEqual(['read', ...Array<string>(49).fill('missing')]);
  });

  test('takes over what was found of the same bytes, unless everything is to be done anew', async () => {
    const sources: (string | null | undefined)[] = [];
    const shown: boolean[] = [];
    const ids: string[] = [];
    for (const more of [{}, {}, { reuse: true }, { reuse: false }]) {
      const { job_id, result, reuse } = await endOfPreflight(world, acceptedIn(await begin('/again', more)).job_id);
      ids.push(job_id);
      shown.push(reuse);
      sources.push(result[0]?.audits.find(({ name }) => name === 'h1-count')?.reused_from_job_id);
    }
    expect(shown).toEqual([true, true, true, false]);
    expect(sources).toEqual([null, ids[0], ids[0], null]);
  });

  test('asks with HEAD once, without a credential, and does not follow', async () => {
    const answer = await begin('/heads');
    await endOfPreflight(world, acceptedIn(answer).job_id);
    const asked = askedFor('/heads').map(({ method, headers }) => [method, headers.authorization]);
    expect(asked).toEqual([
      ['HEAD', undefined],
      ['GET', undefined],
    ]);
  });
});

const promiseTokenOf = async (by: Client = world.admin) =>
  (await by.expect('createPromiseToken', 201, { body: { site_id: siteId } })).promise_token;

describe('a site whose pages want a promise token', () => {
  test.each([
    ['aem_cs', 'Bearer'],
    ['other', 'token'],
  ] as const)(
    '202: delivered by %s, asked with %s, by a token of the header or one that is made',
    async (type, scheme) => {
      await written({ authoring_type: 'cs', delivery_type: type }, async () => {
        for (const token of [await promiseTokenOf(), encodeURIComponent(` ${await promiseTokenOf()} `), undefined]) {
          const url = `/protected/${type}-${token?.length}`;
          const answer = await begin(url, token === undefined ? {} : { token });
          const job = await endOfPreflight(world, acceptedIn(answer).job_id);
          expect(job).toMatchObject({
            status: 'completed',
            authentication_required: true,
            result: [{ state: 'read' }],
          });
          const [probed, asked] = askedFor(url);
          expect([probed?.headers.authorization, asked?.headers.authorization]).toEqual([
            undefined,
            expect.stringMatching(new RegExp(`^${scheme} spca_`)),
          ]);
        }
      });
    },
  );

  test('400: before anything is asked, where none comes and none can be made', async () => {
    await written({ authoring_type: 'cs/crosswalk' }, async () => {
      const minted = await world.admin.expect('createChildToken', 201, {
        body: { token_name: 'child', scopes: ['runs:write'] },
      });
      const child = createClient(world.url, minted.token);
      for (const token of [undefined, '', ' ', '%20']) {
        const answer = await begin('/unasked', { by: child, ...(token === undefined ? {} : { token }) });
        expect(failureOf(answer, 400)).toMatchObject({
          code: 'promise_token_missing',
          details: { header: 'x-promise-token' },
        });
      }
      expect(askedFor('/unasked')).toEqual([]);
    });
  });

  test('400: one that is unknown, or of another site, is never made up for', async () => {
    await written({ authoring_type: 'ams' }, async () => {
      const other = await siteAt(world, 'https://another.example.org', { authoring_type: 'ams' });
      const { promise_token } = await world.admin.expect('createPromiseToken', 201, { body: { site_id: other } });
      for (const token of ['unknown', '%', promise_token])
        expect(failureOf(await begin('/unasked', { token }), 400).code).toBe('promise_token_invalid');
      expect(askedFor('/unasked')).toEqual([]);
    });
  });

  test('202: an open page needs no credential, and none is kept', async () => {
    await written({ authoring_type: 'cs' }, async () => {
      const answer = await begin('/open');
      const job = await endOfPreflight(world, acceptedIn(answer).job_id);
      expect(job).toMatchObject({ status: 'completed', authentication_required: false });
      expect(askedFor('/open').map(({ headers }) => headers.authorization)).toEqual([undefined, undefined]);
    });
  });
});

test.each([
  { authoring_type: 'sharepoint' as const },
  { authoring_type: 'cs' as const, preview_auth: 'none' as const },
])('202: no notice is taken of the header at a site that is %j', async (site) => {
  await written(site, async () => expect((await begin('/any', { token: 'unknown' })).status).toBe(202));
});

describe('400', () => {
  const url = (text: string) => ({ urls: [text] });
  test.each<[string, object, string]>([
    ['no pages', { urls: [] }, 'body.urls'],
    ['too many', { urls: Array.from({ length: 51 }, (_, index) => `https://a.example/${index}`) }, 'body.urls'],
    ['another step', { step: 'both' }, 'body.step'],
    ['no step', { step: undefined }, 'body.step'],
    ['another scheme', url('ftp://a.example/'), 'body.urls[0]'],
    ['no address', url('https://['), 'body.urls[0]'],
    ['credentials in it', url('https://a:b@a.example/'), 'body.urls[0]'],
    ['two hosts', { urls: ['https://a.example/', 'https://b.example/'] }, 'body.urls[1]'],
    ['two ports', { urls: ['https://a.example/', 'https://a.example:444/'] }, 'body.urls[1]'],
    ['one page with a slash and without', { urls: ['https://a.example/b', 'https://a.example/b/'] }, 'body.urls[1]'],
    ['one page twice', { urls: ['https://a.example/', 'https://a.example/#b'] }, 'body.urls[1]'],
    ['reuse that is neither', { reuse: 'no' }, 'body.reuse'],
    ['an unknown member', { checks: ['links'] }, 'body.checks'],
  ])('%s', async (_, more, field) => {
    expect(faultyFields(await begin('/any', more as Request))).toEqual([field]);
  });
});

test('404: pages of no site of the domain, and a site of another', async () => {
  const stranger = await openWorld();
  const theirs = await siteAt(stranger, 'https://theirs.example.org');
  for (const more of [{ urls: ['https://theirs.example.org/a'] }, { site_id: theirs }])
    expect(failureOf(await begin('/any', more), 404).code).toBe('not_found');
});

test('422: pages that are not of the site, and no such run', async () => {
  const other = await siteAt(world, 'https://further.example.org');
  expect(failureOf(await begin('/any', { site_id: other }), 422).details).toMatchObject({ site_id: other });
  expect(failureOf(await begin('/any', { run_id: 2_147_483_647 }), 422).details).toMatchObject({
    unknown_ids: [2_147_483_647],
  });
});

test.each(['/status/302', '/status/404', '/status/500'])(
  '502: %s tells nothing, and nothing is begun',
  async (path) => {
    const before = await count();
    expect(failureOf(await begin(path), 502)).toMatchObject({
      code: 'site_unclear',
      details: { why: path.replace('/status/', 'status_') },
    });
    expect(await count()).toBe(before);
  },
);

test('502: nobody is asked whom the server may not ask', async () => {
  const inner = await siteAt(world, 'https://[::1]:8443');
  const answer = await begin('', { urls: ['https://[::1]:8443/'], site_id: inner });
  expect(failureOf(answer, 502).details).toMatchObject({ why: 'address' });
});

describeJsonBody(() => world, 'createPreflightJob');
describeGuard(
  () => world,
  'createPreflightJob',
  { raw: JSON.stringify({ urls: ['https://a.example/'], step: 'identify' }) },
  { scope: 'runs:write', refusedRoles: ['user'] },
);
