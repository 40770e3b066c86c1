import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { OpenDatabase } from '../../db/open-database.ts';
import { AppError } from '../../errors.ts';
import type { PeerToken } from '../../peer/introspection.ts';
import { newKey, newToken } from '../../secrets.ts';
import { openMigrated } from '../../testing/migrated-database.ts';
import { createAccount } from '../accounts/account-creation.ts';
import type { AccountRow } from '../accounts/accounts.table.ts';
import { openSession } from './sessions.ts';
import { mintToken } from './token-minting.ts';
import { createTokenVerifier } from './token-verification.ts';
import { forgetTokensOf } from './verified-tokens.ts';

let database: OpenDatabase;
let ada: AccountRow;
const active = newKey();
const keys = { active, all: [active] };
const token = newToken('spci');
const inAWeek = Math.floor(Date.now() / 1000) + 604_800;
const live: PeerToken = {
  scopes: ['runs:read', 'runs:write'],
  email: 'Ada@Example.org',
  domain: 'Default',
  expiresAt: inAWeek,
};

beforeAll(async () => {
  database = await openMigrated();
  const account = { name: 'Ada', email: 'ada@example.org', password: 'correct horse battery staple' };
  ada = await createAccount(database.db, 1, { ...account, role: 'admin' });
});
afterAll(() => database.close());
beforeEach(async () => {
  await sql`update accounts set role = 'admin', deactivated_at = null`.execute(database.db);
  forgetTokensOf(database.db, ada.id);
});

/** The peer is what the test says; the clock stands until it is set. */
function start(said: PeerToken | Error = live) {
  const peer: { said: PeerToken | undefined | Error; readonly asked: string[] } = { said, asked: [] };
  let nowMs = 1_000;
  const verifier = createTokenVerifier({
    ...{ db: database.db, keys, listen: () => undefined, clock: () => nowMs },
    askPeer: async (given) => {
      peer.asked.push(given);
      if (peer.said instanceof Error) throw peer.said;
      return peer.said;
    },
  });
  return { ...verifier, peer, pass: (ms: number) => void (nowMs += ms) };
}

const asAda = () => ({
  ...{ kind: 'account', accountId: ada.id, tokenId: -ada.id, domainId: 1, role: 'admin' },
  ...{ operator: false, readOnly: true, scopes: ['runs:read'], via: 'other' },
});
const sessionOf = (peer_token: string) =>
  openSession({ db: database.db, keys }, { account_id: ada.id, peer_token }, ['runs:read']);

describe('a token of the global region', () => {
  test('reads as the account of its address and domain, with the reading scopes that it holds', async () => {
    await expect(start().verify(token, 'global')).resolves.toEqual(asAda());
  });

  test('is asked about once in 5 s, by many requests at once too', async () => {
    const { verify, peer, pass } = start();
    await Promise.all(Array.from({ length: 20 }, () => verify(token, 'global')));
    pass(4_999);
    await verify(token, 'global');
    expect(peer.asked).toEqual([token]);
    peer.said = undefined;
    pass(1);
    await expect(verify(token, 'global')).resolves.toBeUndefined();
    expect(peer.asked).toEqual([token, token]);
  });

  test('is kept no longer than it lives', async () => {
    const { verify, peer, pass } = start({ ...live, expiresAt: Math.floor(Date.now() / 1000) - 1 });
    await verify(token, 'global');
    pass(1);
    await verify(token, 'global');
    expect(peer.asked).toEqual([token, token]);
  });

  test('that is nobody’s is asked about again each time', async () => {
    const { verify, peer } = start();
    peer.said = undefined;
    for (let turn = 0; turn < 2; turn += 1) await expect(verify(token, 'global')).resolves.toBeUndefined();
    expect(peer.asked).toEqual([token, token]);
  });

  test.each<[string, Partial<PeerToken>]>([
    ['of another address', { email: 'eve@example.org' }],
    ['of another domain', { domain: 'elsewhere' }],
  ])('%s stands for nobody', async (_, other) => {
    await expect(start({ ...live, ...other }).verify(token, 'global')).resolves.toBeUndefined();
  });

  test('of an account that is not active here stands for nobody', async () => {
    await sql`update accounts set deactivated_at = now()`.execute(database.db);
    await expect(start().verify(token, 'global')).resolves.toBeUndefined();
  });

  test('is forgotten with its account', async () => {
    const { verify } = start();
    await verify(token, 'global');
    await sql`update accounts set role = 'user'`.execute(database.db);
    forgetTokensOf(database.db, ada.id);
    await expect(verify(token, 'global')).resolves.toMatchObject({ role: 'user' });
  });

  test('is nothing in this region, and a token of this region nothing in that one', async () => {
    const { verify, verifySession, peer } = start();
    await verify(token, 'global');
    await expect(verify(token)).resolves.toBeUndefined();
    const facts = { token_name: 'own', expires_in_days: 1, scopes: ['runs:read'] } as const;
    const own = await mintToken({ db: database.db, keys }, ada, facts);
    await expect(verify(own.token)).resolves.toMatchObject({ tokenId: own.row.id });
    peer.said = undefined;
    await expect(verify(own.token, 'global')).resolves.toBeUndefined();
    await expect(verifySession(token, 'global')).resolves.toBeUndefined();
  });

  test('where the peer fails nobody is told apart', async () => {
    const { verify } = start(new AppError('unavailable', 'It is gone.'));
    await expect(verify(token, 'global')).rejects.toMatchObject({ code: 'unavailable' });
  });

  test('is nobody’s where there is no peer', async () => {
    const { verify } = createTokenVerifier({ db: database.db, keys, listen: () => undefined });
    await expect(verify(token, 'global')).resolves.toBeUndefined();
  });
});

describe('a session of the global region', () => {
  test('is asked about by its token once in 5 s, which the database does not tell', async () => {
    const { verifySession, peer, pass } = start();
    const session = await sessionOf(token);
    const seen = await verifySession(session, 'global');
    expect(seen).toEqual({ ...asAda(), tokenId: expect.any(Number) });
    expect(seen?.tokenId).toBeGreaterThan(0);
    pass(4_999);
    await verifySession(session, 'global');
    expect(peer.asked).toEqual([token]);
    pass(1);
    await verifySession(session, 'global');
    expect(peer.asked).toEqual([token, token]);
    const { rows } = await sql<{ text: string }>`
      select encode(peer_token, 'escape') as text from api_tokens where id = ${seen?.tokenId ?? 0}`.execute(
      database.db,
    );
    expect(rows[0]?.text).not.toContain(token);
  });

  test('is none in this region, nor is a session of this region one there', async () => {
    const { verifySession } = start();
    const session = await sessionOf(token);
    await verifySession(session, 'global');
    await expect(verifySession(session)).resolves.toBeUndefined();
    const own = await openSession({ db: database.db, keys }, { account_id: ada.id }, ['runs:read']);
    await expect(verifySession(own)).resolves.toMatchObject({ accountId: ada.id });
    await expect(verifySession(own, 'global')).resolves.toBeUndefined();
  });

  test('whose token the peer has ended is over for good', async () => {
    const { verifySession, peer, pass } = start();
    const session = await sessionOf(token);
    await verifySession(session, 'global');
    peer.said = undefined;
    pass(5_000);
    await expect(verifySession(session, 'global')).resolves.toBeUndefined();
    peer.said = live;
    await expect(verifySession(session, 'global')).resolves.toBeUndefined();
  });

  test('goes on when the peer is back', async () => {
    const { verifySession, peer, pass } = start();
    const session = await sessionOf(token);
    peer.said = new AppError('unavailable', 'It is gone.');
    await expect(verifySession(session, 'global')).rejects.toMatchObject({ code: 'unavailable' });
    peer.said = live;
    pass(1);
    await expect(verifySession(session, 'global')).resolves.toMatchObject({ accountId: ada.id });
  });
});
