import type { Operation } from '../../../http/operation.ts';
import { pageOf } from '../../pagination.ts';
import { existingJob } from '../job-lookup.ts';
import { countFixes, listFixesRows } from '../preflight-fixes.queries.ts';
import { toFixes } from '../preflight.view.ts';

export const listPreflightFixes: Operation<'listPreflightFixes'> = async ({ db, principal }, { path, query }) => {
  const { id: job_id, domain_id } = await existingJob(db, principal.domainId, path.job_id);
  const rows = await listFixesRows(db, { domain_id, job_id }, query);
  return { status: 200, body: pageOf(rows.map(toFixes), query, await countFixes(db, { domain_id, job_id })) };
};
