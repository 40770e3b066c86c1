import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { settingsFrom } from '../../config.ts';
import type { OpenDatabase } from '../../db/open-database.ts';
import { newKey } from '../../secrets.ts';
import { openMigrated } from '../../testing/migrated-database.ts';
import { createAccount } from './account-creation.ts';
import { linkTo, type LinkTarget } from './mail-links.ts';
import { setPasswordByMail } from './password-by-mail.ts';
import { upsertSignup } from './signups.queries.ts';

let database: OpenDatabase;
const [old, key] = [newKey(), newKey()];
const keys = { active: key, all: [key, old] };
const settings = settingsFrom({});
const password = 'nine herons over a wide river';
const nowSeconds = () => Math.floor(Date.now() / 1000);

beforeAll(async () => {
  database = await openMigrated();
});
afterAll(() => database.close());

async function targetOf(kind: LinkTarget['kind'], name: string): Promise<LinkTarget> {
  const email = `${name}@example.org`;
  if (kind === 'signup') return { kind, signup: await upsertSignup(database.db, email) };
  const person = { name, email, password: 'correct horse battery staple', role: 'user' } as const;
  return { kind, account: await createAccount(database.db, 1, person) };
}

const use = (target: LinkTarget, expires: number, { signup = true, made = keys } = {}) =>
  setPasswordByMail(
    { db: database.db, keys, settings: { ...settings, signup } },
    { ...linkTo(made, target, expires), password },
    async () => 0,
  );

describe.each(['account', 'signup'] as const)('a link by which %s is meant', (kind) => {
  test('works until its moment, and from then on no more', async () => {
    const target = await targetOf(kind, `punctual-${kind}`);
    for (const over of [nowSeconds(), nowSeconds() - 86_400])
      await expect(use(target, over)).rejects.toMatchObject({ code: 'invalid_link' });
    await expect(use(target, nowSeconds() + 60)).resolves.toBeGreaterThan(0);
  });

  test('made with a key that is not active any more still works, with one that is gone it does not', async () => {
    const target = await targetOf(kind, `rotated-${kind}`);
    const gone = newKey();
    const foreign = use(target, nowSeconds() + 60, { made: { active: gone, all: [gone] } });
    await expect(foreign).rejects.toMatchObject({ code: 'invalid_link' });
    await expect(use(target, nowSeconds() + 60, { made: { active: old, all: [old] } })).resolves.toBeGreaterThan(0);
  });
});

test('no newcomer comes in by a mail from before newcomers were kept out', async () => {
  const target = await targetOf('signup', 'late');
  const late = use(target, nowSeconds() + 60, { signup: false });
  await expect(late).rejects.toMatchObject({ code: 'invalid_link' });
});
