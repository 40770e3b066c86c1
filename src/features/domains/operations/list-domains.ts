import type { Operation } from '../../../http/operation.ts';
import { pageOf } from '../../pagination.ts';
import { countDomains, listDomainRows } from '../domains.queries.ts';
import { toDomain } from '../domains.view.ts';

export const listDomains: Operation<'listDomains'> = async ({ db }, { query }) => {
  const domains = await listDomainRows(db, query);
  const total = await countDomains(db);
  return { status: 200, body: pageOf(domains.map(toDomain), query, total) };
};
