import type { Operation } from '../../../http/operation.ts';
import { detailedJob, existingJob } from '../job-lookup.ts';

export const getPreflightJob: Operation<'getPreflightJob'> = async ({ db, principal }, { path }) => {
  const job = await existingJob(db, principal.domainId, path.job_id);
  return { status: 200, body: await detailedJob(db, job) };
};
