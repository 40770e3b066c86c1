import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { migrate } from '../../db/migrator.ts';
import { openDatabase, type OpenDatabase } from '../../db/open-database.ts';
import type { PromiseIssuer } from '../../preflight/promise/issuer.ts';
import { lookupDigest, lookupDigests, newKey, newToken } from '../../secrets.ts';
import { siteSettings } from '../../testing/site-settings.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/postgres-databases.ts';
import { testPostgres, type TestServer } from '../../testing/postgres-server.ts';
import { waitingConnections } from '../../testing/waiting-connections.ts';
import { createAccount } from '../accounts/account-creation.ts';
import type { AccountRow } from '../accounts/accounts.table.ts';
import { registerSite } from '../sites/site-registration.ts';
import { mintToken } from '../tokens/token-minting.ts';
import { createBuiltInIssuer, exchangesMax } from './built-in-issuer.ts';
import { insertPromiseToken, updateUses } from './promise-tokens.queries.ts';

let server: TestServer;
let database: TestDatabase;
let own: OpenDatabase;
let ada: AccountRow;
let issuer: PromiseIssuer;
let credential: string;
let siteId: number;
let promiseToken: string;
const active = newKey();
const keys = { active, all: [active] };

beforeAll(async () => {
  server = await testPostgres();
  database = await createTestDatabase(server.url);
  own = await openDatabase({ databaseUrl: database.url, directory: '' }, { warn: () => undefined });
  await migrate(own.db);
  const person = { name: 'Ada', email: 'ada@example.org', password: 'correct horse battery staple' };
  ada = await createAccount(own.db, 1, { ...person, role: 'admin' });
  issuer = createBuiltInIssuer({ ...own, keys });
  const request = { token_name: 'ci', expires_in_days: 1, scopes: ['runs:write'] } as const;
  credential = (await mintToken({ ...own, keys }, ada, request)).token;
  const site = await registerSite(own, 1, siteSettings({ authoring_type: 'cs' }));
  siteId = site.id;
});
afterAll(async () => {
  await own.close();
  await database.drop();
  await server.stop();
});

beforeEach(async () => {
  const resource = 'https://www.example.org';
  const binding = { accountId: ada.id, domainId: 1, siteId, resource, purpose: 'preflight' } as const;
  const minted = await issuer.mint(credential, binding);
  promiseToken = minted.kind === 'minted' ? minted.token.promise_token : '';
});

test('of many exchanges at once as many are made as there are left', async () => {
  const tries = Array.from({ length: exchangesMax * 2 }, () => issuer.exchange(promiseToken));
  const kinds = (await Promise.all(tries)).map(({ kind }) => kind).sort();
  expect(kinds).toEqual([...Array(exchangesMax).fill('exchanged'), ...Array(exchangesMax).fill('refused')]);
});

test('an exchange waits for the last one that is left, and is refused once that is made', async () => {
  for (let made = 1; made < exchangesMax; made += 1) await issuer.exchange(promiseToken);
  let late: ReturnType<PromiseIssuer['exchange']> | undefined;
  await own.db.transaction().execute(async (trx) => {
    const digests = lookupDigests(keys, promiseToken);
    expect(await updateUses(trx, digests, {}, exchangesMax)).toEqual(expect.any(String));
    late = issuer.exchange(promiseToken);
    await waitingConnections(own.db);
  });
  expect(await late).toEqual({ kind: 'refused' });
});

test('what an exchange gives that an invalidation overtakes is of no use', async () => {
  const rolled = newToken('spcp');
  await own.db.transaction().execute(async (trx) => {
    const chain_id = (await updateUses(trx, lookupDigests(keys, promiseToken), {}, exchangesMax)) ?? '';
    // Waits for nothing that the exchange holds.
    expect(await issuer.invalidate(promiseToken)).toEqual({ kind: 'invalidated' });
    const row = { chain_id, kind: 'promise', lookup: lookupDigest(active, rolled), lookup_kid: active.kid } as const;
    expect(await insertPromiseToken(trx, row, 15)).toBe(900);
  });
  expect([await issuer.exchange(rolled), await issuer.introspect(rolled)]).toEqual([
    { kind: 'refused' },
    { kind: 'inactive' },
  ]);
});
