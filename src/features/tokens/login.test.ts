import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sql, type Kysely } from 'kysely';
import { settingsFrom } from '../../config.ts';
import type { Database } from '../../db/database.ts';
import type { OpenDatabase } from '../../db/open-database.ts';
import { AppError } from '../../errors.ts';
import { createAccount } from '../accounts/account-creation.ts';
import { argon2Work } from '../accounts/passwords.ts';
import { openMigrated } from '../../testing/migrated-database.ts';
import { logIn, reservationWork } from './login.ts';

let database: OpenDatabase;
const settings = settingsFrom({ SPCI_LIMITS: 'login=5/900' });
const right = 'correct horse battery staple';

beforeAll(async () => {
  database = await openMigrated();
  await createAccount(database.db, 1, { name: 'Ada', email: 'ada@example.org', password: right, role: 'user' });
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.db.deleteFrom('login_attempts').execute();
});

const attempt = (password: string, clientAddress = '192.0.2.1', email = 'ada@example.org') =>
  logIn({ db: database.db, settings }, { email, password, clientAddress });

async function failTimes(times: number, addressOf: (time: number) => string = () => '192.0.2.1'): Promise<void> {
  for (let time = 1; time <= times; time += 1)
    await expect(attempt('wrong', addressOf(time))).rejects.toMatchObject({ code: 'invalid_credentials' });
}

async function age(seconds: number): Promise<void> {
  await sql`update login_attempts set attempted_at = attempted_at - ${seconds} * interval '1 second'`.execute(
    database.db,
  );
}

async function attemptsCounted(): Promise<number> {
  const { count } = await database.db
    .selectFrom('login_attempts')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

const limitedTo = (limit: number) => ({
  code: 'rate_limited',
  details: { limit, window: '900s', retry_after: expect.any(Number) },
});

describe('failed logins', () => {
  test('beyond the limit from one address are refused, the right password included', async () => {
    await failTimes(5);
    await expect(attempt(right)).rejects.toMatchObject(limitedTo(5));
  });

  test('of one address leave other addresses alone', async () => {
    await failTimes(5);
    await expect(attempt(right, '192.0.2.2')).resolves.toMatchObject({ name: 'Ada' });
  });

  test('of one IPv6 network count together', async () => {
    await failTimes(5, (time) => `2001:db8:1:2::${time}`);
    await expect(attempt(right, '2001:db8:1:2:ffff::1')).rejects.toMatchObject(limitedTo(5));
    await expect(attempt(right, '2001:db8:1:3::1')).resolves.toMatchObject({ name: 'Ada' });
  });

  test('against one account count together from anywhere, up to twice the limit', async () => {
    await failTimes(10, (time) => `192.0.2.${time}`);
    await expect(attempt(right, '198.51.100.1')).rejects.toMatchObject(limitedTo(10));
  });

  test('against an account that does not exist are limited like those against one that does', async () => {
    for (let time = 1; time <= 10; time += 1)
      await expect(attempt('wrong', `192.0.2.${time}`, 'Bob@example.org')).rejects.toMatchObject({
        code: 'invalid_credentials',
      });
    await expect(attempt('wrong', '198.51.100.1', 'bob@EXAMPLE.org')).rejects.toMatchObject(limitedTo(10));
  });

  test('count for exactly the window, which slides', async () => {
    await failTimes(4);
    await age(450);
    await failTimes(1);
    await age(440);
    const refused = await attempt(right).catch((failure: AppError) => failure);
    expect(refused).toMatchObject(limitedTo(5));
    // Up to ten by the clock of the database, less what the test itself has taken.
    const retryAfter = refused instanceof AppError ? (refused.details.retry_after ?? 0) : 0;
    expect(retryAfter).toBeGreaterThan(0);
    expect(retryAfter).toBeLessThanOrEqual(10);
    await age(10);
    await failTimes(4);
    await expect(attempt(right)).rejects.toMatchObject(limitedTo(5));
  });

  test('at once are limited like those one after another', async () => {
    const tries = await Promise.allSettled(Array.from({ length: 20 }, () => attempt('wrong')));
    const codes = tries.map((one) => (one.status === 'rejected' ? one.reason.code : 'logged in'));
    expect(codes.toSorted()).toEqual([...Array(5).fill('invalid_credentials'), ...Array(15).fill('rate_limited')]);
  });

  test('look the same and cost the same whether or not the account exists', async () => {
    const before = argon2Work.started;
    const known = await attempt('wrong').catch((error: unknown) => error);
    const unknown = await attempt('wrong', '192.0.2.1', 'bob@example.org').catch((error: unknown) => error);
    expect(unknown).toEqual(known);
    expect(argon2Work.started).toBe(before + 2);
  });

  test('are forgotten once no window reaches them', async () => {
    await failTimes(3, (time) => `192.0.2.${time}`);
    await age(900);
    await failTimes(1, () => '198.51.100.1');
    await expect(attemptsCounted()).resolves.toBe(1);
  });
});

describe('a login', () => {
  test('that succeeds counts no longer', async () => {
    for (let time = 1; time <= 7; time += 1) await attempt(right);
    await expect(attemptsCounted()).resolves.toBe(0);
  });

  test('that succeeds does not forgive the failures before it', async () => {
    await failTimes(4);
    await attempt(right);
    await failTimes(1);
    await expect(attempt(right)).rejects.toMatchObject(limitedTo(5));
  });

  test('that cannot be checked for want of a free slot is unavailable and does not count', async () => {
    const gate = Promise.withResolvers<void>();
    const occupied = Array.from({ length: 34 }, () => argon2Work.run(() => gate.promise));
    await expect(attempt('wrong')).rejects.toMatchObject({ code: 'unavailable' });
    await expect(attemptsCounted()).resolves.toBe(0);
    gate.resolve();
    await Promise.all(occupied);
  });

  test('that comes while 64 others are being counted is unavailable and asks the database nothing', async () => {
    const gate = Promise.withResolvers<void>();
    const occupied = Array.from({ length: 64 }, () => reservationWork.run(() => gate.promise));
    const closed: Kysely<Database> = database.db.withPlugin({
      transformQuery: () => {
        throw new Error('the database was asked');
      },
      transformResult: async ({ result }) => result,
    });
    const login = { email: 'ada@example.org', password: right, clientAddress: '192.0.2.1' };
    await expect(logIn({ db: closed, settings }, login)).rejects.toMatchObject({ code: 'unavailable' });
    gate.resolve();
    await Promise.all(occupied);
    await expect(attempt(right)).resolves.toMatchObject({ name: 'Ada' });
  });

  test('takes a password of 1024 bytes at most, counted in UTF-8', async () => {
    await expect(attempt('é'.repeat(512))).rejects.toMatchObject({ code: 'invalid_credentials' });
    await expect(attempt('é'.repeat(513))).rejects.toMatchObject({
      code: 'validation_error',
      details: { fields: { 'body.password': [expect.any(String)] } },
    });
  });
});
