import type { Operation } from '../../../http/operation.ts';
import { listAuditsOfJobs, listEarlierPages } from '../comparison.queries.ts';
import { toComparison } from '../comparison.view.ts';
import { existingJob } from '../job-lookup.ts';

export const getPreflightComparison: Operation<'getPreflightComparison'> = async ({ db, principal }, { path }) => {
  const job = await existingJob(db, principal.domainId, path.job_id);
  const earlier = await listEarlierPages(db, job);
  const jobIds = [job.id, ...earlier.map(({ previous_job_id }) => previous_job_id)];
  const audits = await listAuditsOfJobs(db, [...new Set(jobIds)]);
  return { status: 200, body: toComparison(job, earlier, audits) };
};
