import type { Operation } from '../../../http/operation.ts';
import { promiseCallerOf } from '../../../preflight/promise/promise-caller.ts';
import { beginDelivery, chooseFixes } from '../fix-creation.ts';

export const createPreflightFixes: Operation<'createPreflightFixes'> = async (context, input) => {
  const { path, body, headers, shownCredential } = input;
  const { principal } = context;
  const chosen = await chooseFixes(context, principal.domainId, { jobId: path.job_id, choices: body.fixes });
  if (body.precheck_only)
    return { status: 200, body: { job_id: path.job_id, precheck_only: true, fixes: [...chosen.fixes] } };
  const caller = promiseCallerOf(principal, shownCredential());
  const { id, status, created_at } = await beginDelivery(context, chosen, {
    caller,
    header: headers['X-Promise-Token'],
  });
  return {
    status: 202,
    headers: { Location: `/api/v1/preflight/jobs/${path.job_id}/fixes/${id}` },
    body: { fix_id: id, job_id: path.job_id, status, created_at },
  };
};
