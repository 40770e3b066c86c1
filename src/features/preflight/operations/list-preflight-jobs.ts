import type { Operation } from '../../../http/operation.ts';
import { pageOf } from '../../pagination.ts';
import { countJobs, listJobRows } from '../preflight-jobs.queries.ts';
import { toSummary } from '../preflight.view.ts';

export const listPreflightJobs: Operation<'listPreflightJobs'> = async ({ db, principal }, { query }) => {
  const { limit, offset, ...conditions } = query;
  const jobs = await listJobRows(db, principal.domainId, conditions, { limit, offset });
  const total = await countJobs(db, principal.domainId, conditions);
  return { status: 200, body: pageOf(jobs.map(toSummary), query, total) };
};
