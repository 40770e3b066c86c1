import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../../db/database.ts';
import { violatedUniqueKey } from '../../db/postgres-errors.ts';
import { AppError, invalidFields } from '../../errors.ts';
import type { Role } from '../../principal.ts';
import { insertAccount } from './accounts.queries.ts';
import type { AccountRow } from './accounts.table.ts';
import { assertNewPassword } from './password-rules.ts';
import { hashPassword } from './passwords.ts';

export interface Person {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** A person whose data may be stored, with the password hashed. */
export type CheckedPerson = Pick<AccountRow, 'name' | 'email' | 'password_hash'>;

/**
 * To be called before a transaction is opened, since hashing takes its time. `fieldPrefix` is where the person stands
 * in the request, such as `body.admin_`.
 */
export async function checkPerson({ name, email, password }: Person, fieldPrefix = 'body.'): Promise<CheckedPerson> {
  if (name.includes('\0')) throw invalidFields({ [`${fieldPrefix}name`]: ['must not contain NUL'] });
  assertNewPassword(password, { name, email }, `${fieldPrefix}password`);
  return { name, email, password_hash: await hashPassword(password) };
}

const takenBy: Readonly<Record<string, string>> = {
  accounts_email_key: 'Another account has this e-mail address.',
  accounts_domain_id_name_key: 'Another account of the domain has this name.',
};

/** The failure as `conflict` when an account in the way caused it; undefined for any other. */
export function accountConflict(failure: unknown): AppError | undefined {
  const message = takenBy[violatedUniqueKey(failure) ?? ''];
  return message === undefined ? undefined : new AppError('conflict', message);
}

export async function createAccount(
  db: Kysely<Database>,
  domainId: number,
  { role, ...person }: Person & { readonly role: Role },
): Promise<AccountRow> {
  const checked = await checkPerson(person);
  try {
    return await insertAccount(db, { ...checked, domain_id: domainId, role });
  } catch (failure) {
    throw accountConflict(failure) ?? failure;
  }
}

/** The first account of a new domain; whoever opened the transaction asks `accountConflict` when it fails. */
export async function addFirstAdministrator(
  trx: Transaction<Database>,
  domainId: number,
  person: CheckedPerson,
): Promise<void> {
  await insertAccount(trx, { ...person, domain_id: domainId, role: 'admin' });
}
