import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { settingsFrom } from '../../config.ts';
import type { OpenDatabase } from '../../db/open-database.ts';
import { newKey, type Keyring } from '../../secrets.ts';
import { openMigrated } from '../../testing/migrated-database.ts';
import { createAccount } from './account-creation.ts';
import { askForConfirmation, completeLinking } from './github-linking.ts';
import { beginLinking, writeConfirmation, type Linking } from './github-slips.ts';

let database: OpenDatabase;
const [old, key] = [newKey(), newKey()];
const keys = { active: key, all: [key, old] };
// Nobody listens there: what gets as far as to ask GitHub is told so.
const settings = settingsFrom({
  SPCI_FORGE_URL: 'http://127.0.0.1:9',
  SPCI_GITHUB_CLIENT_ID: 'Iv1.8a61f9b3a7aba766',
  SPCI_GITHUB_CLIENT_SECRET: 'a secret',
});
const nowSeconds = (): number => Math.floor(Date.now() / 1000);
const keyring = (active: typeof key): Keyring => ({ active, all: [active] });

beforeAll(async () => {
  database = await openMigrated();
});
afterAll(() => database.close());

async function linkingOf(name: string): Promise<Linking> {
  const person = {
    name,
    email: `${name}@example.org`,
    password: 'correct horse battery staple',
    role: 'user',
  } as const;
  const { id: accountId } = await createAccount(database.db, 1, person);
  return { accountId, linkChanges: 0, expires: nowSeconds() + 60 };
}

const comeBack = (linking: Linking, made: Keyring = keys) => {
  const { state } = beginLinking(made, linking, 'nonce');
  const returned = { state, code: 'code', error: undefined, iss: undefined };
  return askForConfirmation({ db: database.db, keys, settings }, returned);
};
const complete = (linking: Linking, githubUserId: number, made: Keyring = keys) =>
  completeLinking(
    { db: database.db, keys, settings },
    writeConfirmation(made, { ...linking, githubUserId, login: 'octocat' }),
  );

test('state and confirmation work until their moment, and from then on no more', async () => {
  const linking = await linkingOf('punctual');
  for (const expires of [nowSeconds(), nowSeconds() - 86_400]) {
    await expect(comeBack({ ...linking, expires })).rejects.toMatchObject({ code: 'invalid_link' });
    await expect(complete({ ...linking, expires }, 1)).rejects.toMatchObject({ code: 'invalid_link' });
  }
  await expect(comeBack(linking)).rejects.toMatchObject({ code: 'unavailable' });
  await expect(complete(linking, 1)).resolves.toMatchObject({ github_user_id: 1 });
});

test('made with a key that is not active any more they still work, with one that is gone they do not', async () => {
  const linking = await linkingOf('rotated');
  const gone = keyring(newKey());
  await expect(comeBack(linking, gone)).rejects.toMatchObject({ code: 'invalid_link' });
  await expect(complete(linking, 2, gone)).rejects.toMatchObject({ code: 'invalid_link' });
  await expect(comeBack(linking, keyring(old))).rejects.toMatchObject({ code: 'unavailable' });
  await expect(complete(linking, 2, keyring(old))).resolves.toMatchObject({ github_user_id: 2 });
});
