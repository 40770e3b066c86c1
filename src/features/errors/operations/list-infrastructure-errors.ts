import type { Operation } from '../../../http/operation.ts';
import { pageOf } from '../../pagination.ts';
import { assertMaySeeStacks } from '../infrastructure-errors.ts';
import { countInfrastructureErrors, listInfrastructureErrors as listRows } from '../infrastructure-errors.queries.ts';
import { infrastructureErrorView } from '../infrastructure-errors.view.ts';

export const listInfrastructureErrors: Operation<'listInfrastructureErrors'> = async (context, input) => {
  const { db, principal } = context;
  const { path, query, fail } = input;
  if (query.include_stack) assertMaySeeStacks(principal);
  const total = await countInfrastructureErrors(db, principal.domainId, path.run_id, query);
  if (total === undefined) throw fail('not_found', 'There is no such run.');
  const errors = await listRows(db, path.run_id, query, query);
  const views = errors.map((error) => infrastructureErrorView(error, { withStack: query.include_stack }));
  return { status: 200, body: pageOf(views, query, total) };
};
