import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { settingsFrom } from '../../config.ts';
import type { OpenDatabase } from '../../db/open-database.ts';
import type { AccountPrincipal } from '../../principal.ts';
import type { Region } from '../../region.ts';
import { newKey } from '../../secrets.ts';
import { openMigrated } from '../../testing/migrated-database.ts';
import { createAccount } from '../accounts/account-creation.ts';
import { issueLegacyToken, revokeLegacyToken } from './legacy-tokens.ts';
import { createTokenVerifier } from './token-verification.ts';

const active = newKey();
const keys = { active, all: [active] };
let database: OpenDatabase;
let admin: AccountPrincipal;

beforeAll(async () => {
  database = await openMigrated();
  const person = { name: 'Ada', email: 'ada@example.org', password: 'correct horse battery staple' };
  const { id: accountId } = await createAccount(database.db, 1, { ...person, role: 'admin' });
  const rights = { role: 'admin', operator: false, readOnly: false, scopes: ['tokens:manage'] } as const;
  admin = { kind: 'account', accountId, tokenId: 0, domainId: 1, via: 'own_token', ...rights };
});
afterAll(() => database.close());

const context = (legacy: 'on' | 'off' | '') => ({
  ...{ db: database.db, keys, settings: settingsFrom({ SPCI_LEGACY_TOKENS: legacy }) },
});

test('none is issued where they are switched off, which they are unless somebody says otherwise', async () => {
  for (const legacy of ['off', ''] as const)
    await expect(issueLegacyToken(context(legacy), admin, admin.accountId)).rejects.toMatchObject({
      code: 'forbidden',
    });
  expect(await database.db.selectFrom('api_tokens').select('id').execute()).toEqual([]);
});

test('one is stored as other tokens are, unknown where they are switched off, and revoked even there', async () => {
  const { token, row } = await issueLegacyToken(context('on'), admin, admin.accountId);
  expect(JSON.stringify(await database.db.selectFrom('api_tokens').selectAll().execute())).not.toContain(token);
  expect(row).toMatchObject({ kind: 'legacy', holds_name: false, revoked_at: null });
  expect(row.token_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  const verify = (region: Region, legacyTokens: boolean) =>
    createTokenVerifier({ ...database, keys, legacyTokens }).verify(token, region);
  expect(await verify('regional', true)).toMatchObject({ accountId: admin.accountId, legacy: true });
  expect([await verify('regional', false), await verify('global', true)]).toEqual([undefined, undefined]);
  await revokeLegacyToken(context('off'), admin, admin.accountId);
  const after = database.db.selectFrom('api_tokens').select('revoked_at').where('id', '=', row.id);
  expect(await after.executeTakeFirstOrThrow()).toMatchObject({ revoked_at: expect.any(String) });
});
