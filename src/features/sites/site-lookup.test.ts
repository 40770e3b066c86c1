import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { OpenDatabase } from '../../db/open-database.ts';
import { siteSettings } from '../../testing/site-settings.ts';
import { openMigrated } from '../../testing/migrated-database.ts';
import { siteOfPage } from './site-lookup.ts';
import { changeSite, registerSite, removeSite } from './site-registration.ts';
import type { SiteSettings } from './site-settings.ts';

let database: OpenDatabase;
let otherDomainId: number;
const domainId = 1;

beforeAll(async () => {
  database = await openMigrated();
  const { db } = database;
  const other = await db.insertInto('domains').values({ slug: 'other' }).returning('id').executeTakeFirstOrThrow();
  otherDomainId = other.id;
});
afterAll(() => database.close());

const register = (name: string, more: Partial<SiteSettings> = {}, domain = domainId) =>
  registerSite(database, domain, siteSettings({ name, base_url: `https://${name}.example`, ...more }));
const siteOf = async (url: string, siteId?: number, domain = domainId): Promise<number> =>
  (await siteOfPage(database.db, domain, { url: new URL(url), ...(siteId === undefined ? {} : { siteId }) })).id;
const notFound = { code: 'not_found' };

test('a page is of the site that has its host, whatever the ref, path and port', async () => {
  const site = await register('first', { external_owner_id: 'Owner', external_site_id: 'First' });
  for (const url of [
    'https://first.example:444/a?b',
    'https://x--first--owner.aem.page/',
    'https://first--owner.hlx.live',
  ])
    expect(await siteOf(url)).toBe(site.id);
  await expect(siteOf('https://x--first--other.aem.page/')).rejects.toMatchObject(notFound);
  await expect(siteOf('http://first.example/')).rejects.toMatchObject(notFound);
});

test('a page must be of the site that is named', async () => {
  const [own, other] = [await register('own'), await register('next')];
  expect(await siteOf('https://own.example/a', own.id)).toBe(own.id);
  await expect(siteOf('https://own.example/a', other.id)).rejects.toMatchObject({
    ...{ code: 'unprocessable', details: { site_id: other.id, host: 'own.example' } },
  });
  await expect(siteOf('https://stranger.example/', own.id)).rejects.toMatchObject({ code: 'unprocessable' });
});

test('a site of another domain is as if it were not there, and takes no host', async () => {
  const theirs = await register('apart', {}, otherDomainId);
  await expect(siteOf('https://apart.example/')).rejects.toMatchObject(notFound);
  await expect(siteOf('https://apart.example/', theirs.id)).rejects.toMatchObject(notFound);
  const own = await register('apart');
  expect([
    await siteOf('https://apart.example/'),
    await siteOf('https://apart.example/', undefined, otherDomainId),
  ]).toEqual([own.id, theirs.id]);
});

test('what a change or a removal gives up is free, and found no more', async () => {
  const site = await register('old');
  await changeSite(database, domainId, site.id, { base_url: 'https://new.example' });
  await expect(siteOf('https://old.example/')).rejects.toMatchObject(notFound);
  expect(await siteOf('https://new.example/')).toBe(site.id);
  await register('old');
  await removeSite(database, domainId, site.id);
  await expect(siteOf('https://new.example/')).rejects.toMatchObject(notFound);
  await register('new');
});

test('of two that want a host at once one gets it, and nothing is left of the other', async () => {
  const wanted = ['wanted.example', 'more.example'];
  const outcomes = await Promise.allSettled(
    [
      ['a', wanted],
      ['b', wanted.toReversed()],
    ].map(([name, preview_hosts]) => register(`${String(name)}-racer`, { preview_hosts: preview_hosts as string[] })),
  );
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  const racers = await database.db.selectFrom('sites').select('id').where('name', 'like', '%-racer').execute();
  expect(racers).toHaveLength(1);
});
