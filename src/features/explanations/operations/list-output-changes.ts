import type { Operation } from '../../../http/operation.ts';
import { pageOf } from '../../pagination.ts';
import { countOutputStretches, listOutputStretches } from '../comparable-results.queries.ts';
import { outputChangeView } from '../output-changes.view.ts';

export const listOutputChanges: Operation<'listOutputChanges'> = async ({ db, principal }, { path, query, fail }) => {
  const total = await countOutputStretches(db, principal.domainId, path.regression_test_id, query);
  if (total === undefined) throw fail('not_found', 'There is no such regression test.');
  const stretches = await listOutputStretches(db, path.regression_test_id, query, query);
  return { status: 200, body: pageOf(stretches.map(outputChangeView), query, total) };
};
