import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { OpenDatabase } from '../../db/open-database.ts';
import type { AccountPrincipal } from '../../principal.ts';
import { newKey } from '../../secrets.ts';
import { createAccount } from '../accounts/account-creation.ts';
import { openMigrated } from '../../testing/migrated-database.ts';
import { mintToken } from './token-minting.ts';
import { revokeTokenBy } from './token-revocation.ts';
import { rotateToken } from './token-rotation.ts';
import { createTokenVerifier } from './token-verification.ts';

let database: OpenDatabase;
const active = newKey();
const keys = { active, all: [active] };

beforeAll(async () => {
  database = await openMigrated();
});
afterAll(() => database.close());

test('a token that was verified and has ended since gets no new secret, and the one it names stays', async () => {
  const { db } = database;
  const person = { name: 'Ada', email: 'ada@example.org', password: 'correct horse battery staple' };
  const ada = await createAccount(db, 1, { ...person, role: 'admin' });
  const mint = (token_name: string) =>
    mintToken({ db, keys }, ada, { token_name, expires_in_days: 1, scopes: ['runs:read'] });
  const [used, named] = [await mint('used'), await mint('named')];
  const { verify } = createTokenVerifier({ ...database, keys });
  const principal = (await verify(used.token)) as AccountPrincipal;
  await revokeTokenBy(db, principal, used.row.id);
  await expect(rotateToken({ db, keys }, principal, named.row.id, { grace_seconds: 0 })).rejects.toMatchObject({
    code: 'unauthorized',
  });
  await expect(verify(named.token)).resolves.toMatchObject({ tokenId: named.row.id });
  await expect(db.selectFrom('api_tokens').select('id').execute()).resolves.toHaveLength(2);
});
