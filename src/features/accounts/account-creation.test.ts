import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { OpenDatabase } from '../../db/open-database.ts';
import { openMigrated } from '../../testing/migrated-database.ts';
import { createAccount } from './account-creation.ts';
import { countAccounts, findAccountInDomain, listAccounts } from './accounts.queries.ts';
import { verifyPassword } from './passwords.ts';

let database: OpenDatabase;
let otherDomainId: number;
const defaultDomainId = 1;
const grace = {
  name: 'Grace',
  email: 'Grace@example.org',
  password: 'correct horse battery staple',
  role: 'tester',
} as const;

beforeAll(async () => {
  database = await openMigrated();
  const other = await database.db.insertInto('domains').values({ slug: 'other' }).returning('id').executeTakeFirst();
  otherDomainId = other?.id ?? 0;
  await createAccount(database.db, defaultDomainId, grace);
});
afterAll(() => database.close());

describe('a new account', () => {
  test('has the role it was given, its password as a hash, and no say over the installation', async () => {
    const heidi = { ...grace, name: 'Heidi', email: 'heidi@example.org' };
    const account = await createAccount(database.db, defaultDomainId, heidi);
    expect(account).toMatchObject({ name: 'Heidi', role: 'tester', operator: false, read_only: false });
    expect(JSON.stringify(account)).not.toContain(heidi.password);
    await expect(verifyPassword(account.password_hash, heidi.password)).resolves.toBe(true);
  });

  test('cannot have the e-mail address of another, in any case or domain', async () => {
    const twin = { ...grace, name: 'Twin', email: 'GRACE@Example.org' };
    await expect(createAccount(database.db, otherDomainId, twin)).rejects.toMatchObject({
      code: 'conflict',
      message: 'Another account has this e-mail address.',
    });
  });

  test('cannot have the name of another of its domain in any case, and can have one of another domain', async () => {
    const namesake = { ...grace, name: 'GRACE', email: 'namesake@example.org' };
    await expect(createAccount(database.db, defaultDomainId, namesake)).rejects.toMatchObject({
      code: 'conflict',
      message: 'Another account of the domain has this name.',
    });
    await expect(createAccount(database.db, otherDomainId, namesake)).resolves.toMatchObject({ name: 'GRACE' });
  });

  test('cannot have a name that the database cannot store', async () => {
    const strange = { ...grace, name: 'Gr\0ce', email: 'strange@example.org' };
    await expect(createAccount(database.db, defaultDomainId, strange)).rejects.toMatchObject({
      code: 'validation_error',
      details: { fields: { 'body.name': [expect.any(String)] } },
    });
  });
});

describe('the list of accounts', () => {
  test('holds those of one domain, by id, a page at a time', async () => {
    const names = ['First', 'Second', 'Third'];
    const domain = await database.db
      .insertInto('domains')
      .values({ slug: 'listed' })
      .returning('id')
      .executeTakeFirstOrThrow();
    for (const name of names) await createAccount(database.db, domain.id, { ...grace, name, email: `${name}@x.org` });
    const page = await listAccounts(database.db, domain.id, { limit: 2, offset: 1 });
    expect(page.map((account) => account.name)).toEqual(['Second', 'Third']);
    await expect(countAccounts(database.db, domain.id)).resolves.toBe(3);
  });
});

test('an account is found with the slug of its domain', async () => {
  const [account] = await listAccounts(database.db, otherDomainId, { limit: 1, offset: 0 });
  await expect(findAccountInDomain(database.db, account?.id ?? 0)).resolves.toMatchObject({
    name: account?.name,
    domain_slug: 'other',
  });
  await expect(findAccountInDomain(database.db, 2_000_000)).resolves.toBeUndefined();
});
