import type { Operation } from '../../../http/operation.ts';
import { existingJob } from '../job-lookup.ts';
import { listAuditRows, listPageRows } from '../preflight-jobs.queries.ts';
import { toJob } from '../preflight.view.ts';

export const getPreflightJob: Operation<'getPreflightJob'> = async ({ db, principal }, { path }) => {
  const job = await existingJob(db, principal.domainId, path.job_id);
  const [pages, audits] = [await listPageRows(db, job.id), await listAuditRows(db, job.id)];
  return { status: 200, body: toJob(job, { pages, audits }) };
};
