import type { AppContext } from '../../context.ts';
import { retireToken, type TokenContext } from './job-tokens.ts';
import { workBounds } from './leased-work.ts';
import { failOverdueWork, listForsakenWork } from './leases.queries.ts';
import { deleteExpiredJobs } from './preflight-work.queries.ts';

type SweepContext = TokenContext & Pick<AppContext, 'db' | 'jobEngine'>;

const forsakenMs = 10_000;

const queues = [
  ['preflight', 'preflight'],
  ['fixes', 'preflight_fixes'],
] as const;

/** Ends work that took too long, and hands over again what nobody is at work on, whatever became of the message. */
export async function sweepJobs(context: SweepContext): Promise<void> {
  const { db, jobEngine } = context;
  for (const [purpose, queue] of queues) {
    for (const work of await failOverdueWork(db, purpose, workBounds)) await retireToken(context, work);
    for (const id of await listForsakenWork(db, purpose, forsakenMs)) await jobEngine.send(queue, id);
  }
}

export async function sweepExpiredJobs({ db }: Pick<AppContext, 'db'>): Promise<void> {
  await deleteExpiredJobs(db);
}
