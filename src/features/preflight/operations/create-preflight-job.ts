import type { Operation } from '../../../http/operation.ts';
import { promiseCallerOf } from '../../../preflight/promise/promise-caller.ts';
import { addressOfJob, pollUrlOf } from '../job-address.ts';
import { createJob } from '../job-creation.ts';

export const createPreflightJob: Operation<'createPreflightJob'> = async (context, input) => {
  const { body, headers, signal, shownCredential } = input;
  const caller = promiseCallerOf(context.principal, shownCredential());
  const header = headers['X-Promise-Token'];
  const job = await createJob(context, { given: body, caller, header, signal });
  return {
    status: 202,
    headers: { Location: addressOfJob(job.id) },
    body: {
      job_id: job.id,
      status: job.status,
      created_at: job.created_at,
      poll_url: pollUrlOf(context.settings, job.id),
    },
  };
};
