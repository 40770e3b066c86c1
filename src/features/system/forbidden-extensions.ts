import type { Kysely } from 'kysely';
import type { AppContext } from '../../context.ts';
import type { Database } from '../../db/database.ts';
import { AppError, notFound } from '../../errors.ts';
import {
  deleteForbiddenExtensionRow,
  findForbiddenExtension,
  insertForbiddenExtension,
} from './forbidden-extensions.queries.ts';

export async function forbidExtension(
  { db }: Pick<AppContext, 'db'>,
  accountId: number,
  extension: string,
): Promise<string> {
  const forbidden = await insertForbiddenExtension(db, { extension: extension.toLowerCase(), account_id: accountId });
  if (forbidden === undefined) throw new AppError('conflict', 'This extension is forbidden already.');
  return forbidden;
}

/** A leading dot is no part of the extension. */
export async function allowExtension({ db }: Pick<AppContext, 'db'>, extension: string): Promise<string> {
  const allowed = await deleteForbiddenExtensionRow(db, extension.toLowerCase().replace(/^\./, ''));
  if (allowed === undefined) throw notFound('forbidden extension');
  return allowed;
}

/** By extensions in lower case, without dots. */
export async function assertNoneForbidden(db: Kysely<Database>, extensions: readonly string[]): Promise<void> {
  const extension = extensions.length === 0 ? undefined : await findForbiddenExtension(db, extensions);
  if (extension !== undefined) throw new AppError('forbidden', 'Files of this type are not taken here.', { extension });
}
