import { beforeAll, describe, expect, test } from '@jest/globals';
import type { components } from '../../../generated/client.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { describeJsonBody } from '../../harness/json-refusals.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { failureOf, faultyFields } from '../../harness/refusals.ts';
import { makeSuite } from '../../harness/suite.ts';
import { openWorld, unique, type World } from '../../harness/world.ts';

type Body = components['schemas']['SiteCreateRequest'];

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

const everyCheck = [
  ...['body-size', 'lorem-ipsum', 'h1-count', 'canonical', 'metatags', 'links', 'headings', 'readability'],
  'accessibility',
];
const bodyOf = (more: Partial<Body> = {}): Body => ({
  ...{ name: 'Garden', base_url: `https://${unique('www')}.example.org`, delivery_type: 'other', ...more },
});
const make = (more: Partial<Body> = {}, by = world) => by.admin.expect('createSite', 201, { body: bodyOf(more) });
const count = async () => (await world.admin.expect('listSites', 200)).pagination.total;

describe('201', () => {
  test('what is not said is nothing, and every check is made', async () => {
    const body = bodyOf();
    const answer = await world.admin.call('createSite', { body });
    if (answer.status !== 201) throw new Error(answer.text);
    const { site_id, created_at, updated_at, ...made } = answer.body;
    expect(made).toEqual({
      ...{ ...body, authoring_type: null, promise_based: false, preview_auth: 'auto', enabled_checks: everyCheck },
      ...{ external_owner_id: null, external_site_id: null, author_url: null, preview_hosts: [], repository_id: null },
      fix_endpoint: null,
    });
    expect(updated_at).toBe(created_at);
    expect(answer.headers.get('location')).toBe(`/api/v1/sites/${site_id}`);
    expect(await world.admin.expect('getSite', 200, { path: { site_id } })).toEqual(answer.body);
  });

  test('everything that is said, as the parser of addresses writes it', async () => {
    const { repository_id } = await makeSuite(world);
    const host = unique('full');
    const body = bodyOf({
      ...{ base_url: `HTTPS://${host}.Example.ORG.:8443/Garden//`, author_url: `https://author.${host}.example` },
      ...{ authoring_type: 'cs', delivery_type: 'aem_cs', external_owner_id: 'P77', external_site_id: 'E88' },
      ...{
        preview_hosts: [`Bücher.${host}.example.`, `bücher.${host}.example`],
        enabled_checks: ['links', 'headings'],
      },
      ...{ preview_auth: 'none', repository_id },
    });
    expect(await world.admin.expect('createSite', 201, { body })).toMatchObject({
      ...body,
      ...{ base_url: `https://${host}.example.org:8443/Garden`, promise_based: true },
      ...{ external_owner_id: 'p77', external_site_id: 'e88', preview_hosts: [`xn--bcher-kva.${host}.example`] },
    });
  });

  test.each([
    ...[['cs', true] as const, ['cs/crosswalk', true] as const, ['ams', true] as const, [null, false] as const],
    ...[['sharepoint', false] as const, ['googledocs', false] as const, ['documentauthoring', false] as const],
  ])('pages of %s are asked for with a promise token: %s', async (authoring_type, promise_based) => {
    expect(await make({ authoring_type })).toMatchObject({ authoring_type, promise_based });
  });

  test.each(['aem_cs', 'aem_edge', 'aem_ams', 'aem_headless', 'other'] as const)('delivered as %s', async (type) => {
    expect(await make({ delivery_type: type })).toMatchObject({ delivery_type: type });
  });

  test('fixes are delivered to any of its hosts, at the very address', async () => {
    const name = unique('fixed');
    const hosts = {
      ...{ base_url: `https://${name}.example`, author_url: `https://author.${name}.example` },
      ...{ preview_hosts: [`preview.${name}.example`], external_owner_id: name, external_site_id: 'tool' },
    };
    const { site_id } = await make(hosts);
    const endpoints = [
      ...[
        `https://${name}.example:8443/fixes/`,
        `https://author.${name}.example/`,
        `https://preview.${name}.example/a`,
      ],
      `https://main--tool--${name}.aem.page/fixes`,
    ];
    for (const fix_endpoint of endpoints) {
      const body = { fix_endpoint: fix_endpoint.replace('https', 'HTTPS') };
      const changed = await world.admin.expect('updateSite', 200, { path: { site_id }, body });
      expect(changed.fix_endpoint).toBe(fix_endpoint);
    }
  });

  test('by http on this machine', async () => {
    const body = { ...bodyOf({ base_url: 'http://127.0.0.1:3000' }) };
    expect(await (await openWorld()).admin.expect('createSite', 201, { body })).toMatchObject(body);
  });

  test('two domains may have sites of one host', async () => {
    const base_url = `https://${unique('both')}.example.org`;
    await make({ base_url });
    await make({ base_url }, await openWorld());
  });
});

describe('409: a host is of one site, which is named', () => {
  test.each<[string, string, (name: string) => Partial<Body>, (name: string) => Partial<Body>]>([
    [
      'of the base address',
      'NAME.example',
      (name) => ({ base_url: `https://${name}.example` }),
      (name) => ({ base_url: `https://${name}.example:444/x` }),
    ],
    [
      'of authors',
      'NAME.example',
      (name) => ({ author_url: `https://${name}.example` }),
      (name) => ({ preview_hosts: [`${name}.example`] }),
    ],
    [
      'of external ids',
      'tool--NAME.aem.live',
      (name) => ({ external_owner_id: name, external_site_id: 'tool' }),
      (name) => ({ external_owner_id: name.toUpperCase(), external_site_id: 'Tool' }),
    ],
    [
      'of another ref',
      'tool--NAME.aem.page',
      (name) => ({ preview_hosts: [`main--tool--${name}.aem.page`] }),
      (name) => ({ base_url: `https://next--tool--${name}.aem.page` }),
    ],
  ])('%s', async (_, host, before, after) => {
    const name = unique('taken');
    const { site_id } = await make(before(name));
    const total = await count();
    const refused = await world.admin.expect('createSite', 409, { body: bodyOf(after(name)) });
    expect(refused).toMatchObject({ code: 'conflict', details: { host: host.replace('NAME', name), site_id } });
    expect(await count()).toBe(total);
  });
});

test('422: a repository that is not registered in the own domain', async () => {
  const foreign = await makeSuite(await openWorld());
  const total = await count();
  for (const repository_id of [foreign.repository_id, 2_147_483_647]) {
    const refused = await world.admin.expect('createSite', 422, { body: bodyOf({ repository_id }) });
    expect(refused).toMatchObject({ code: 'unprocessable', details: { repository_id } });
  }
  expect(await count()).toBe(total);
});

describe('400', () => {
  test.each<[string, object]>([
    ['name', { name: '' }],
    ['name', { name: 'a'.repeat(101) }],
    ['base_url', { base_url: 'www.example.org' }],
    ['base_url', { base_url: 'http://www.example.org' }],
    ['base_url', { base_url: 'https://name:secret@www.example.org' }],
    ['base_url', { base_url: 'https://www.example.org/#top' }],
    ['base_url', { base_url: 'https://www.example.org/?' }],
    ['base_url', { base_url: 'https://a b' }],
    ['base_url', { base_url: 'https://garden.aem.page' }],
    ['base_url', { base_url: 'http://main--garden--owner.aem.page' }],
    ['base_url', { base_url: 'https://300.0.0.1' }],
    ['author_url', { author_url: 'http://author.example.org' }],
    ['fix_endpoint', { fix_endpoint: 'http://fixes.example.org' }],
    ['fix_endpoint', { fix_endpoint: 'https://name:secret@www.example.org' }],
    ['fix_endpoint', { fix_endpoint: 'https://www.example.org/#top' }],
    ['fix_endpoint', { fix_endpoint: 'https://elsewhere.example.org' }],
    ['authoring_type', { authoring_type: 'word' }],
    ['delivery_type', { delivery_type: 'post' }],
    ['preview_hosts[1]', { preview_hosts: ['a.example', 'b..example'] }],
    ['preview_hosts[0]', { preview_hosts: ['a.example/path'] }],
    ['preview_hosts[0]', { preview_hosts: ['main--.aem.page'] }],
    ['external_owner_id', { external_site_id: 'garden' }],
    ['external_site_id', { external_owner_id: 'owner' }],
    ['external_site_id', { external_owner_id: 'owner', external_site_id: 'a--b' }],
    ['enabled_checks', { enabled_checks: [] }],
    ['enabled_checks[0]', { enabled_checks: ['spelling'] }],
    ['preview_auth', { preview_auth: 'always' }],
    ['repository_id', { repository_id: 0 }],
    ['site_id', { site_id: 1 }],
  ])('names %s in %j', async (field, wrong) => {
    const raw = JSON.stringify({ ...bodyOf(), ...wrong });
    expect(faultyFields(await callLoosely(world.admin, 'createSite', { raw }))).toEqual([`body.${field}`]);
  });

  test('names what is missing, and every address that is wrong', async () => {
    const fields = async (body: object) =>
      faultyFields(await callLoosely(world.admin, 'createSite', { raw: JSON.stringify(body) })).toSorted();
    expect(await fields({})).toEqual(['body.base_url', 'body.delivery_type', 'body.name']);
    const addresses = { base_url: 'http://a.example', author_url: 'http://b.example' };
    expect(await fields({ name: 'Garden', delivery_type: 'other', ...addresses })).toEqual([
      'body.author_url',
      'body.base_url',
    ]);
  });
});

describeJsonBody(() => world, 'createSite');
const input = {
  raw: JSON.stringify({ name: 'Garden', base_url: 'https://guarded.example.org', delivery_type: 'other' }),
};
describeGuard(() => world, 'createSite', input, { scope: 'system:write' });

test('403: no member of the domain can have the scope', async () => {
  const member = await world.member('contributor');
  expect(failureOf(await callLoosely(member, 'createSite', input), 403).details).toMatchObject({
    missing_scopes: ['system:write'],
  });
});
