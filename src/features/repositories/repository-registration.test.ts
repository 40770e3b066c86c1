import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { OpenDatabase } from '../../db/open-database.ts';
import { openMigrated } from '../../testing/migrated-database.ts';
import { countRepositories, listRepositoryRows } from './repositories.queries.ts';
import { registerRepository } from './repository-registration.ts';

let database: OpenDatabase;
let otherDomainId: number;
const defaultDomainId = 1;

beforeAll(async () => {
  database = await openMigrated();
  const { db } = database;
  const other = await db.insertInto('domains').values({ slug: 'other' }).returning('id').executeTakeFirstOrThrow();
  otherDomainId = other.id;
});
afterAll(() => database.close());

const register = (domainId: number, repository: string) =>
  registerRepository(database.db, domainId, { repository, default_branch: 'main', public_badge: false });

test('a repository keeps the case of its name and is one per domain without regard to it', async () => {
  await expect(register(defaultDomainId, 'Video/Extractor')).resolves.toMatchObject({
    domain_id: defaultDomainId,
    name: 'Video/Extractor',
    default_branch: 'main',
  });
  await expect(register(defaultDomainId, 'video/extractor')).rejects.toMatchObject({ code: 'conflict' });
  await expect(register(otherDomainId, 'video/extractor')).resolves.toMatchObject({ domain_id: otherDomainId });
});

test('the list of repositories holds those of one domain, by id, a page at a time', async () => {
  const domain = await database.db.insertInto('domains').values({ slug: 'listed' }).returning('id').executeTakeFirst();
  const domainId = domain?.id ?? 0;
  for (const name of ['c/first', 'b/second', 'a/third']) await register(domainId, name);
  const page = await listRepositoryRows(database.db, domainId, { limit: 2, offset: 1 });
  expect(page.map((repository) => repository.name)).toEqual(['b/second', 'a/third']);
  await expect(countRepositories(database.db, domainId)).resolves.toBe(3);
});
