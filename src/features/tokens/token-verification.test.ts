import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sql, type Kysely } from 'kysely';
import type { Database } from '../../db/database.ts';
import type { OpenDatabase } from '../../db/open-database.ts';
import type { AccountPrincipal, Scope } from '../../principal.ts';
import { newKey, newToken } from '../../secrets.ts';
import { createAccount } from '../accounts/account-creation.ts';
import type { AccountRow } from '../accounts/accounts.table.ts';
import { argon2Work } from '../accounts/passwords.ts';
import { openMigrated } from '../../testing/migrated-database.ts';
import type { MintedToken } from './stored-secrets.ts';
import { mintToken } from './token-minting.ts';
import { revokeTokenBy } from './token-revocation.ts';
import { createTokenVerifier } from './token-verification.ts';
import { verifiedTokensOf } from './verified-tokens.ts';

let database: OpenDatabase;
let ada: AccountRow;
let minted: MintedToken;
const active = newKey();
const keys = { active, all: [active] };
const scopes: Scope[] = ['runs:read', 'baselines:write', 'tokens:manage'];

beforeAll(async () => {
  database = await openMigrated();
  const account = { name: 'Ada', email: 'ada@example.org', password: 'correct horse battery staple' };
  ada = await createAccount(database.db, 1, { ...account, role: 'admin' });
});
afterAll(() => database.close());
beforeEach(async () => {
  await sql`update accounts set role = 'admin', deactivated_at = null`.execute(database.db);
  await database.db.deleteFrom('api_tokens').execute();
  minted = await mintToken({ db: database.db, keys }, ada, { token_name: 'ci', expires_in_days: 7, scopes });
});

/** A process of its own: it shares the database and no memory with others, and its clock stands until it is set. */
function startReplica({ keyring = keys } = {}) {
  let statements = 0;
  let nowMs = 1_000;
  const db: Kysely<Database> = database.db.withPlugin({
    transformQuery: ({ node }) => {
      statements += 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  const { verify } = createTokenVerifier({ db, keys: keyring, listen: () => undefined, clock: () => nowMs });
  return {
    db,
    verify,
    pass: (ms: number) => {
      nowMs += ms;
    },
    /** What the work costs: SQL statements and runs of argon2. */
    costOf: async (work: () => Promise<unknown>) => {
      const before = { statements, argon2Runs: argon2Work.started };
      await work();
      return { statements: statements - before.statements, argon2Runs: argon2Work.started - before.argon2Runs };
    },
  };
}

const adaByToken = (): AccountPrincipal => ({
  kind: 'account',
  accountId: ada.id,
  tokenId: minted.row.id,
  domainId: 1,
  role: 'admin',
  operator: false,
  readOnly: false,
  scopes,
  via: 'own_token',
});

const revokeElsewhere = () => sql`update api_tokens set revoked_at = now()`.execute(database.db);

describe('a live token', () => {
  test('stands for its owner with the scopes it was given', async () => {
    await expect(startReplica().verify(minted.token)).resolves.toEqual(adaByToken());
  });

  test('costs one statement and one argon2 run at first, nothing while fresh, one statement after 5 s', async () => {
    const { verify, pass, costOf } = startReplica();
    await expect(costOf(() => verify(minted.token))).resolves.toEqual({ statements: 1, argon2Runs: 1 });
    pass(4_999);
    await expect(costOf(() => verify(minted.token))).resolves.toEqual({ statements: 0, argon2Runs: 0 });
    pass(1);
    await expect(costOf(() => verify(minted.token))).resolves.toEqual({ statements: 1, argon2Runs: 0 });
    await expect(costOf(() => verify(minted.token))).resolves.toEqual({ statements: 0, argon2Runs: 0 });
  });

  test('runs no argon2 in the process that minted it', async () => {
    const { db, verify, costOf } = startReplica();
    const own = await mintToken({ db, keys }, ada, { token_name: 'own', expires_in_days: 7, scopes });
    await expect(costOf(() => verify(own.token))).resolves.toEqual({ statements: 1, argon2Runs: 0 });
  });

  test('costs the same for many requests at once as for one', async () => {
    const { verify, costOf } = startReplica();
    const crowd = () => Promise.all(Array.from({ length: 20 }, () => verify(minted.token)));
    await expect(costOf(crowd)).resolves.toEqual({ statements: 1, argon2Runs: 1 });
  });

  test('is found under an older key', async () => {
    const renewed = newKey();
    const { verify } = startReplica({ keyring: { active: renewed, all: [renewed, active] } });
    await expect(verify(minted.token)).resolves.toMatchObject({ tokenId: minted.row.id });
  });
});

describe('what is no token', () => {
  test('by its shape, kind or check digits is refused without a look-up', async () => {
    const { verify, costOf } = startReplica();
    const last = minted.token.endsWith('0') ? '1' : '0';
    const mistyped = minted.token.slice(0, -1) + last;
    for (const text of ['', 'spci_', mistyped, newToken('spcw'), `${minted.token}x`]) {
      await expect(verify(text)).resolves.toBeUndefined();
      await expect(costOf(() => verify(text))).resolves.toEqual({ statements: 0, argon2Runs: 0 });
    }
  });

  test('because it was never minted runs no argon2 and is not remembered', async () => {
    const { verify, costOf } = startReplica();
    const unknown = newToken('spci');
    for (const _time of [1, 2]) {
      await expect(verify(unknown)).resolves.toBeUndefined();
      await expect(costOf(() => verify(unknown))).resolves.toEqual({ statements: 1, argon2Runs: 0 });
    }
  });

  test('because 1,000 of them were guessed runs no argon2 and keeps nothing', async () => {
    const { db, verify, costOf } = startReplica();
    const guesses = Array.from({ length: 1_000 }, () => newToken('spci'));
    const guessAll = () => Promise.all(guesses.map((token) => verify(token)));
    await expect(costOf(guessAll)).resolves.toEqual({ statements: 1_000, argon2Runs: 0 });
    const { known, hashes, loading } = verifiedTokensOf(db);
    expect([known.size, hashes.size, loading.size]).toEqual([0, 0, 0]);
  });

  test('because its row holds the hash of another is refused', async () => {
    const other = await mintToken({ db: database.db, keys }, ada, { token_name: 'b', expires_in_days: 1, scopes });
    await sql`update api_tokens set token_hash = ${other.row.token_hash}`.execute(database.db);
    await expect(startReplica().verify(minted.token)).resolves.toBeUndefined();
  });
});

describe('an end that comes while the token is known', () => {
  test('by revocation on this replica holds at once', async () => {
    const { db, verify } = startReplica();
    await verify(minted.token);
    await revokeTokenBy(db, adaByToken(), minted.row.id);
    await expect(verify(minted.token)).resolves.toBeUndefined();
  });

  test('by revocation on this replica holds although a look-up had read the row before', async () => {
    const { db, verify } = startReplica();
    const gate = Promise.withResolvers<void>();
    const occupied = [1, 2].map(() => argon2Work.run(() => gate.promise));
    const before = verify(minted.token);
    await revokeTokenBy(db, adaByToken(), minted.row.id);
    const after = verify(minted.token);
    gate.resolve();
    await expect(before).resolves.toEqual(adaByToken());
    await expect(after).resolves.toBeUndefined();
    await expect(verify(minted.token)).resolves.toBeUndefined();
    await Promise.all(occupied);
  });

  test('by revocation on another replica holds after 5 s', async () => {
    const { verify, pass } = startReplica();
    await verify(minted.token);
    await revokeElsewhere();
    pass(5_000);
    await expect(verify(minted.token)).resolves.toBeUndefined();
  });

  test('by expiry holds from that moment', async () => {
    await sql`update api_tokens set expires_at = now() + interval '3 seconds'`.execute(database.db);
    const { verify, pass } = startReplica();
    await expect(verify(minted.token)).resolves.toMatchObject({ tokenId: minted.row.id });
    await sql`update api_tokens set expires_at = now()`.execute(database.db);
    pass(3_000);
    await expect(verify(minted.token)).resolves.toBeUndefined();
  });

  test('by deactivation of the owner holds after 5 s', async () => {
    const { verify, pass } = startReplica();
    await verify(minted.token);
    await sql`update accounts set deactivated_at = now()`.execute(database.db);
    pass(5_000);
    await expect(verify(minted.token)).resolves.toBeUndefined();
  });
});

test('a new role of the owner takes the scopes it does not allow, after 5 s', async () => {
  const { verify, pass } = startReplica();
  await verify(minted.token);
  await sql`update accounts set role = 'contributor'`.execute(database.db);
  pass(5_000);
  await expect(verify(minted.token)).resolves.toMatchObject({ role: 'contributor', scopes: ['runs:read'] });
});
