import type { Transaction } from 'kysely';
import type { AppContext } from '../../context.ts';
import type { Database } from '../../db/database.ts';
import { AppError } from '../../errors.ts';
import { pollUrlOf } from './job-address.ts';
import { findRequiredJobForKeyShare } from './preflight-jobs.queries.ts';

/** Of whoever may go on only if the job passed. */
export interface PreflightRequirement {
  readonly domainId: number;
  readonly repositoryId: number;
  readonly jobId: string;
}

const unfit = (why: string): AppError =>
  new AppError('unprocessable', why, {
    fields: { 'body.preflight_job_id': ['must be a preflight of the repository'] },
  });

/**
 * Whether the job passed; then it is there until the transaction ends, and may be referred to. Throws `unprocessable` (no
 * such job in the domain, or one of another repository's site), `preflight_in_progress` and `preflight_not_passed`. What
 * is told of the job beside that is for callers who may not read it as well.
 */
export async function assertPassed(
  trx: Transaction<Database>,
  { settings }: Pick<AppContext, 'settings'>,
  { domainId, repositoryId, jobId }: PreflightRequirement,
): Promise<void> {
  const job = await findRequiredJobForKeyShare(trx, domainId, jobId);
  if (job === undefined) throw unfit('There is no such preflight.');
  const { status, verdict, repository_id } = job;
  if (repository_id !== null && repository_id !== repositoryId)
    throw unfit('The preflight is of a site that belongs to another repository.');
  if (verdict === 'pass') return;
  if (status === 'in_progress')
    throw new AppError('preflight_in_progress', 'The preflight is in progress; wait for its end.', {
      preflight: { status, verdict, poll_url: pollUrlOf(settings, jobId) },
    });
  throw new AppError('preflight_not_passed', 'The preflight did not pass.', { preflight: { status, verdict } });
}
