import type { Operation } from '../../../http/operation.ts';
import { pageOf } from '../../pagination.ts';
import { countRepositories, listRepositoryRows } from '../repositories.queries.ts';
import { toRepository } from '../repositories.view.ts';

export const listRepositories: Operation<'listRepositories'> = async ({ db, principal }, { query }) => {
  const repositories = await listRepositoryRows(db, principal.domainId, query);
  const total = await countRepositories(db, principal.domainId);
  return { status: 200, body: pageOf(repositories.map(toRepository), query, total) };
};
