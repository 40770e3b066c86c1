import { pageAnswer } from '../../../html-page.ts';
import type { Operation } from '../../../http/operation.ts';
import { mayCancelJobs } from '../../preflight/job-cancellation.ts';
import { preflightAddress } from '../../preflight/job-address.ts';
import { preflightPage } from '../../preflight/preflight-page.ts';
import { readShownJob } from '../../preflight/shown-job.ts';
import { arrivalCookie, assertDomainMeant } from '../page-visit.ts';

export const getPreflightPage: Operation<'getPreflightPage'> = async (context, { path, query, region }) => {
  const { account, domain, via } = context.principal;
  assertDomainMeant(context.principal, query.domain_id);
  const shown = await readShownJob(context, account.domainId, path.job_id);
  const cookie = await arrivalCookie(context, context.principal);
  if (cookie !== undefined) {
    const Location = preflightAddress({ domain, region }, path.job_id);
    return { status: 303, headers: { Location, 'Set-Cookie': cookie } };
  }
  // The API takes the session from the page, and nothing else that opens one.
  const mayCancel = via === 'cookie' && mayCancelJobs(account);
  return pageAnswer(preflightPage({ domain, region }, shown, { mayCancel }));
};
