import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { OpenDatabase } from '../../db/open-database.ts';
import { isToken, lookupDigest, newKey, newToken } from '../../secrets.ts';
import { createAccount } from '../accounts/account-creation.ts';
import type { AccountRow } from '../accounts/accounts.table.ts';
import { argon2Work, verifySecret } from '../accounts/passwords.ts';
import { openMigrated } from '../../testing/migrated-database.ts';
import { mintToken, type MintRequest, type TokenOwner } from './token-minting.ts';
import { revokeTokenBy } from './token-revocation.ts';

let database: OpenDatabase;
let ada: AccountRow;
let bob: AccountRow;
const active = newKey();
const keys = { active, all: [active] };
const ci: MintRequest = { token_name: 'ci', expires_in_days: 7, scopes: ['runs:read'] };

beforeAll(async () => {
  database = await openMigrated();
  const account = { password: 'correct horse battery staple', role: 'user' } as const;
  ada = await createAccount(database.db, 1, { ...account, name: 'Ada', email: 'ada@example.org' });
  bob = await createAccount(database.db, 1, { ...account, name: 'Bob', email: 'bob@example.org' });
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.db.deleteFrom('api_tokens').execute();
});

const mint = (request: Partial<MintRequest> = {}, owner: TokenOwner = ada, randomToken?: () => string) =>
  mintToken({ db: database.db, keys }, owner, { ...ci, ...request }, randomToken);

async function lifetimeHours(tokenId: number): Promise<number> {
  const { hours } = await database.db
    .selectFrom('api_tokens')
    .where('id', '=', tokenId)
    .select(sql<number>`extract(epoch from expires_at - created_at) / 3600`.as('hours'))
    .executeTakeFirstOrThrow();
  return hours;
}

describe('a minted token', () => {
  test('has the format of tokens and is stored as digest and argon2id hash only', async () => {
    const { token, row } = await mint();
    expect(isToken('spci', token)).toBe(true);
    expect(row.token_prefix).toBe(token.slice(0, 16));
    expect(Buffer.from(row.lookup)).toEqual(lookupDigest(active, token));
    expect(row.lookup_kid).toBe(active.kid);
    expect(row.token_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    await expect(verifySecret(row.token_hash, token)).resolves.toBe(true);
    expect(JSON.stringify(row)).not.toContain(token.slice(16));
  });

  test('has the scopes that were asked for', async () => {
    await expect(mint({ scopes: ['system:read', 'runs:read'] })).resolves.toMatchObject({
      row: { scopes: ['system:read', 'runs:read'] },
    });
  });

  test.each([1, 365])('lives for the %i days that were asked for', async (expires_in_days) => {
    const { row } = await mint({ expires_in_days });
    await expect(lifetimeHours(row.id)).resolves.toBe(expires_in_days * 24);
  });

  test('is not made with a scope that the role does not allow', async () => {
    await expect(mint({ scopes: ['runs:read', 'baselines:write'] })).rejects.toMatchObject({
      code: 'forbidden',
      details: { required_scopes: ['runs:read', 'baselines:write'], missing_scopes: ['baselines:write'] },
    });
  });
});

describe('a token name', () => {
  test('belongs to one live token of its owner', async () => {
    await mint();
    await expect(mint()).rejects.toMatchObject({ code: 'conflict' });
    await expect(mint({}, bob)).resolves.toMatchObject({ row: { token_name: 'ci' } });
    await expect(mint({ token_name: 'CI' })).resolves.toMatchObject({ row: { token_name: 'CI' } });
  });

  test('is free again once its token is revoked', async () => {
    const { row } = await mint();
    const owner = { accountId: ada.id, tokenId: row.id, domainId: 1, role: ada.role, scopes: row.scopes };
    const rights = { operator: false, readOnly: false, via: 'own_token' } as const;
    await revokeTokenBy(database.db, { kind: 'account', ...owner, ...rights }, row.id);
    await expect(mint()).resolves.toMatchObject({ row: { token_name: 'ci' } });
  });

  test('is free again once its token has expired', async () => {
    await mint();
    await sql`update api_tokens set expires_at = now()`.execute(database.db);
    await expect(mint()).resolves.toMatchObject({ row: { token_name: 'ci' } });
    await expect(mint()).rejects.toMatchObject({ code: 'conflict' });
  });

  test('goes to one of those that ask for it at once', async () => {
    const tries = await Promise.allSettled([mint(), mint(), mint(), mint()]);
    expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  });
});

describe('randomness that repeats', () => {
  test('LOW-3: is drawn again when the token or its public prefix is taken', async () => {
    const { token: taken } = await mint({ token_name: 'first' });
    const fresh = newToken('spci');
    const samePrefix = taken.slice(0, 16) + fresh.slice(16);
    const draws = [taken, samePrefix, fresh];
    const { token } = await mint({ token_name: 'second' }, bob, () => draws.shift() ?? 'none left');
    expect(token).toBe(fresh);
  });

  test('without end is a failure of the server and no endless loop', async () => {
    const { token } = await mint({ token_name: 'first' });
    await expect(mint({ token_name: 'second' }, bob, () => token)).rejects.not.toHaveProperty('code', 'conflict');
  });

  test('is the only failure that makes it draw again', async () => {
    const before = argon2Work.started;
    await expect(mint({}, { role: ada.role, id: 2_000_000 })).rejects.toThrow('foreign key');
    expect(argon2Work.started).toBe(before + 1);
  });
});

test('no token comes of a password that was changed after it was checked, or of an account that ended since', async () => {
  const changed = { ...ada, password_hash: 'of the password before' };
  await expect(mint({}, changed)).rejects.toMatchObject({ code: 'invalid_credentials' });
  const person = { name: 'Eve', email: 'eve@example.org', password: 'correct horse battery staple' };
  const eve = await createAccount(database.db, 1, { ...person, role: 'user' });
  await database.db
    .updateTable('accounts')
    .set({ deactivated_at: '2026-11-22T10:00:00Z' })
    .where('id', '=', eve.id)
    .execute();
  await expect(mint({}, eve)).rejects.toMatchObject({ code: 'invalid_credentials' });
  await expect(database.db.selectFrom('api_tokens').selectAll().execute()).resolves.toEqual([]);
});
