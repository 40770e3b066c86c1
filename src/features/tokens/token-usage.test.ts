import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { sql, type Kysely } from 'kysely';
import type { Database } from '../../db/database.ts';
import type { OpenDatabase } from '../../db/open-database.ts';
import { newKey, newToken } from '../../secrets.ts';
import { createAccount } from '../accounts/account-creation.ts';
import type { AccountRow } from '../accounts/accounts.table.ts';
import { openMigrated } from '../../testing/migrated-database.ts';
import type { MintedToken } from './stored-secrets.ts';
import { mintToken } from './token-minting.ts';
import { createTokenUsage } from './token-usage.ts';
import { createTokenVerifier } from './token-verification.ts';
import { listTokenRows } from './tokens.queries.ts';

let database: OpenDatabase;
let ada: AccountRow;
let minted: MintedToken;
const active = newKey();
const keys = { active, all: [active] };

beforeAll(async () => {
  database = await openMigrated();
  const account = { name: 'Ada', email: 'ada@example.org', password: 'correct horse battery staple' };
  ada = await createAccount(database.db, 1, { ...account, role: 'admin' });
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.db.deleteFrom('api_tokens').execute();
  minted = await mintToken({ db: database.db, keys }, ada, {
    token_name: 'ci',
    expires_in_days: 7,
    scopes: ['runs:read'],
  });
});

/** A process of its own, with a database that fails on demand. */
function startReplica() {
  let statements = 0;
  let nowMs = 1_000;
  let failing = false;
  const db: Kysely<Database> = database.db.withPlugin({
    transformQuery: ({ node }) => {
      if (failing) throw new Error('the database is gone');
      statements += 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  const clock = () => nowMs;
  const usage = createTokenUsage({ db, clock });
  return {
    ...usage,
    verify: createTokenVerifier({ db, keys, listen: () => undefined, usage, clock }).verify,
    statements: () => statements,
    fail: (isFailing: boolean) => void (failing = isFailing),
    pass: (ms: number) => void (nowMs += ms),
  };
}

async function lastUses(): Promise<(string | null)[]> {
  const rows = await listTokenRows(database.db, { accountId: ada.id }, { limit: 10, offset: 0 });
  return rows.map(({ last_used_at }) => last_used_at);
}

/** Of the only token, by the clock of the database. */
async function agoHours(): Promise<number | undefined> {
  const row = await database.db
    .selectFrom('api_token_usage')
    .select(sql<number>`round(extract(epoch from now() - last_used_at) / 3600)`.as('hours'))
    .executeTakeFirst();
  return row?.hours;
}

test('a thousand uses of a token cost no statement until they are recorded, and one then', async () => {
  const { verify, flush, statements } = startReplica();
  await verify(minted.token);
  const before = statements();
  for (let use = 0; use < 1_000; use += 1) await verify(minted.token);
  expect(statements() - before).toBe(0);
  await expect(lastUses()).resolves.toEqual([null]);
  await flush();
  expect(statements() - before).toBe(1);
  await expect(lastUses()).resolves.toEqual([expect.any(String)]);
  await flush();
  expect(statements() - before).toBe(1);
});

test('many tokens are recorded by one statement, and what was refused is no use', async () => {
  const other = await mintToken({ db: database.db, keys }, ada, {
    token_name: 'other',
    expires_in_days: 7,
    scopes: ['runs:read'],
  });
  const { verify, flush, statements } = startReplica();
  for (const token of [minted.token, other.token, newToken('spci')]) await verify(token);
  const before = statements();
  await flush();
  expect(statements() - before).toBe(1);
  await expect(lastUses()).resolves.toEqual([expect.any(String), expect.any(String)]);
});

test('the moment is that of the last use, not of the record, and never goes back', async () => {
  const [late, early] = [startReplica(), startReplica()];
  for (const replica of [early, late]) await replica.verify(minted.token);
  early.pass(3_600_000);
  await early.flush();
  await expect(agoHours()).resolves.toBe(1);
  await late.flush();
  const [lastUse] = await lastUses();
  await early.verify(minted.token);
  early.pass(7_200_000);
  await early.flush();
  await expect(lastUses()).resolves.toEqual([lastUse]);
});

test('what could not be recorded is recorded the next time, without a token that is gone', async () => {
  const { note, flush, fail } = startReplica();
  note(minted.row.id);
  note(2_000_000);
  fail(true);
  await expect(flush()).rejects.toThrow('the database is gone');
  fail(false);
  await flush();
  await expect(lastUses()).resolves.toEqual([expect.any(String)]);
});
