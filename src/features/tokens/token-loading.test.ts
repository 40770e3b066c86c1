import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { settingsFrom } from '../../config.ts';
import type { OpenDatabase } from '../../db/open-database.ts';
import type { AccountPrincipal } from '../../principal.ts';
import { newKey } from '../../secrets.ts';
import { openMigrated } from '../../testing/migrated-database.ts';
import { createAccount } from '../accounts/account-creation.ts';
import type { AccountRow } from '../accounts/accounts.table.ts';
import { mintChild } from './child-tokens.ts';
import { issueLegacyToken } from './legacy-tokens.ts';
import { openSession } from './sessions.ts';
import { loadToken } from './token-loading.ts';
import { mintToken } from './token-minting.ts';
import { rotateToken } from './token-rotation.ts';

let database: OpenDatabase;
let ada: AccountRow;
let root: AccountPrincipal;
const active = newKey();
const keys = { active, all: [active] };
const scopes = ['runs:read', 'tokens:manage'] as const;

beforeAll(async () => {
  database = await openMigrated();
  const person = { name: 'Ada', email: 'ada@example.org', password: 'correct horse battery staple' };
  ada = await createAccount(database.db, 1, { ...person, role: 'admin' });
  const { token } = await mint('root');
  root = (await load(token)) as AccountPrincipal;
});
afterAll(() => database.close());

const context = () => ({ db: database.db, keys });
const mint = (token_name: string) => mintToken(context(), ada, { token_name, expires_in_days: 7, scopes });
const session = (parent_id?: number) =>
  openSession(context(), { account_id: ada.id, ...(parent_id === undefined ? {} : { parent_id }) }, scopes);
const child = async () => (await mintChild(context(), root, { token_name: 'child' })).token;
const legacy = async () => {
  const settings = settingsFrom({ SPCI_LEGACY_TOKENS: 'on' });
  return (await issueLegacyToken({ ...context(), settings }, root, root.accountId)).token;
};
const load = async (token: string) => (await loadToken({ ...context(), clock: () => 0 }, token, 'regional'))?.principal;

test.each<[string, AccountPrincipal['via'], () => Promise<string>]>([
  ['a password', 'own_token', async () => (await mint('own')).token],
  [
    'an own token, in its place',
    'own_token',
    async () => {
      const { row } = await mint('old');
      return (await rotateToken(context(), root, row.id, { grace_seconds: 0 })).token;
    },
  ],
  ['an own token, to be weaker', 'other', child],
  ['a password, for a browser', 'password_session', () => session()],
  ['an administrator, for what knows no scopes', 'other', legacy],
  ['a token that was handed over', 'other', () => session(root.tokenId)],
])('what was made of %s is told apart: %s', async (_, via, make) => {
  expect(await load(await make())).toMatchObject({ accountId: ada.id, via });
});
