import type { AppContext } from '../../context.ts';
import { AppError } from '../../errors.ts';
import type { TagRow } from './samples.table.ts';
import { insertTag } from './tags.queries.ts';

export async function addTag(
  { db }: Pick<AppContext, 'db'>,
  domainId: number,
  { name, description }: Pick<TagRow, 'name' | 'description'>,
): Promise<TagRow> {
  const tag = await insertTag(db, { domain_id: domainId, name, description });
  if (tag === undefined) throw new AppError('conflict', 'A tag has this name already.');
  return tag;
}
