import { beforeAll, describe, expect, test } from '@jest/globals';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { everyPage } from '../../harness/paging.ts';
import { faultyFields } from '../../harness/refusals.ts';
import { makeSite } from '../../harness/stage.ts';
import { makeSuite } from '../../harness/suite.ts';
import { openWorld, type World } from '../../harness/world.ts';

let world: World;
let repository_id: number;
const ids: number[] = [];

beforeAll(async () => {
  world = await openWorld();
  ({ repository_id } = await makeSuite(world));
  const cloud = {
    authoring_type: 'cs',
    delivery_type: 'aem_cs',
    external_owner_id: 'p1',
    external_site_id: 'e2',
  } as const;
  const documents = {
    authoring_type: 'documentauthoring',
    external_owner_id: 'owner',
    external_site_id: 'tool',
  } as const;
  ids.push(await makeSite(world, { name: 'Rose_100%', base_url: 'https://roses.example.org/en' }));
  ids.push(await makeSite(world, { name: 'Cloud', author_url: 'https://author.roses.example.org', ...cloud }));
  ids.push(
    await makeSite(world, { name: 'Documents', preview_hosts: ['preview.example.org'], repository_id, ...documents }),
  );
});

const page = (query: object) => world.admin.expect('listSites', 200, { query });
/** By their place in what was made. */
const found = async (query: object): Promise<number[]> => {
  const { data, pagination } = await page(query);
  expect(pagination.total).toBe(data.length);
  return data.map(({ site_id }) => ids.indexOf(site_id));
};

test('200: every site of the domain, by id', async () => {
  const sites = await everyPage(page, 2);
  expect(sites.map(({ site_id }) => site_id)).toEqual(ids);
  expect(sites.map(({ name }) => name)).toEqual(['Rose_100%', 'Cloud', 'Documents']);
});

test('200: none of another domain, not even by address', async () => {
  const stranger = (await openWorld()).admin;
  for (const query of [{}, { url: 'https://roses.example.org' }])
    expect((await stranger.expect('listSites', 200, { query })).data).toEqual([]);
});

test.each<[object, number[]]>([
  [{ authoring_type: 'cs' }, [1]],
  [{ authoring_type: 'cs/crosswalk' }, []],
  [{ delivery_type: 'aem_edge' }, [0, 2]],
  [{ delivery_type: 'aem_edge', authoring_type: 'documentauthoring' }, [2]],
  [{ name: 'E_100%' }, [0]],
  [{ name: 'o' }, [0, 1, 2]],
  [{ name: '%' }, [0]],
])('200: those of %j', async (query, sites) => {
  expect(await found(query)).toEqual(sites);
});

test('200: those of a repository', async () => {
  expect([await found({ repository_id }), await found({ repository_id: 2_147_483_647 })]).toEqual([[2], []]);
});

describe('200: the one that a page belongs to', () => {
  test.each<[string, number[]]>([
    ['https://roses.example.org/de/index.html?a=b', [0]],
    ['HTTPS://ROSES.example.org.:8443', [0]],
    ['https://author.roses.example.org/', [1]],
    ['https://author-p1-e2.adobeaemcloud.com/editor.html', [1]],
    ['https://preview.example.org', [2]],
    ['https://some-ref--tool--owner.hlx.page/', [2]],
    ['https://tool--owner.aem.live/', [2]],
    ['https://example.org', []],
    ['http://roses.example.org', []],
    ['https://name@roses.example.org', []],
    ['https://tool.aem.live/', []],
    ['https://no\\such\\', []],
    ['https://[no', []],
  ])('%s', async (url, sites) => {
    expect(await found({ url })).toEqual(sites);
  });

  test('if it is what else is asked for', async () => {
    const url = 'https://roses.example.org';
    expect([await found({ url, delivery_type: 'aem_edge' }), await found({ url, delivery_type: 'aem_cs' })]).toEqual([
      [0],
      [],
    ]);
  });
});

test.each<[string, string]>([
  ['url', 'roses.example.org'],
  ['url', 'ftp://roses.example.org'],
  ['authoring_type', 'word'],
  ['delivery_type', 'post'],
  ['repository_id', '0'],
])('400: %s %s', async (name, value) => {
  expect(faultyFields(await callLoosely(world.admin, 'listSites', { query: { [name]: value } }))).toEqual([
    `query.${name}`,
  ]);
});

describeGuard(() => world, 'listSites', {}, { scope: 'runs:read' });
