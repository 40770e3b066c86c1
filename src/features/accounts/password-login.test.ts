import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import argon2 from 'argon2';
import { sql } from 'kysely';
import type { OpenDatabase } from '../../db/open-database.ts';
import { openMigrated } from '../../testing/migrated-database.ts';
import { insertAccount } from './accounts.queries.ts';
import { accountByPassword } from './password-login.ts';
import { argon2Work, hashPassword, isBelowPolicy } from './passwords.ts';

let database: OpenDatabase;
const password = 'correct horse battery staple';

beforeAll(async () => {
  database = await openMigrated();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.db.deleteFrom('accounts').execute();
});

const addAda = (password_hash: string) =>
  insertAccount(database.db, { domain_id: 1, name: 'Ada', email: 'Ada@example.org', role: 'user', password_hash });

async function storedHash(): Promise<string> {
  const account = await database.db.selectFrom('accounts').select('password_hash').executeTakeFirstOrThrow();
  return account.password_hash;
}

test('the password opens its account under the address in any case', async () => {
  const ada = await addAda(await hashPassword(password));
  await expect(accountByPassword(database.db, 'aDA@EXAMPLE.org', password)).resolves.toMatchObject({ id: ada.id });
});

test('LOW-2, 2.8a: an unknown address, a wrong password and a deactivated account are one answer after the same work', async () => {
  await addAda(await hashPassword(password));
  const before = argon2Work.started;
  await expect(accountByPassword(database.db, 'bob@example.org', password)).resolves.toBeUndefined();
  await expect(accountByPassword(database.db, 'ada@example.org', 'wrong')).resolves.toBeUndefined();
  await sql`update accounts set deactivated_at = now()`.execute(database.db);
  await expect(accountByPassword(database.db, 'ada@example.org', password)).resolves.toBeUndefined();
  expect(argon2Work.started).toBe(before + 3);
});

test('a right password renews a hash below policy, a wrong one does not', async () => {
  const weak = await argon2.hash(password, { type: argon2.argon2id, memoryCost: 8192, timeCost: 1, parallelism: 1 });
  await addAda(weak);
  await accountByPassword(database.db, 'ada@example.org', 'wrong');
  await expect(storedHash()).resolves.toBe(weak);
  await accountByPassword(database.db, 'ada@example.org', password);
  expect(isBelowPolicy(await storedHash())).toBe(false);
  await expect(accountByPassword(database.db, 'ada@example.org', password)).resolves.toMatchObject({ name: 'Ada' });
});

test('a hash of the policy stays as it is', async () => {
  const current = await hashPassword(password);
  await addAda(current);
  await accountByPassword(database.db, 'ada@example.org', password);
  await expect(storedHash()).resolves.toBe(current);
});
