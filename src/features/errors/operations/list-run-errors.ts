import type { Operation } from '../../../http/operation.ts';
import { pageOf } from '../../pagination.ts';
import { toErrorItem } from '../errors.view.ts';
import { countRunErrors, listRunErrorRows } from '../run-errors.queries.ts';

export const listRunErrors: Operation<'listRunErrors'> = async ({ db, principal }, { path, query, fail }) => {
  const total = await countRunErrors(db, principal.domainId, path.run_id, query);
  if (total === undefined) throw fail('not_found', 'There is no such run.');
  const errors = await listRunErrorRows(db, path.run_id, query, query);
  return {
    status: 200,
    body: pageOf(
      errors.map((error) => toErrorItem(path.run_id, error)),
      query,
      total,
    ),
  };
};
