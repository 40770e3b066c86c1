import type { Operation } from '../../../http/operation.ts';
import { pageOf } from '../../pagination.ts';
import { countForbiddenExtensions, listForbiddenExtensionNames } from '../forbidden-extensions.queries.ts';

export const listForbiddenExtensions: Operation<'listForbiddenExtensions'> = async ({ db }, { query }) => {
  const extensions = await listForbiddenExtensionNames(db, query);
  const total = await countForbiddenExtensions(db);
  return { status: 200, body: pageOf(extensions, query, total) };
};
