import type { Operation } from '../../../http/operation.ts';
import { pageOf } from '../../pagination.ts';
import { countRunOutputs, listRunOutputRows } from '../run-outputs.queries.ts';

export const listRunOutputs: Operation<'listRunOutputs'> = async (context, { path, query, fail }) => {
  const total = await countRunOutputs(context.db, context.principal.domainId, path.run_id, query.difference_class);
  if (total === undefined) throw fail('not_found', 'There is no such run.');
  const outputs = await listRunOutputRows(context.db, path.run_id, query.difference_class, query);
  return { status: 200, body: pageOf(outputs, query, total) };
};
