import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { settingsFrom } from '../../config.ts';
import type { OpenDatabase } from '../../db/open-database.ts';
import { newKey, newToken } from '../../secrets.ts';
import { openMigrated } from '../../testing/migrated-database.ts';
import { insertAccount } from './accounts.queries.ts';
import { ensureFirstAdministrator, setUp } from './installation.ts';
import { argon2Work, verifyPassword } from './passwords.ts';

let database: OpenDatabase;
const active = newKey();
const keys = { active, all: [active] };
const credentials = {
  SPCI_BOOTSTRAP_EMAIL: 'root.ops@example.org',
  SPCI_BOOTSTRAP_PASSWORD: 'correct horse battery staple',
};
const ada = { name: 'Ada', email: 'ada@example.org', password: 'correct horse battery staple' };

beforeAll(async () => {
  database = await openMigrated();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.db.deleteFrom('accounts').execute();
  await database.db.deleteFrom('setup_tokens').execute();
});

async function start(environment: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const lines: string[] = [];
  const context = { db: database.db, keys, settings: settingsFrom(environment) };
  await ensureFirstAdministrator(context, (line) => lines.push(line));
  return lines;
}

const tokenIn = (line: string | undefined): string => /spcs_\w{46}/.exec(line ?? '')?.[0] ?? 'no token';
const accounts = () => database.db.selectFrom('accounts').selectAll().execute();
const setupTokens = () => database.db.selectFrom('setup_tokens').selectAll().execute();

describe('a start with bootstrap settings', () => {
  test('makes the administrator of the default domain, operator of the installation, and prints nothing', async () => {
    await expect(start(credentials)).resolves.toEqual([]);
    const [account, ...others] = await accounts();
    expect(others).toEqual([]);
    expect(account).toMatchObject({ domain_id: 1, name: 'root.ops', role: 'admin', operator: true });
    const right = verifyPassword(account?.password_hash, credentials.SPCI_BOOTSTRAP_PASSWORD);
    await expect(right).resolves.toBe(true);
  });

  test('makes one account however many replicas start at once', async () => {
    await Promise.all([1, 2, 3, 4, 5].map(() => start(credentials)));
    await expect(accounts()).resolves.toHaveLength(1);
  });

  test('ends an offer to set up by token', async () => {
    const [line] = await start();
    await start(credentials);
    await expect(setupTokens()).resolves.toEqual([]);
    await expect(setUp({ db: database.db, keys }, { ...ada, setup_token: tokenIn(line) })).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  test.each([
    ['SPCI_BOOTSTRAP_PASSWORD', { SPCI_BOOTSTRAP_EMAIL: 'root@example.org' }],
    ['SPCI_BOOTSTRAP_EMAIL', { SPCI_BOOTSTRAP_PASSWORD: 'correct horse battery staple' }],
    ['SPCI_BOOTSTRAP_EMAIL', { ...credentials, SPCI_BOOTSTRAP_EMAIL: 'root@localhost' }],
    ['SPCI_BOOTSTRAP_PASSWORD', { ...credentials, SPCI_BOOTSTRAP_PASSWORD: 'short' }],
    ['SPCI_BOOTSTRAP_PASSWORD', { ...credentials, SPCI_BOOTSTRAP_PASSWORD: '1234567890' }],
  ])('is refused by the name of the bad setting %s', async (setting, environment) => {
    await expect(start(environment)).rejects.toMatchObject({ name: 'ConfigurationError', setting });
    await expect(accounts()).resolves.toEqual([]);
  });
});

describe('a start without bootstrap settings', () => {
  test('prints one setup token and stores no more of it than a digest', async () => {
    const lines = await start();
    expect(lines).toHaveLength(1);
    const [stored] = await setupTokens();
    expect(Buffer.from(stored?.digest ?? []).toString('latin1')).not.toContain(tokenIn(lines[0]));
    expect(stored?.digest).toHaveLength(32);
  });

  test('replaces a token that was not used', async () => {
    const [first] = await start();
    const [second] = await start();
    await expect(setupTokens()).resolves.toHaveLength(1);
    const setUpWith = (line: string | undefined) =>
      setUp({ db: database.db, keys }, { ...ada, setup_token: tokenIn(line) });
    await expect(setUpWith(first)).rejects.toMatchObject({ code: 'unauthorized' });
    await expect(setUpWith(second)).resolves.toMatchObject({ email: ada.email });
  });

  test('leaves one token however many replicas start at once', async () => {
    await Promise.all([1, 2, 3, 4, 5].map(() => start()));
    await expect(setupTokens()).resolves.toHaveLength(1);
  });

  test('does nothing once an account exists, whatever the settings', async () => {
    await insertAccount(database.db, { domain_id: 1, name: 'Eve', email: 'e@x.org', role: 'user', password_hash: '' });
    await expect(start()).resolves.toEqual([]);
    await expect(start({ ...credentials, SPCI_BOOTSTRAP_EMAIL: 'nonsense' })).resolves.toEqual([]);
    await expect(accounts()).resolves.toHaveLength(1);
  });
});

describe('setting up', () => {
  const setUpWith = (setup_token: string) => setUp({ db: database.db, keys }, { ...ada, setup_token });

  test('makes an administrator of the default domain who is operator, and uses the token up', async () => {
    const [line] = await start();
    await expect(setUpWith(tokenIn(line))).resolves.toMatchObject({ domain_id: 1, role: 'admin', operator: true });
    await expect(setupTokens()).resolves.toEqual([]);
    await expect(setUpWith(tokenIn(line))).rejects.toMatchObject({ code: 'conflict' });
  });

  test('works once for any number of tries at once', async () => {
    const [line] = await start();
    const tries = await Promise.allSettled(
      ['a', 'b', 'c', 'd', 'e'].map((name) =>
        setUp({ db: database.db, keys }, { ...ada, name, email: `${name}@x.org`, setup_token: tokenIn(line) }),
      ),
    );
    expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    const refusals = tries.filter((one) => one.status === 'rejected').map((one) => one.reason);
    expect(refusals.map((refusal) => refusal.code)).toEqual(Array(4).fill('conflict'));
    await expect(accounts()).resolves.toHaveLength(1);
  });

  test('with a wrong token is unauthorized and hashes nothing', async () => {
    await start();
    const before = argon2Work.started;
    await expect(setUpWith(newToken('spcs'))).rejects.toMatchObject({ code: 'unauthorized' });
    await expect(setUpWith('spcs_nonsense')).rejects.toMatchObject({ code: 'unauthorized' });
    expect(argon2Work.started).toBe(before);
    await expect(accounts()).resolves.toEqual([]);
  });

  test('with a password that is refused leaves the token usable', async () => {
    const [line] = await start();
    const refused = setUp({ db: database.db, keys }, { ...ada, password: '1234567890', setup_token: tokenIn(line) });
    await expect(refused).rejects.toMatchObject({ code: 'unprocessable' });
    await expect(setUpWith(tokenIn(line))).resolves.toMatchObject({ name: 'Ada' });
  });

  test('accepts a token that was printed under an older key', async () => {
    const [line] = await start();
    const renewed = newKey();
    const rotated = { active: renewed, all: [renewed, active] };
    const account = setUp({ db: database.db, keys: rotated }, { ...ada, setup_token: tokenIn(line) });
    await expect(account).resolves.toMatchObject({ name: 'Ada' });
  });
});
