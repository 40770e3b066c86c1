import type { Kysely, Transaction } from 'kysely';
import { ConfigurationError, type Settings } from '../../config.ts';
import type { AppContext } from '../../context.ts';
import type { Database } from '../../db/database.ts';
import { AppError } from '../../errors.ts';
import { isToken, lookupDigest, lookupDigests, newToken } from '../../secrets.ts';
import { checkPerson, type CheckedPerson, type Person } from './account-creation.ts';
import { findAnyAccountId, insertAccountInDefaultDomain } from './accounts.queries.ts';
import type { AccountRow } from './accounts.table.ts';
import { passwordFault } from './password-rules.ts';
import {
  claimSetupToken,
  deleteSetupTokens,
  findSetupTokenId,
  insertSetupToken,
  lockInstallation,
} from './setup-tokens.queries.ts';

/**
 * While no account exists: makes the administrator whom the settings name, or prints a one-time setup token for
 * `setUpInstallation`. Of processes that start at once one makes the account; of their setup tokens the last is valid.
 */
export async function ensureFirstAdministrator(
  context: Pick<AppContext, 'db' | 'settings' | 'keys'>,
  print: (line: string) => void,
): Promise<void> {
  if (await hasAccount(context.db)) return;
  const person = bootstrapPerson(context.settings);
  if (person === undefined) await offerSetupToken(context, print);
  else await bootstrap(context.db, person);
}

/** Makes the first account with the setup token, which this uses up. */
export async function setUp(
  { db, keys }: Pick<AppContext, 'db' | 'keys'>,
  { setup_token: token, ...person }: Person & { readonly setup_token: string },
): Promise<AccountRow> {
  const digests = lookupDigests(keys, token);
  // Asked before the password is hashed, so that a stranger cannot make the server hash; the claim below decides.
  const known = isToken('spcs', token) && (await findSetupTokenId(db, digests)) !== undefined;
  if (!known) throw await setupRefusal(db);
  const checked = await checkPerson(person);
  return db.transaction().execute(async (trx) => {
    await lockInstallation(trx);
    if ((await claimSetupToken(trx, digests)) === undefined) throw await setupRefusal(trx);
    return addOperator(trx, checked);
  });
}

async function hasAccount(db: Kysely<Database>): Promise<boolean> {
  return (await findAnyAccountId(db)) !== undefined;
}

async function setupRefusal(db: Kysely<Database>): Promise<AppError> {
  return (await hasAccount(db))
    ? new AppError('conflict', 'The installation is set up: it has an account.')
    : new AppError('unauthorized', 'This is not the setup token that the server printed last.');
}

async function addOperator(trx: Transaction<Database>, person: CheckedPerson): Promise<AccountRow> {
  return insertAccountInDefaultDomain(trx, { ...person, role: 'admin', operator: true });
}

async function bootstrap(db: Kysely<Database>, person: Person): Promise<void> {
  const checked = await checkPerson(person);
  await db.transaction().execute(async (trx) => {
    await lockInstallation(trx);
    if (await hasAccount(trx)) return;
    await addOperator(trx, checked);
    await deleteSetupTokens(trx);
  });
}

async function offerSetupToken(
  { db, keys }: Pick<AppContext, 'db' | 'keys'>,
  print: (line: string) => void,
): Promise<void> {
  const token = newToken('spcs');
  const offered = await db.transaction().execute(async (trx) => {
    await lockInstallation(trx);
    if (await hasAccount(trx)) return false;
    await deleteSetupTokens(trx);
    await insertSetupToken(trx, lookupDigest(keys.active, token));
    return true;
  });
  if (offered) print(`No account exists. One-time setup token for POST /api/v1/setup: ${token}`);
}

/** Stricter than the description, so that an address from the settings can always be shown. */
const emailPattern = /^[\w+-]+(\.[\w+-]+)*@([a-z0-9](-?[a-z0-9])*\.)+[a-z0-9]+$/i;
const emailCharactersMax = 255;
const nameCharactersMax = 50;

function bootstrapPerson({ bootstrapEmail: email, bootstrapPassword: password }: Settings): Person | undefined {
  if (email === undefined && password === undefined) return undefined;
  if (email === undefined || !emailPattern.test(email) || email.length > emailCharactersMax)
    throw new ConfigurationError('SPCI_BOOTSTRAP_EMAIL', 'an e-mail address, together with SPCI_BOOTSTRAP_PASSWORD');
  if (password === undefined)
    throw new ConfigurationError('SPCI_BOOTSTRAP_PASSWORD', 'required together with SPCI_BOOTSTRAP_EMAIL');
  const name = email.slice(0, email.indexOf('@')).slice(0, nameCharactersMax);
  const fault = passwordFault(password, { name, email });
  if (fault !== undefined) throw new ConfigurationError('SPCI_BOOTSTRAP_PASSWORD', fault.text);
  return { name, email, password };
}
