import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { migrate } from '../../db/migrator.ts';
import { openDatabase, type OpenDatabase } from '../../db/open-database.ts';
import type { AccountPrincipal } from '../../principal.ts';
import { newKey } from '../../secrets.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/postgres-databases.ts';
import { testPostgres, type TestServer } from '../../testing/postgres-server.ts';
import { waitingConnections } from '../../testing/waiting-connections.ts';
import { createAccount } from '../accounts/account-creation.ts';
import type { AccountRow } from '../accounts/accounts.table.ts';
import { mintChild } from './child-tokens.ts';
import { insertSession } from './sessions.queries.ts';
import { openSession, rootsStand } from './sessions.ts';
import { mintToken } from './token-minting.ts';
import { revokeTokenBy, revokeTokensOf } from './token-revocation.ts';
import { rotateToken } from './token-rotation.ts';
import { createTokenVerifier } from './token-verification.ts';
import { listLiveLineForUpdate } from './token-trees.queries.ts';
import { findLiveTokenById, insertToken } from './tokens.queries.ts';
import { forgetTokensOf } from './verified-tokens.ts';

let server: TestServer;
let database: TestDatabase;
let own: OpenDatabase;
let ada: AccountRow;
const active = newKey();
const keys = { active, all: [active] };

beforeAll(async () => {
  server = await testPostgres();
  database = await createTestDatabase(server.url);
  own = await openDatabase({ databaseUrl: database.url, directory: '' }, { warn: () => undefined });
  await migrate(own.db);
  const person = { name: 'Ada', email: 'ada@example.org', password: 'correct horse battery staple' };
  ada = await createAccount(own.db, 1, { ...person, role: 'admin' });
});
afterAll(async () => {
  await own.close();
  await database.drop();
  await server.stop();
});

async function mint(token_name: string): Promise<{ id: number; principal: AccountPrincipal }> {
  const { row } = await mintToken({ ...own, keys }, ada, { token_name, expires_in_days: 1, scopes: ['runs:read'] });
  const rights = { role: 'admin', operator: false, readOnly: false, scopes: ['runs:read'], via: 'own_token' } as const;
  return { id: row.id, principal: { kind: 'account', accountId: ada.id, tokenId: row.id, domainId: 1, ...rights } };
}

const sessionOf = (parent_id: number) =>
  openSession({ ...own, keys }, { account_id: ada.id, parent_id }, ['runs:read']);
/** A process that knows nothing yet. */
function verify(session: string) {
  forgetTokensOf(own.db, ada.id);
  return createTokenVerifier({ ...own, listen: () => undefined, keys }).verifySession(session);
}

test('a session that is being opened when its token is revoked ends with it', async () => {
  const { id, principal } = await mint('revoked');
  let revoking = Promise.resolve();
  const session = await own.db.transaction().execute(async (trx) => {
    const roots = { account_id: ada.id, parent_id: id };
    expect(await rootsStand(trx, roots)).toBe(true);
    revoking = revokeTokenBy(own.db, principal, id);
    await waitingConnections(own.db);
    const secret = { token_prefix: 'spcs_0123456789a', lookup: Buffer.alloc(32), lookup_kid: 'k', token_hash: 'h' };
    return insertSession(trx, { ...roots, ...secret, scopes: [] }, { idleHours: 8, hoursMax: 24 });
  });
  await revoking;
  await expect(findLiveTokenById(own.db, session.id)).resolves.toBeUndefined();
});

test('no session is opened by a token that is revoked meanwhile', async () => {
  const { id, principal } = await mint('gone');
  await revokeTokenBy(own.db, principal, id);
  await expect(sessionOf(id)).rejects.toMatchObject({ code: 'unauthorized' });
});

test('no session is opened by a password that was changed meanwhile', async () => {
  const open = (password_hash: string) => openSession({ ...own, keys }, { account_id: ada.id, password_hash }, []);
  await expect(open('of another password')).rejects.toMatchObject({ code: 'unauthorized' });
  await expect(open(ada.password_hash)).resolves.toMatch(/^spcs_/);
});

test('a session ends with the grace of its token, however much it is used', async () => {
  const { id, principal } = await mint('rotated');
  const session = await sessionOf(id);
  await rotateToken({ ...own, keys }, principal, id, { grace_seconds: 60 });
  await expect(verify(session)).resolves.toMatchObject({ accountId: ada.id });
  const ends = await own.db
    .selectFrom('api_tokens')
    .where((eb) => eb.or([eb('id', '=', id), eb('parent_id', '=', id)]))
    .select('expires_at')
    .orderBy('id')
    .execute();
  const [ofToken, ofSession] = ends.map(({ expires_at }) => expires_at);
  expect(ofSession).toBe(ofToken);
});

test('its end moves on with its use, and never beyond its last moment', async () => {
  const session = await openSession({ ...own, keys }, { account_id: ada.id }, ['runs:read']);
  const before = () =>
    own.db
      .selectFrom('api_tokens')
      .where('kind', '=', 'session')
      .select(['id', 'expires_at', 'ends_at'])
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow();
  const { id, expires_at, ends_at } = await before();
  const set = (changes: { expires_at: string; ends_at?: string }) =>
    own.db.updateTable('api_tokens').set(changes).where('id', '=', id).execute();
  const soon = new Date(Date.now() + 60_000).toISOString();
  await set({ expires_at: soon });
  await verify(session);
  const moved = await before();
  expect(moved.expires_at >= expires_at).toBe(true);
  expect(moved.ends_at).toBe(ends_at);
  const late = new Date(Date.now() + 120_000).toISOString();
  await set({ expires_at: soon, ends_at: late });
  await verify(session);
  expect((await before()).expires_at <= late).toBe(true);
});

test('two rotations that meet at the same token give one successor, and the other is told of a conflict', async () => {
  const { id, principal } = await mint('met');
  let rotating: Promise<PromiseSettledResult<unknown>[]> = Promise.resolve([]);
  await own.db.transaction().execute(async (trx) => {
    await trx.selectFrom('api_tokens').select('id').where('id', '=', id).forUpdate().execute();
    const rotate = () => rotateToken({ ...own, keys }, principal, id, { grace_seconds: 60 });
    rotating = Promise.allSettled([rotate(), rotate()]);
    await waitingConnections(own.db, 2);
  });
  const failures = (await rotating).flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  expect(failures).toMatchObject([{ code: 'conflict' }]);
});

test('a child that is being made when its root is revoked ends with it', async () => {
  const { id, principal } = await mint('root');
  let revoking = Promise.resolve();
  const child = await own.db.transaction().execute(async (trx) => {
    expect(await listLiveLineForUpdate(trx, id)).toEqual({ ids: [id], childCount: 0 });
    revoking = revokeTokenBy(own.db, principal, id);
    await waitingConnections(own.db);
    const secret = { token_prefix: 'spci_0123456789b', lookup: Buffer.alloc(32, 1), lookup_kid: 'k', token_hash: 'h' };
    const facts = { parent_id: id, repository_id: null, run_id: null, calls_left: null };
    return insertToken(trx, {
      ...{ ...secret, account_id: ada.id, token_name: 'child', scopes: [] },
      ...{ end: undefined, child: facts },
    });
  });
  await revoking;
  await expect(findLiveTokenById(own.db, child.id)).resolves.toBeUndefined();
});

test('neither a child nor a successor comes of a token that a new password ends meanwhile', async () => {
  const { id, principal } = await mint('ended');
  const context = { ...own, keys };
  let making: Promise<PromiseSettledResult<unknown>[]> = Promise.resolve([]);
  await own.db.transaction().execute(async (trx) => {
    await trx.updateTable('accounts').set({ password_hash: ada.password_hash }).where('id', '=', ada.id).execute();
    making = Promise.allSettled([
      mintChild(context, principal, { token_name: 'late' }),
      rotateToken(context, principal, id, { grace_seconds: 0 }),
    ]);
    await waitingConnections(own.db, 2);
    await revokeTokensOf(trx, ada.id);
  });
  const failures = (await making).map((one) => (one.status === 'rejected' ? one.reason : undefined));
  expect(failures).toMatchObject([{ code: 'unauthorized' }, { code: 'conflict' }]);
});

test('a token has 100 live children at most', async () => {
  const { id, principal } = await mint('fertile');
  await sql`
    insert into api_tokens (account_id, parent_id, token_name, token_prefix, lookup, lookup_kid, token_hash, scopes,
      expires_at)
    select ${ada.id}, ${id}, 'child' || n, 'child' || n, sha256(n::text::bytea), 'k', 'h', '{}', now() + interval '1 hour'
    from generate_series(1, 100) n`.execute(own.db);
  const make = () => mintChild({ ...own, keys }, principal, { token_name: 'one-more' });
  await expect(make()).rejects.toMatchObject({ code: 'conflict' });
  await own.db
    .updateTable('api_tokens')
    .set({ revoked_at: sql`now()` })
    .where('token_name', '=', 'child7')
    .execute();
  await expect(make()).resolves.toMatchObject({ row: { parent_id: id } });
});
