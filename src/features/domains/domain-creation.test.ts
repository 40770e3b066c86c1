import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { OpenDatabase } from '../../db/open-database.ts';
import { openMigrated } from '../../testing/migrated-database.ts';
import { createDomainWithAdministrator } from './domain-creation.ts';
import { countDomains, listDomainRows } from './domains.queries.ts';

let database: OpenDatabase;
const lin = {
  slug: 'codec-team',
  admin_name: 'Lin',
  admin_email: 'lin@example.org',
  admin_password: 'correct horse battery staple',
};

beforeAll(async () => {
  database = await openMigrated();
});
afterAll(() => database.close());

const create = (changes: Partial<typeof lin>) => createDomainWithAdministrator(database.db, { ...lin, ...changes });
const accountsNamed = (name: string) =>
  database.db.selectFrom('accounts').selectAll().where('name', '=', name).execute();

describe('a new domain', () => {
  test('has its slug in lower case and an administrator who is no operator', async () => {
    const domain = await create({ slug: 'Codec-Team' });
    expect(domain.slug).toBe('codec-team');
    await expect(accountsNamed('Lin')).resolves.toMatchObject([
      { domain_id: domain.id, role: 'admin', operator: false, email: 'lin@example.org' },
    ]);
  });

  test.each(['api', 'Sign-In', 'METRICS', 'static'])('cannot take %s, which the server uses itself', async (slug) => {
    await expect(create({ slug })).rejects.toMatchObject({
      code: 'unprocessable',
      details: { fields: { 'body.slug': [expect.any(String)] } },
    });
  });

  test('cannot take the slug of another in any case', async () => {
    await expect(create({ slug: 'DEFAULT', admin_email: 'kim@example.org' })).rejects.toMatchObject({
      code: 'conflict',
      message: 'Another domain has this slug.',
    });
  });

  test('is not made when its administrator cannot be', async () => {
    await create({ slug: 'taken', admin_email: 'taken@example.org' });
    await expect(create({ slug: 'fresh', admin_email: 'TAKEN@example.org' })).rejects.toMatchObject({
      code: 'conflict',
      message: 'Another account has this e-mail address.',
    });
    await expect(create({ slug: 'fresh', admin_email: 'fresh@example.org' })).resolves.toMatchObject({ slug: 'fresh' });
  });

  test('names the field of an administrator who is refused', async () => {
    await expect(create({ slug: 'weak', admin_email: 'w@x.org', admin_password: '1234567890' })).rejects.toMatchObject({
      code: 'unprocessable',
      details: { fields: { 'body.admin_password': [expect.any(String)] } },
    });
    await expect(create({ slug: 'nul', admin_email: 'n@x.org', admin_name: '\0' })).rejects.toMatchObject({
      code: 'validation_error',
      details: { fields: { 'body.admin_name': [expect.any(String)] } },
    });
  });
});

test('the list of domains is by id, a page at a time', async () => {
  const total = await countDomains(database.db);
  const everything = await listDomainRows(database.db, { limit: 100, offset: 0 });
  const ids = everything.map((domain) => domain.id);
  expect(ids).toEqual(ids.toSorted((one, other) => one - other));
  expect(everything).toHaveLength(total);
  expect(everything[0]).toMatchObject({ slug: 'default' });
  await expect(listDomainRows(database.db, { limit: 1, offset: 1 })).resolves.toEqual([everything[1]]);
});
