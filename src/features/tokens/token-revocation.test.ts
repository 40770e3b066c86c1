import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { OpenDatabase } from '../../db/open-database.ts';
import type { AccountPrincipal, Role } from '../../principal.ts';
import { newKey } from '../../secrets.ts';
import { createAccount } from '../accounts/account-creation.ts';
import type { AccountRow } from '../accounts/accounts.table.ts';
import { openMigrated } from '../../testing/migrated-database.ts';
import { ownersToList } from './token-listing.ts';
import { mintToken } from './token-minting.ts';
import { revokeTokenBy } from './token-revocation.ts';
import { countTokens, listTokenRows } from './tokens.queries.ts';

let database: OpenDatabase;
let ada: AccountRow;
let bob: AccountRow;
let eve: AccountRow;
const active = newKey();
const keys = { active, all: [active] };
const page = { limit: 10, offset: 0 };

beforeAll(async () => {
  database = await openMigrated();
  const { db } = database;
  const other = await db.insertInto('domains').values({ slug: 'other' }).returning('id').executeTakeFirstOrThrow();
  const add = (domainId: number, name: string, role: Role): Promise<AccountRow> =>
    createAccount(db, domainId, { name, email: `${name}@x.org`, password: 'correct horse battery staple', role });
  ada = await add(1, 'Ada', 'admin');
  bob = await add(1, 'Bob', 'contributor');
  eve = await add(other.id, 'Eve', 'admin');
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.db.deleteFrom('api_tokens').execute();
});

async function tokenOf(owner: AccountRow, token_name = 'ci'): Promise<number> {
  const request = { token_name, expires_in_days: 1, scopes: ['runs:read'] } as const;
  const { row } = await mintToken({ db: database.db, keys }, owner, request);
  return row.id;
}

const as = ({ id, domain_id, role }: AccountRow, rights: Partial<AccountPrincipal> = {}): AccountPrincipal => ({
  kind: 'account',
  accountId: id,
  tokenId: 1,
  domainId: domain_id,
  role,
  operator: false,
  readOnly: false,
  scopes: ['tokens:manage'],
  via: 'own_token',
  ...rights,
});

const find = (id: number) =>
  database.db.selectFrom('api_tokens').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

describe('revoking', () => {
  test('an own token ends it, and a second time keeps the moment of the first', async () => {
    const id = await tokenOf(bob);
    await revokeTokenBy(database.db, as(bob), id);
    const { revoked_at } = await find(id);
    expect(revoked_at).not.toBeNull();
    await revokeTokenBy(database.db, as(bob), id);
    await expect(find(id)).resolves.toMatchObject({ revoked_at, holds_name: false });
  });

  test('a token of the domain is open to its administrator', async () => {
    const id = await tokenOf(bob);
    await revokeTokenBy(database.db, as(ada), id);
    await expect(find(id)).resolves.toMatchObject({ revoked_at: expect.any(String) });
  });

  test('a token of someone else answers like one that never was, and does not end it', async () => {
    const adas = await tokenOf(ada);
    const missing = await revokeTokenBy(database.db, as(bob), 2_000_000).catch((error: unknown) => error);
    expect(missing).toMatchObject({ code: 'not_found' });
    await expect(revokeTokenBy(database.db, as(bob), adas)).rejects.toEqual(missing);
    await expect(revokeTokenBy(database.db, as(eve), adas)).rejects.toEqual(missing);
    await expect(find(adas)).resolves.toMatchObject({ revoked_at: null, holds_name: true });
  });
});

describe('the list of tokens', () => {
  test('holds the own ones, newest first, the revoked included, a page at a time', async () => {
    const first = await tokenOf(bob, 'first');
    const second = await tokenOf(bob, 'second');
    await tokenOf(ada);
    await revokeTokenBy(database.db, as(bob), first);
    const owners = ownersToList(as(bob), false);
    const ids = (rows: readonly { id: number }[]): number[] => rows.map((row) => row.id);
    expect(ids(await listTokenRows(database.db, owners, page))).toEqual([second, first]);
    expect(ids(await listTokenRows(database.db, owners, { limit: 1, offset: 1 }))).toEqual([first]);
    await expect(countTokens(database.db, owners)).resolves.toBe(2);
  });

  test('of all holds those of every account in the domain and of no other', async () => {
    await tokenOf(ada);
    await tokenOf(bob);
    await tokenOf(eve);
    const owners = ownersToList(as(ada), true);
    const rows = await listTokenRows(database.db, owners, page);
    expect(rows.map((row) => row.account_id)).toEqual([bob.id, ada.id]);
    await expect(countTokens(database.db, owners)).resolves.toBe(2);
  });

  test('of all needs role admin and scope tokens:manage, and says which is missing', () => {
    expect(() => ownersToList(as(bob), true)).toThrow(
      expect.objectContaining({ code: 'forbidden', details: { required_roles: ['admin'], user_role: 'contributor' } }),
    );
    expect(() => ownersToList(as(ada, { scopes: ['runs:read'] }), true)).toThrow(
      expect.objectContaining({
        code: 'forbidden',
        details: { required_scopes: ['tokens:manage'], missing_scopes: ['tokens:manage'] },
      }),
    );
  });
});
