import type { Operation } from '../../../http/operation.ts';
import { pageOf } from '../../pagination.ts';
import { toErrorSummaryBucket } from '../errors.view.ts';
import { countErrorBuckets, listErrorBuckets } from '../run-errors.queries.ts';

export const listRunErrorBuckets: Operation<'listRunErrorBuckets'> = async ({ db, principal }, input) => {
  const { path, query, fail } = input;
  const total = await countErrorBuckets(db, principal.domainId, path.run_id, query);
  if (total === undefined) throw fail('not_found', 'There is no such run.');
  const buckets = await listErrorBuckets(db, path.run_id, query, query);
  const rows = buckets.map((bucket) => toErrorSummaryBucket(query.group_by, bucket));
  return { status: 200, body: pageOf(rows, query, total) };
};
