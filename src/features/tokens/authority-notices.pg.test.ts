import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { EventEmitter, once } from 'node:events';
import { Client } from 'pg';
import { migrate } from '../../db/migrator.ts';
import type { Listen } from '../../db/notices.ts';
import { openDatabase, type OpenDatabase } from '../../db/open-database.ts';
import type { AccountPrincipal } from '../../principal.ts';
import { newKey } from '../../secrets.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/postgres-databases.ts';
import { testPostgres, type TestServer } from '../../testing/postgres-server.ts';
import { changeAccount, deactivateAccount, type AccountChanges } from '../accounts/account-changes.ts';
import { createAccount } from '../accounts/account-creation.ts';
import type { AccountRow } from '../accounts/accounts.table.ts';
import { changeOwnAccount } from '../accounts/own-account.ts';
import { noticeToken } from './authority-notices.ts';
import { mintToken } from './token-minting.ts';
import { revokeTokenBy, revokeTokensOf } from './token-revocation.ts';
import { rotateToken } from './token-rotation.ts';
import { createTokenVerifier, type TokenVerifier } from './token-verification.ts';

let server: TestServer;
let database: TestDatabase;
/** Two processes, as far as the database can tell: what is changed by the own is verified by the other. */
let own: OpenDatabase;
let other: OpenDatabase;
let verifier: TokenVerifier;
/** What the other process meets: `joined`, `heard` and `lost`. */
const events = new EventEmitter();
/** The clock of the other process, which stands until it is set. */
let nowMs = 0;
let ada: AccountRow;
let bob: AccountRow;
const active = newKey();
const keys = { active, all: [active] };

/** Tells when the listener was told. */
const watched =
  (listen: Listen): Listen =>
  (channel, { heard, joined }) =>
    listen(channel, {
      heard: (payload) => {
        heard(payload);
        events.emit('heard');
      },
      joined: () => {
        joined();
        events.emit('joined');
      },
    });

beforeAll(async () => {
  server = await testPostgres();
  database = await createTestDatabase(server.url);
  const open = (warn: () => void) => openDatabase({ databaseUrl: database.url, directory: '' }, { warn });
  own = await open(() => undefined);
  other = await open(() => events.emit('lost'));
  await migrate(own.db);
  const password = 'correct horse battery staple';
  const add = (name: string) =>
    createAccount(own.db, 1, { name, email: `${name}@example.org`, password, role: 'admin' });
  [ada, bob] = [await add('ada'), await add('bob')];
  const joined = once(events, 'joined');
  verifier = createTokenVerifier({ ...other, listen: watched(other.listen), keys, clock: () => nowMs });
  await joined;
});
afterAll(async () => {
  await own.close();
  await other.close();
  await database.drop();
  await server.stop();
});

let token: string;
let tokenId: number;
const asAda = (): AccountPrincipal => ({
  kind: 'account',
  accountId: ada.id,
  tokenId: 0,
  domainId: 1,
  role: 'admin',
  operator: false,
  readOnly: false,
  scopes: [],
  via: 'own_token',
});
const asBob = (): AccountPrincipal => ({ ...asAda(), accountId: bob.id, tokenId, scopes: ['runs:read'] });
const verified = () => verifier.verify(token);
const revoke = () => revokeTokenBy(own.db, asAda(), tokenId);
const change = (changes: AccountChanges) => changeAccount(own, asAda(), bob.id, changes, revokeTokensOf);

/** A token of Bob's that the other process knows. */
beforeEach(async () => {
  await sql`update accounts set role = 'admin', read_only = false, deactivated_at = null`.execute(own.db);
  await own.db.deleteFrom('api_tokens').execute();
  const minted = await mintToken(
    { ...own, keys },
    { id: bob.id, role: 'admin' },
    {
      token_name: 'ci',
      expires_in_days: 1,
      scopes: ['runs:read'],
    },
  );
  token = minted.token;
  tokenId = minted.row.id;
  expect(await verified()).toEqual(asBob());
});

/** Resolves when the other process heard of the change. */
async function heard(change: () => Promise<unknown>): Promise<void> {
  const told = once(events, 'heard');
  await change();
  await told;
}

describe('what one process changed is seen by another that heard of it, however fresh its memory', () => {
  test.each([
    ['a revocation', revoke],
    ['a rotation', () => rotateToken({ ...own, keys }, asBob(), tokenId, { grace_seconds: 0 })],
    ['a deactivation', () => change({ active: false })],
    ['a deactivation by the owner', () => deactivateAccount(own, asBob(), bob.id, revokeTokensOf)],
    [
      'a new password',
      () => {
        const passwords = { current_password: 'known', new_password: 'an umbrella for each rainy day' };
        const duties = { confirm: async () => undefined, revokeTokens: revokeTokensOf };
        return changeOwnAccount(own, { ...asBob(), tokenId: 0 }, passwords, duties);
      },
    ],
  ])('%s ends the token', async (_, end) => {
    await heard(end);
    expect(await verified()).toBeUndefined();
  });

  test('a new role and an account that may only read hold', async () => {
    await heard(() => change({ role: 'user' }));
    expect(await verified()).toEqual({ ...asBob(), role: 'user' });
    await heard(() => change({ read_only: true }));
    expect(await verified()).toEqual({ ...asBob(), role: 'user', readOnly: true });
  });

  test('what is rolled back is told to nobody, and what is told of another token changes nothing', async () => {
    const refused = changeAccount(own, asAda(), bob.id, { active: false }, async () => {
      throw new Error('undone');
    });
    await expect(refused).rejects.toThrow('undone');
    await sql`update accounts set read_only = true where id = ${bob.id}`.execute(own.db);
    await heard(() => own.db.transaction().execute((trx) => noticeToken(trx, tokenId + 1)));
    expect(await verified()).toEqual(asBob());
  });
});

describe('while the other process hears nothing', () => {
  /** Its connections for statements stay; none is made anew. */
  async function setConnectable(connectable: boolean): Promise<void> {
    const client = new Client({ connectionString: server.url });
    await client.connect();
    await client
      .query(`alter database "${database.name}" with allow_connections ${connectable}`)
      .finally(() => client.end());
  }

  beforeEach(async () => {
    await setConnectable(false);
    const lost = once(events, 'lost');
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where query like 'listen %' and datname = current_database()`.execute(own.db);
    await lost;
  });

  const mend = async (): Promise<void> => {
    const joined = once(events, 'joined');
    await setConnectable(true);
    await joined;
  };

  test('a revocation holds after 5 s at the latest', async () => {
    await revoke();
    expect(await verified()).toEqual(asBob());
    nowMs += 5_000;
    expect(await verified()).toBeUndefined();
    await mend();
  });

  test('a revocation holds as soon as it listens again', async () => {
    await revoke();
    expect(await verified()).toEqual(asBob());
    await mend();
    expect(await verified()).toBeUndefined();
  });
});
