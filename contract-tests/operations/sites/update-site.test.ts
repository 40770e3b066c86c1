import { beforeAll, describe, expect, test } from '@jest/globals';
import type { components } from '../../../generated/client.ts';
import { missingId } from '../../harness/missing-ids.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { describeJsonBody } from '../../harness/json-refusals.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { expectSameNotFound, failureOf, faultyFields } from '../../harness/refusals.ts';
import { makeSite, newSiteAddress } from '../../harness/stage.ts';
import { makeSuite } from '../../harness/suite.ts';
import { openWorld, unique, type World } from '../../harness/world.ts';

type Changes = components['schemas']['SiteUpdateRequest'];

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

const read = (site_id: number) => world.admin.expect('getSite', 200, { path: { site_id } });
const change = (site_id: number, body: Changes) => world.admin.expect('updateSite', 200, { path: { site_id }, body });
const siteAt = async (url: string) =>
  (await world.admin.expect('listSites', 200, { query: { url } })).data.map(({ site_id }) => site_id);

describe('200', () => {
  test('changes what is named and nothing else, and says when', async () => {
    const site_id = await makeSite(world);
    const before = await read(site_id);
    const { repository_id } = await makeSuite(world);
    const changes: Changes[] = [
      ...[
        { name: 'Rose garden' },
        { authoring_type: 'googledocs' as const },
        { delivery_type: 'aem_headless' as const },
      ],
      ...[{ enabled_checks: ['links' as const] }, { preview_auth: 'none' as const }, { repository_id }],
      ...[
        { external_owner_id: unique('owner'), external_site_id: 'tool' },
        { preview_hosts: [`${unique('p')}.example`] },
      ],
      ...[{ base_url: newSiteAddress() }, { author_url: newSiteAddress() }],
    ];
    let expected = before;
    for (const body of changes) {
      const changed = await change(site_id, body);
      expected = { ...expected, ...body, updated_at: changed.updated_at };
      expect(changed).toEqual(expected);
      expect(await read(site_id)).toEqual(expected);
    }
    expect(Date.parse(expected.updated_at)).toBeGreaterThan(Date.parse(before.updated_at));
    const none = { authoring_type: null, author_url: null, repository_id: null };
    const nobody = { external_owner_id: null, external_site_id: null };
    expect(await change(site_id, { ...none, ...nobody })).toMatchObject({ ...none, ...nobody, name: 'Rose garden' });
  });

  test('others stay as they are', async () => {
    const [one, other] = [await makeSite(world), await makeSite(world)];
    const before = await read(other);
    await change(one, { name: 'another', preview_auth: 'none' });
    expect(await read(other)).toEqual(before);
  });

  test('it is found by its new hosts, and its old ones are free', async () => {
    const [old, fresh] = [newSiteAddress(), newSiteAddress()];
    const site_id = await makeSite(world, { base_url: old });
    await change(site_id, { base_url: fresh });
    expect([await siteAt(old), await siteAt(fresh)]).toEqual([[], [site_id]]);
    const next = await makeSite(world, { base_url: old });
    expect(await siteAt(old)).toEqual([next]);
  });

  test('its authoring type says what its external ids stand for', async () => {
    const ids = { external_owner_id: 'p5', external_site_id: 'e6' };
    const site_id = await makeSite(world, { authoring_type: 'sharepoint', ...ids });
    const [preview, author] = ['https://main--e6--p5.aem.page', 'https://author-p5-e6.adobeaemcloud.com'];
    expect([await siteAt(preview), await siteAt(author)]).toEqual([[site_id], []]);
    await change(site_id, { authoring_type: 'cs' });
    expect([await siteAt(preview), await siteAt(author)]).toEqual([[], [site_id]]);
  });
});

test('409: a host of another site, and everything stays', async () => {
  const taken = newSiteAddress();
  const [one, other] = [await makeSite(world), await makeSite(world, { base_url: taken })];
  const before = await read(one);
  const body = { name: 'another', preview_hosts: [new URL(taken).host] };
  const refused = await world.admin.expect('updateSite', 409, { path: { site_id: one }, body });
  expect(refused).toMatchObject({ code: 'conflict', details: { site_id: other, host: new URL(taken).host } });
  expect(await read(one)).toEqual(before);
  expect([await siteAt(before.base_url), await siteAt(taken)]).toEqual([[one], [other]]);
});

test('422: a repository of another domain, and everything stays', async () => {
  const { repository_id } = await makeSuite(await openWorld());
  const site_id = await makeSite(world);
  const before = await read(site_id);
  const refused = await world.admin.expect('updateSite', 422, {
    path: { site_id },
    body: { name: 'x', repository_id },
  });
  expect(refused).toMatchObject({ code: 'unprocessable', details: { repository_id } });
  expect(await read(site_id)).toEqual(before);
});

test('404: another domain’s site is like one that does not exist, and stays as it was', async () => {
  const site_id = await makeSite(world);
  const before = await read(site_id);
  const stranger = (await openWorld()).admin;
  const asked = (id: number) => stranger.call('updateSite', { path: { site_id: id }, body: { name: 'x' } });
  expectSameNotFound(await asked(site_id), await asked(missingId));
  expect(await read(site_id)).toEqual(before);
});

test('400: a host that its fix endpoint is on is not given up without it', async () => {
  const base_url = newSiteAddress();
  const site_id = await makeSite(world, { base_url, fix_endpoint: `${base_url}/fixes` });
  const changed = await callLoosely(world.admin, 'updateSite', {
    path: { site_id },
    raw: JSON.stringify({ base_url: newSiteAddress() }),
  });
  expect(faultyFields(changed)).toEqual(['body.fix_endpoint']);
  const elsewhere = newSiteAddress();
  expect(await change(site_id, { base_url: elsewhere, fix_endpoint: null })).toMatchObject({ fix_endpoint: null });
});

describe('400', () => {
  test.each<[string, object]>([
    ['body', {}],
    ['body.name', { name: '' }],
    ['body.name', { name: null }],
    ['body.base_url', { base_url: 'http://www.example.org' }],
    ['body.author_url', { author_url: 'https://www.example.org?x' }],
    ['body.fix_endpoint', { fix_endpoint: 'https://elsewhere.example.org/' }],
    ['body.preview_hosts[0]', { preview_hosts: ['a:80'] }],
    ['body.preview_hosts[0]', { preview_hosts: ['aem.live'] }],
    ['body.external_site_id', { external_owner_id: 'owner' }],
    ['body.enabled_checks[0]', { enabled_checks: ['spelling'] }],
    ['body.promise_based', { promise_based: true }],
  ])('names %s in %j, and changes nothing', async (field, body) => {
    const site_id = await makeSite(world);
    const before = await read(site_id);
    const raw = JSON.stringify(body);
    expect(faultyFields(await callLoosely(world.admin, 'updateSite', { path: { site_id }, raw }))).toEqual([field]);
    expect(await read(site_id)).toEqual(before);
  });
});

describeJsonBody(() => world, 'updateSite', { path: { site_id: 1 } });

const input = { path: { site_id: missingId }, raw: JSON.stringify({ name: 'x' }) };
describeGuard(() => world, 'updateSite', input, { scope: 'system:write' });

test('403: no member of the domain can have the scope', async () => {
  const member = await world.member('contributor');
  expect(failureOf(await callLoosely(member, 'updateSite', input), 403).details).toMatchObject({
    missing_scopes: ['system:write'],
  });
});
