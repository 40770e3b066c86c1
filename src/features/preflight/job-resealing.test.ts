import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { OpenDatabase } from '../../db/open-database.ts';
import { createSealing } from '../../preflight/promise/sealing.ts';
import { newKey } from '../../secrets.ts';
import { siteSettings } from '../../testing/site-settings.ts';
import { openMigrated } from '../../testing/migrated-database.ts';
import { createAccount } from '../accounts/account-creation.ts';
import { registerSite } from '../sites/site-registration.ts';
import { resealJobTokens } from './job-resealing.ts';
import { tokenOwner } from './job-tokens.ts';
import { listSealedWork, updateResealedToken } from './sealed-tokens.queries.ts';

let database: OpenDatabase;
let accountId: number;
let site_id: number;
const [old, renewed, gone] = [newKey(), newKey(), newKey()];
const before = createSealing({ active: old, all: [old] });
const rotated = createSealing({ active: renewed, all: [renewed, old] });
const after = createSealing({ active: renewed, all: [renewed] });

beforeAll(async () => {
  database = await openMigrated();
  const person = { name: 'Ada', email: 'ada@example.org', password: 'correct horse battery staple' };
  accountId = (await createAccount(database.db, 1, { ...person, role: 'admin' })).id;
  const site = await registerSite(database, 1, siteSettings({ authoring_type: 'cs' }));
  site_id = site.id;
});
afterAll(() => database.close());
beforeEach(async () => void (await sql`delete from preflight_jobs`.execute(database.db)));

async function keep(seal: (owner: ReturnType<typeof tokenOwner>) => string | null): Promise<string> {
  const id = randomUUID();
  const sealed = seal(tokenOwner({ id, site_id, purpose: 'preflight' }));
  await sql`
    insert into preflight_jobs (id, domain_id, site_id, account_id, step, urls, audits, authentication_required, sealed_token,
      token_minted)
    values (${id}, 1, ${site_id}, ${accountId}, 'identify', '{}', '{}', true, ${sealed}, true)`.execute(database.db);
  return id;
}

const reseal = () => resealJobTokens({ db: database.db, sealing: rotated });
/** For a delivery of fixes of a job that keeps nothing. */
async function keepForFixes(text: string): Promise<string> {
  const job_id = await keep(() => null);
  const id = randomUUID();
  const sealed = before.seal(text, tokenOwner({ id, site_id, purpose: 'fixes' }));
  await sql`
    insert into preflight_fixes (id, job_id, domain_id, site_id, account_id, fixes, sealed_token, token_minted)
    values (${id}, ${job_id}, 1, ${site_id}, ${accountId}, '[]', ${sealed}, true)`.execute(database.db);
  return id;
}

test('what is kept for fixes is sealed anew as well', async () => {
  const id = await keepForFixes('secret');
  expect(await reseal()).toEqual({ resealed: 1, current: 0, unreadable: 0, missingKeys: [] });
  const query = database.db.selectFrom('preflight_fixes').select('sealed_token').where('id', '=', id);
  const { sealed_token } = await query.executeTakeFirstOrThrow();
  const owner = tokenOwner({ id, site_id, purpose: 'fixes' });
  expect(after.open(sealed_token ?? '', owner)).toEqual({ kind: 'opened', text: 'secret' });
});

async function sealedOf(id: string): Promise<string> {
  const query = database.db.selectFrom('preflight_jobs').select('sealed_token').where('id', '=', id);
  return (await query.executeTakeFirstOrThrow()).sealed_token ?? '';
}

test('what was sealed by an older key is opened without it, and sealing anew changes nothing more', async () => {
  const id = await keep((owner) => before.seal('secret', owner));
  const other = await keep((owner) => rotated.seal('other', owner));
  await keep(() => null);
  const untouched = await sealedOf(other);
  expect(await reseal()).toEqual({ resealed: 1, current: 1, unreadable: 0, missingKeys: [] });
  expect(after.open(await sealedOf(id), tokenOwner({ id, site_id, purpose: 'preflight' }))).toEqual({
    kind: 'opened',
    text: 'secret',
  });
  expect(await sealedOf(other)).toBe(untouched);
  expect(await reseal()).toEqual({ resealed: 0, current: 2, unreadable: 0, missingKeys: [] });
});

test('of many jobs none is left out', async () => {
  for (let made = 0; made < 501; made += 1) await keep((owner) => before.seal('secret', owner));
  expect(await reseal()).toMatchObject({ resealed: 501 });
});

test('keys that are missing are told, and what cannot be read stays as it is', async () => {
  const missing = await keep((owner) => createSealing({ active: gone, all: [gone] }).seal('secret', owner));
  const moved = await keep(() => before.seal('secret', tokenOwner({ id: missing, site_id, purpose: 'preflight' })));
  const texts = [await sealedOf(missing), await sealedOf(moved)];
  expect(await reseal()).toEqual({ resealed: 0, current: 0, unreadable: 2, missingKeys: [gone.kid] });
  expect([await sealedOf(missing), await sealedOf(moved)]).toEqual(texts);
});

test('a token that a job keeps meanwhile is not overwritten', async () => {
  const id = await keep((owner) => before.seal('first', owner));
  const [job] = await listSealedWork(database.db, 'preflight', { limit: 1 });
  if (job === undefined) throw new Error('no job');
  const rolled = before.seal('rolled', tokenOwner({ id, site_id, purpose: 'preflight' }));
  await sql`update preflight_jobs set sealed_token = ${rolled} where id = ${id}`.execute(database.db);
  expect(await updateResealedToken(database.db, job, 'anew')).toBe(false);
  expect(await sealedOf(id)).toBe(rolled);
});
