import type { Kysely } from 'kysely';
import type { AppContext } from '../../context.ts';
import type { Database } from '../../db/database.ts';
import { notFound } from '../../errors.ts';
import { retireToken, type TokenContext } from './job-tokens.ts';
import { findJob, type CountedJob } from './preflight-jobs.queries.ts';
import { cancelJobRow } from './preflight-work.queries.ts';

/** A job of another domain is answered like one that never was. */
export async function existingJob(db: Kysely<Database>, domainId: number, id: string): Promise<CountedJob> {
  const job = await findJob(db, domainId, id);
  if (job === undefined) throw notFound('preflight job');
  return job;
}

/** The job as it stands then; one that has ended is left as it is. */
export async function cancelJob(
  context: TokenContext & Pick<AppContext, 'db'>,
  domainId: number,
  id: string,
): Promise<CountedJob> {
  const canceled = await cancelJobRow(context.db, domainId, id);
  if (canceled !== undefined) await retireToken(context, canceled);
  return existingJob(context.db, domainId, id);
}
