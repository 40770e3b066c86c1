import type { AppContext } from '../../context.ts';
import { jobBounds } from './job-execution.ts';
import { retireToken, type TokenContext } from './job-tokens.ts';
import { deleteExpiredJobs, failOverdueJobs, listForsakenJobs } from './preflight-work.queries.ts';

type SweepContext = TokenContext & Pick<AppContext, 'db' | 'jobEngine'>;

const forsakenMs = 10_000;

/** Ends jobs that took too long, and hands those over again that nobody is at work on, whatever became of the message. */
export async function sweepJobs(context: SweepContext): Promise<void> {
  const { db, jobEngine } = context;
  for (const job of await failOverdueJobs(db, jobBounds)) await retireToken(context, job);
  for (const id of await listForsakenJobs(db, forsakenMs)) await jobEngine.send('preflight', id);
}

export async function sweepExpiredJobs({ db }: Pick<AppContext, 'db'>): Promise<void> {
  await deleteExpiredJobs(db);
}
