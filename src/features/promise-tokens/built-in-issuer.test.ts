import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sql, type Sql } from 'kysely';
import type { OpenDatabase } from '../../db/open-database.ts';
import type { Exchanged, PromiseBinding, PromiseIssuer } from '../../preflight/promise/issuer.ts';
import { isToken, lookupDigest, newKey, newToken } from '../../secrets.ts';
import { siteSettings } from '../../testing/site-settings.ts';
import { openMigrated } from '../../testing/migrated-database.ts';
import { createAccount } from '../accounts/account-creation.ts';
import type { AccountRow } from '../accounts/accounts.table.ts';
import { registerSite, removeSite } from '../sites/site-registration.ts';
import { openSession } from '../tokens/sessions.ts';
import { mintToken } from '../tokens/token-minting.ts';
import { createBuiltInIssuer, exchangesMax, inspectPromiseToken, sweepPromiseTokens } from './built-in-issuer.ts';

let database: OpenDatabase;
let issuer: PromiseIssuer;
let ada: AccountRow;
let credential: string;
let tokenId: number;
let binding: PromiseBinding;
const active = newKey();
const keys = { active, all: [active] };

const run = (...statement: Parameters<Sql>) => sql(...statement).execute(database.db);

async function siteOf(domainId: number): Promise<number> {
  const { id } = await registerSite(database, domainId, siteSettings({ authoring_type: 'cs' }));
  return id;
}

beforeAll(async () => {
  database = await openMigrated();
  issuer = createBuiltInIssuer({ ...database, keys });
  const person = { name: 'Ada', email: 'ada@example.org', password: 'correct horse battery staple' };
  ada = await createAccount(database.db, 1, { ...person, role: 'admin' });
});
afterAll(() => database.close());
beforeEach(async () => {
  await run`update accounts set deactivated_at = null`;
  for (const table of ['promise_chains', 'api_tokens', 'site_hosts', 'sites'] as const)
    await database.db.deleteFrom(table).execute();
  const request = { token_name: 'ci', expires_in_days: 7, scopes: ['runs:write'] } as const;
  const minted = await mintToken({ ...database, keys }, ada, request);
  [credential, tokenId] = [minted.token, minted.row.id];
  const siteId = await siteOf(1);
  const resource = 'https://www.example.org';
  binding = { accountId: ada.id, domainId: 1, siteId, resource, purpose: 'preflight' };
});

async function mint(by = credential): Promise<string> {
  const minted = await issuer.mint(by, binding);
  if (minted.kind !== 'minted') throw new Error(minted.kind);
  return minted.token.promise_token;
}

async function exchange(promiseToken: string): Promise<Exchanged> {
  const exchanged = await issuer.exchange(promiseToken);
  if (exchanged.kind !== 'exchanged') throw new Error(exchanged.kind);
  return exchanged;
}

function chainHours() {
  const length = sql<number>`(extract(epoch from ends_at - created_at) / 3600)::integer`.as('hours');
  return database.db.selectFrom('promise_chains').select(length).execute();
}

const kindOf = async (token: string) => (await inspectPromiseToken({ ...database, keys }, token))?.kind;
const inactive = { kind: 'inactive' };
const refused = { kind: 'refused' };

describe('a mint', () => {
  test('gives a token of a quarter of an hour, for all that it is bound to', async () => {
    const minted = await issuer.mint(credential, { ...binding, purpose: 'fixes' });
    expect(minted).toMatchObject({ kind: 'minted', token: { expires_in: 900, token_type: 'promise_token' } });
    const text = minted.kind === 'minted' ? minted.token.promise_token : '';
    expect(isToken('spcp', text)).toBe(true);
    const { accountId, domainId, siteId } = binding;
    const bound = { accountId, domainId, siteId, purpose: 'fixes' };
    expect(await issuer.introspect(text)).toEqual({ kind: 'active', expires_in: expect.any(Number), bound });
  });

  test('leaves nothing of the token but its digest under a key that has a name', async () => {
    const text = await mint();
    const rows = await database.db.selectFrom('promise_tokens').select(['lookup', 'lookup_kid']).execute();
    expect(rows).toEqual([{ lookup: lookupDigest(active, text), lookup_kid: active.kid }]);
  });

  test('is introspected with the seconds that are left', async () => {
    const text = await mint();
    await run`update promise_tokens set expires_at = now() + interval '90 seconds'`;
    const found = await issuer.introspect(text);
    expect(found.kind === 'active' && found.expires_in).toBeLessThanOrEqual(90);
  });

  test('by a session is one, too', async () => {
    const session = await openSession({ ...database, keys }, { account_id: ada.id }, ['runs:write']);
    expect(await kindOf(await mint(session))).toBe('promise');
    expect(await chainHours()).toEqual([{ hours: 24 }]);
  });

  test('gives no token that outlives the credential', async () => {
    await run`update api_tokens set expires_at = now() + interval '90 seconds'`;
    const minted = await issuer.mint(credential, binding);
    expect(minted.kind === 'minted' && minted.token.expires_in).toBeLessThanOrEqual(90);
  });

  test('is refused for a site of another domain', async () => {
    const other = await database.db.insertInto('domains').values({ slug: 'other' }).returning('id').executeTakeFirst();
    const domainId = other?.id ?? 0;
    const siteId = await siteOf(domainId);
    expect(await issuer.mint(credential, { ...binding, siteId })).toEqual(refused);
    expect(await issuer.mint(credential, { ...binding, domainId })).toEqual(refused);
    expect(await issuer.mint(credential, { ...binding, siteId, domainId })).toEqual(refused);
  });

  test.each<[string, () => Promise<unknown>]>([
    ['of another account', async () => (binding = { ...binding, accountId: ada.id + 1 })],
    ['that was revoked', () => run`update api_tokens set revoked_at = now()`],
    ['that has expired', () => run`update api_tokens set expires_at = now()`],
    ['of an account that is deactivated', () => run`update accounts set deactivated_at = now()`],
    [
      'of the global region',
      () =>
        run`update api_tokens set kind = 'session', peer_token = 'sealed', ends_at = expires_at, holds_name = false`,
    ],
  ])('is refused with a credential %s', async (_, spoil) => {
    await spoil();
    expect(await issuer.mint(credential, binding)).toEqual(refused);
  });
});

describe('an exchange', () => {
  test('is made of a chain for a day', async () => {
    await mint();
    expect(await chainHours()).toEqual([{ hours: 24 }]);
  });

  test('gives a token to show for ten minutes, and a new promise token', async () => {
    const first = await mint();
    const { access_token, promise_token, ...rest } = await exchange(first);
    expect(rest).toEqual({
      ...{ kind: 'exchanged', token_type: 'bearer', expires_in: 600, promise_token_expires_in: 900 },
    });
    expect([isToken('spca', access_token), isToken('spcp', promise_token)]).toEqual([true, true]);
    expect([await kindOf(access_token), await kindOf(promise_token)]).toEqual(['access', 'promise']);
    expect(promise_token).not.toBe(first);
  });

  test('starts the quarter of an hour anew, while its chain has one', async () => {
    const first = await mint();
    await run`update promise_tokens set expires_at = now() + interval '5 seconds'`;
    const { promise_token: second, promise_token_expires_in: whole } = await exchange(first);
    expect(whole).toBe(900);
    await run`update promise_chains set ends_at = now() + interval '90 seconds'`;
    const { expires_in, promise_token_expires_in } = await exchange(second);
    expect(Math.max(expires_in ?? 900, promise_token_expires_in ?? 900)).toBeLessThanOrEqual(90);
  });

  test('can be made again, of each token twenty times', async () => {
    const first = await mint();
    const { promise_token: second } = await exchange(first);
    for (let made = 1; made < exchangesMax; made += 1) await exchange(first);
    expect([await issuer.exchange(first), await issuer.introspect(first)]).toEqual([refused, inactive]);
    await exchange(second);
  });

  test('is refused of what is shown to pages, and of what is no token', async () => {
    const { access_token } = await exchange(await mint());
    for (const text of [access_token, credential, newToken('spcp'), '', 'promise'])
      expect([text, await issuer.exchange(text), await issuer.introspect(text)]).toEqual([text, refused, inactive]);
  });

  test('is known under an older key, and gives tokens under the new one', async () => {
    const first = await mint();
    const renewed = newKey();
    const later = createBuiltInIssuer({ ...database, keys: { active: renewed, all: [renewed, active] } });
    expect(await later.exchange(first)).toMatchObject({ kind: 'exchanged' });
    const kids = await database.db.selectFrom('promise_tokens').select('lookup_kid').orderBy('id').execute();
    expect(kids.map(({ lookup_kid }) => lookup_kid)).toEqual([active.kid, renewed.kid, renewed.kid]);
  });
});

describe('everything that came of a mint ends', () => {
  test.each<[string, () => Promise<unknown>]>([
    ['when its credential is revoked', () => run`update api_tokens set revoked_at = now() where id = ${tokenId}`],
    ['when its credential expires', () => run`update api_tokens set expires_at = now() where id = ${tokenId}`],
    ['when its account is deactivated', () => run`update accounts set deactivated_at = now() where id = ${ada.id}`],
    ['when its credential is deleted', () => run`delete from api_tokens where id = ${tokenId}`],
    ['with its site', () => removeSite(database, 1, binding.siteId)],
    ['with its chain', () => run`update promise_chains set ends_at = now()`],
    ['when a token expires', () => run`update promise_tokens set expires_at = now()`],
  ])('%s', async (_, end) => {
    const first = await mint();
    const { access_token, promise_token } = await exchange(first);
    await end();
    for (const text of [first, promise_token]) {
      expect(await issuer.exchange(text)).toEqual(refused);
      expect(await issuer.introspect(text)).toEqual(inactive);
    }
    expect(await kindOf(access_token)).toBeUndefined();
  });

  test('when one promise token of it is invalidated, as often as one likes, and no other with it', async () => {
    const [first, other] = [await mint(), await mint()];
    const { access_token, promise_token } = await exchange(first);
    for (const text of [promise_token, promise_token, first, newToken('spcp'), 'promise'])
      expect(await issuer.invalidate(text)).toEqual({ kind: 'invalidated' });
    expect(await Promise.all([first, promise_token, access_token].map(kindOf))).toEqual([...Array(3)]);
    expect(await issuer.exchange(first)).toEqual(refused);
    expect(await kindOf(other)).toBe('promise');
  });

  test('and not when what is shown to pages is invalidated', async () => {
    const { access_token, promise_token } = await exchange(await mint());
    expect(await issuer.invalidate(access_token)).toEqual({ kind: 'invalidated' });
    expect(await kindOf(promise_token)).toBe('promise');
  });
});

test('what has ended is kept for a day', async () => {
  await exchange(await mint());
  const count = async () => {
    const { rows } = await sql<{ chains: number; tokens: number }>`
      select (select count(*) from promise_chains)::integer as chains, (select count(*) from promise_tokens)::integer as tokens`.execute(
      database.db,
    );
    return rows[0];
  };
  await run`update promise_tokens set expires_at = now() - interval '23 hours'`;
  await sweepPromiseTokens(database);
  expect(await count()).toEqual({ chains: 1, tokens: 3 });
  await run`update promise_tokens set expires_at = now() - interval '25 hours' where kind = 'access'`;
  await sweepPromiseTokens(database);
  expect(await count()).toEqual({ chains: 1, tokens: 2 });
  await run`update promise_tokens set expires_at = now() - interval '25 hours'`;
  await sweepPromiseTokens(database);
  expect(await count()).toEqual({ chains: 0, tokens: 0 });
});
