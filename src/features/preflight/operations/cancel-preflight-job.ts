import type { Operation } from '../../../http/operation.ts';
import { cancelJob } from '../job-lookup.ts';
import { toSummary } from '../preflight.view.ts';

export const cancelPreflightJob: Operation<'cancelPreflightJob'> = async (context, { path }) => {
  const job = await cancelJob(context, context.principal.domainId, path.job_id);
  return { status: 200, body: toSummary(job) };
};
