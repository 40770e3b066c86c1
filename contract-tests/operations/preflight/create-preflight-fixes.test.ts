import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { components } from '../../../generated/client.ts';
import { createClient, type Client } from '../../harness/client.ts';
import { expectForeignHidden } from '../../harness/foreign-id.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { describeJsonBody } from '../../harness/json-refusals.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import {
  beginFixes,
  beginPreflight,
  endedPreflight,
  endOfFixes,
  openFixableSite,
  type FixChoice,
  type FixableSite,
} from '../../harness/preflights.ts';
import { failureOf, faultyFields } from '../../harness/refusals.ts';
import { makeSite } from '../../harness/stage.ts';
import { openWorld, type World } from '../../harness/world.ts';

type Schemas = components['schemas'];

let world: World;
let site: FixableSite;
let result: Schemas['PreflightPage'][];

beforeAll(async () => {
  world = await openWorld();
  site = await openFixableSite(world);
  ({ result } = await world.admin.expect('getPreflightJob', 200, { path: { job_id: site.job_id } }));
});
afterAll(async () => site[Symbol.asyncDispose]());
beforeEach(() => site.answer(202));

interface Asking {
  readonly by?: Client;
  readonly token?: string;
  readonly job_id?: string;
  readonly fixes?: readonly object[];
  readonly more?: object;
}
const deliver = ({ by = world.admin, token, job_id = site.job_id, fixes = [site.choice], more = {} }: Asking = {}) =>
  callLoosely(by, 'createPreflightFixes', {
    path: { job_id },
    raw: JSON.stringify({ fixes, ...more }),
    ...(token === undefined ? {} : { headers: { 'X-Promise-Token': token } }),
  });
const acceptedIn = ({ status, text }: { readonly status: PropertyKey; readonly text: string }) => {
  expect([status, text]).toEqual([202, expect.any(String)]);
  return JSON.parse(text) as Schemas['PreflightFixesAccepted'];
};
const takenOf = (fix_id: string) => site.taken.filter(({ headers }) => headers['idempotency-key'] === fix_id);
const count = async (): Promise<number> =>
  (await world.admin.expect('listPreflightFixes', 200, { path: { job_id: site.job_id } })).pagination.total;

const change = (body: Schemas['SiteUpdateRequest']) =>
  world.admin.expect('updateSite', 200, { path: { site_id: site.site_id }, body });

/** By a change of the site that is taken back. */
async function written(more: Schemas['SiteUpdateRequest'], work: () => Promise<void>): Promise<void> {
  await change(more);
  try {
    await work();
  } finally {
    await change({
      authoring_type: null,
      preview_auth: 'auto',
      delivery_type: 'other',
      fix_endpoint: `${site.origin}/fixes`,
    });
  }
}

/** Where the suggestion, or the lack of one, stands in the result. */
function choiceOf(audit: string, fits: (opportunity: Schemas['PreflightOpportunity']) => boolean): FixChoice {
  const opportunities = result[0]?.audits.find(({ name }) => name === audit)?.opportunities ?? [];
  const opportunity_index = opportunities.findIndex(fits);
  expect(opportunity_index).toBeGreaterThanOrEqual(0);
  return { page_url: site.choice.page_url, audit: audit as FixChoice['audit'], opportunity_index };
}
const brokenLink = (): FixChoice => ({
  ...choiceOf('links', ({ check }) => check === 'broken-internal-links'),
  link_index: 0,
});
const title = () => ({
  ...{ page_url: site.choice.page_url, audit: 'metatags', tag_name: 'title' },
  ...{ elements: [], suggestion: 'Roses for every garden' },
});

describe('202', () => {
  test('what is chosen comes to the fix endpoint of the site, and is told to have come', async () => {
    const answer = await deliver({ fixes: [brokenLink(), site.choice] });
    const { fix_id, ...accepted } = acceptedIn(answer);
    const { job_id, site_id } = site;
    expect(accepted).toEqual({ job_id, status: 'in_progress', created_at: expect.any(String) });
    expect(answer.headers.get('location')).toBe(`/api/v1/preflight/jobs/${job_id}/fixes/${fix_id}`);
    const link = {
      ...{
        page_url: site.choice.page_url,
        audit: 'links',
        check: 'broken-internal-links',
        url: `${site.origin}/rose`,
      },
      ...{ elements: [expect.objectContaining({ text_content: '2' })], suggestion: `${site.origin}/roses` },
    };
    expect(await endOfFixes(world, { job_id, fix_id })).toMatchObject({
      ...{ fix_id, job_id, status: 'completed', attempt: 1, response_status: 202, created_at: accepted.created_at },
      fixes: [link, title()],
    });
    const [sent, ...again] = takenOf(fix_id);
    expect(again).toEqual([]);
    expect(sent).toMatchObject({ url: '/fixes', headers: { 'content-type': 'application/json' } });
    expect(sent?.headers).not.toHaveProperty('authorization');
    expect(sent?.body).toEqual({ fix_id, job_id, site_id, fixes: [link, title()] });
  });

  test('a page may be named with a slash at its end, which names no other', async () => {
    const fixes = [{ ...site.choice, page_url: `${site.choice.page_url}/` }];
    const { fix_id } = acceptedIn(await deliver({ fixes }));
    expect((await endOfFixes(world, { job_id: site.job_id, fix_id })).fixes).toEqual([title()]);
  });

  test('what the endpoint cannot take now is brought again, and known by its key', async () => {
    site.answer(503, 429, 200);
    const { job_id, fix_id } = await beginFixes(world, site);
    expect(await endOfFixes(world, { job_id, fix_id })).toMatchObject({
      status: 'completed',
      attempt: 3,
      response_status: 200,
    });
    const [first, ...again] = takenOf(fix_id).map(({ body }) => body);
    expect(again).toEqual([first, first]);
  });

  test.each([400, 404, 422])('what the endpoint refuses with %s is brought no more', async (status) => {
    site.answer(status);
    const { job_id, fix_id } = await beginFixes(world, site);
    expect(await endOfFixes(world, { job_id, fix_id })).toMatchObject({
      ...{ status: 'failed', attempt: 1, response_status: status, error: { code: 'endpoint_refused' } },
    });
  });

  test('where nobody takes it, it is given up after three times, and no redirect is followed', async () => {
    site.answer(307);
    const { job_id, fix_id } = await beginFixes(world, site);
    expect(await endOfFixes(world, { job_id, fix_id })).toMatchObject({
      ...{ status: 'failed', attempt: 3, response_status: 307, error: { code: 'endpoint_unreachable' } },
    });
    expect(takenOf(fix_id).map(({ url }) => url)).toEqual(['/fixes', '/fixes', '/fixes']);
  });

  test('a site that has no fix endpoint any more is told', async () => {
    site.answer(500);
    const { job_id, fix_id } = await beginFixes(world, site);
    await written({ fix_endpoint: null }, async () => {
      expect(await endOfFixes(world, { job_id, fix_id })).toMatchObject({
        ...{ status: 'failed', error: { code: 'endpoint_missing' } },
      });
    });
  });
});

const tokenOf = async (more: Partial<Schemas['PromiseTokenCreateRequest']> = {}) => {
  const body = { site_id: site.site_id, purpose: 'fixes' as const, ...more };
  return (await world.admin.expect('createPromiseToken', 201, { body })).promise_token;
};
const isActive = async (token: string): Promise<boolean> =>
  (await world.admin.expect('introspectPromiseToken', 200, { body: { token } })).active;
const bearerIn = (text = ''): string => text.replace(/^\S+ /, '');

describe('a site that wants a promise token', () => {
  test.each([
    ['aem_cs', 'Bearer'],
    ['other', 'token'],
  ] as const)('202: delivered by %s, sent with %s; what was made for it ends with it', async (type, scheme) => {
    await written({ authoring_type: 'cs', delivery_type: type }, async () => {
      const brought = await tokenOf();
      for (const token of [brought, undefined]) {
        const { job_id, fix_id } = acceptedIn(await deliver(token === undefined ? {} : { token }));
        expect(await endOfFixes(world, { job_id, fix_id })).toMatchObject({ status: 'completed' });
        const [sent] = takenOf(fix_id);
        expect(sent?.headers.authorization).toMatch(new RegExp(`^${scheme} spca_`));
        expect(JSON.stringify(sent)).not.toContain(brought);
        expect(await isActive(bearerIn(sent?.headers.authorization))).toBe(token !== undefined);
      }
      expect(await isActive(brought)).toBe(true);
    });
  });

  test('202: each time with a credential of its own, which ends where the endpoint refuses', async () => {
    await written({ authoring_type: 'ams' }, async () => {
      site.answer(500, 403);
      const { job_id, fix_id } = await beginFixes(world, site);
      expect(await endOfFixes(world, { job_id, fix_id })).toMatchObject({ status: 'failed', attempt: 2 });
      const shown = takenOf(fix_id).map(({ headers }) => bearerIn(headers.authorization));
      expect(new Set(shown).size).toBe(2);
      for (const token of shown) expect(await isActive(token)).toBe(false);
    });
  });

  test('400: where none comes and none can be made; nothing is begun', async () => {
    await written({ authoring_type: 'cs/crosswalk' }, async () => {
      const body = { token_name: 'child', scopes: ['runs:write' as const] };
      const child = createClient(world.url, (await world.admin.expect('createChildToken', 201, { body })).token);
      const before = await count();
      for (const token of [undefined, ' ', '%20'])
        expect(failureOf(await deliver({ by: child, ...(token === undefined ? {} : { token }) }), 400)).toMatchObject({
          ...{ code: 'promise_token_missing', details: { header: 'x-promise-token' } },
        });
      expect((await deliver({ by: child, more: { precheck_only: true } })).status).toBe(200);
      expect(await count()).toBe(before);
    });
  });

  test('400: one that is unknown, of another site, or made to see pages with', async () => {
    await written({ authoring_type: 'cs' }, async () => {
      const elsewhere = await makeSite(world, { authoring_type: 'cs' });
      const before = await count();
      for (const token of ['unknown', await tokenOf({ site_id: elsewhere }), await tokenOf({ purpose: 'preflight' })])
        expect(failureOf(await deliver({ token }), 400).code).toBe('promise_token_invalid');
      expect(await count()).toBe(before);
    });
  });

  test('200: a precheck looks at no token', async () => {
    await written({ authoring_type: 'cs' }, async () => {
      expect((await deliver({ token: 'unknown', more: { precheck_only: true } })).status).toBe(200);
    });
  });
});

test.each([
  { authoring_type: 'sharepoint' as const },
  { authoring_type: 'cs' as const, preview_auth: 'none' as const },
])('202: no notice is taken of the header at a site that is %j', async (more) => {
  await written(more, async () => {
    const { job_id, fix_id } = acceptedIn(await deliver({ token: 'unknown' }));
    expect(await endOfFixes(world, { job_id, fix_id })).toMatchObject({ status: 'completed' });
    expect(takenOf(fix_id)[0]?.headers).not.toHaveProperty('authorization');
  });
});

test('200: a precheck takes a token in the body, and says that this will end', async () => {
  const more = { precheck_only: true, access_token: world.admin.token };
  const answer = await deliver({ by: world.anonymous, more });
  expect(answer.status).toBe(200);
  for (const name of ['deprecation', 'sunset', 'link']) expect(answer.headers.get(name)).not.toBeNull();
});

test('200: a precheck says what would be sent, and sends and keeps nothing', async () => {
  const before = [await count(), site.taken.length];
  const answer = await deliver({ more: { precheck_only: true } });
  expect([answer.status, JSON.parse(answer.text)]).toEqual([
    200,
    { job_id: site.job_id, precheck_only: true, fixes: [title()] },
  ]);
  expect([await count(), site.taken.length]).toEqual(before);
});

describe('422: what is not there, or has no suggestion, is named', () => {
  const missing = 'is not in the result of the job';
  const place = (more: object) => ({ ...site.choice, ...more });
  test.each<[string, () => object, string]>([
    ['a page of another job', () => place({ page_url: `${site.origin}/other` }), missing],
    ['an audit that found nothing', () => place({ audit: 'lorem-ipsum' }), missing],
    ['a place beyond the last', () => place({ opportunity_index: 99 }), missing],
    ['a link of what is about none', () => place({ link_index: 0 }), missing],
    ['what is about links without the link', () => ({ ...brokenLink(), link_index: undefined }), missing],
    ['a link beyond the last', () => ({ ...brokenLink(), link_index: 99 }), missing],
    ['no suggestion', () => choiceOf('body-size', () => true), 'has no suggestion'],
  ])('%s', async (_, choose, fault) => {
    for (const more of [{}, { precheck_only: true }]) {
      const answer = await deliver({ fixes: [site.choice, choose()], more });
      expect(failureOf(answer, 422)).toMatchObject({
        ...{ code: 'unprocessable', details: { fields: { 'body.fixes[1]': [fault] } } },
      });
    }
  });
});

describe('400', () => {
  const twice = () => [site.choice, { ...site.choice, page_url: `${site.choice.page_url}/` }];
  test.each<[string, () => Asking, string]>([
    ['none', () => ({ fixes: [] }), 'body.fixes'],
    [
      'too many',
      () => ({
        fixes: Array.from({ length: 101 }, (_, at) => ({
          ...site.choice,
          opportunity_index: at % 100,
          link_index: Math.floor(at / 100),
        })),
      }),
      'body.fixes',
    ],
    ['one twice', () => ({ fixes: [site.choice, site.choice] }), 'body.fixes'],
    ['one twice, in other words', () => ({ fixes: twice() }), 'body.fixes[1]'],
    ['another audit', () => ({ fixes: [{ ...site.choice, audit: 'spelling' }] }), 'body.fixes[0].audit'],
    ['no place', () => ({ fixes: [{ ...site.choice, opportunity_index: -1 }] }), 'body.fixes[0].opportunity_index'],
    ['an unknown member', () => ({ fixes: [{ ...site.choice, suggestion: 'x' }] }), 'body.fixes[0].suggestion'],
    ['no yes or no', () => ({ more: { precheck_only: 'yes' } }), 'body.precheck_only'],
  ])('%s', async (_, asking, field) => {
    expect(faultyFields(await deliver(asking()))).toEqual([field]);
  });
});

describe('409', () => {
  test('a job that is not completed', async () => {
    const job_id = await beginPreflight(world, { urls: [`${site.origin}/soon`] });
    await world.admin.expect('cancelPreflightJob', 200, { path: { job_id } });
    expect(failureOf(await deliver({ job_id }), 409).code).toBe('conflict');
  });

  test('a site without fix endpoint, even for a precheck', async () => {
    await written({ fix_endpoint: null }, async () => {
      for (const more of [{}, { precheck_only: true }])
        expect(failureOf(await deliver({ more }), 409).code).toBe('conflict');
    });
  });
});

test('404: a job of another domain is like one that does not exist', async () => {
  const job_id = await endedPreflight(await openWorld());
  const raw = JSON.stringify({ fixes: [site.choice] });
  const missing = { path: { job_id: randomUUID() }, raw };
  await expectForeignHidden(world.admin, 'createPreflightFixes', { path: { job_id }, raw }, missing);
});

const fixes = [{ page_url: 'https://a.example/', audit: 'metatags', opportunity_index: 0 }];
describeJsonBody(() => world, 'createPreflightFixes', { path: { job_id: randomUUID() } });
describeGuard(
  () => world,
  'createPreflightFixes',
  { path: { job_id: randomUUID() }, raw: JSON.stringify({ fixes }) },
  { scope: 'runs:write', refusedRoles: ['user'] },
);
