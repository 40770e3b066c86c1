import type { Kysely } from 'kysely';
import type { components } from '../../../generated/api.ts';
import type { AppContext } from '../../context.ts';
import type { Database } from '../../db/database.ts';
import { notFound } from '../../errors.ts';
import { retireToken, type TokenContext } from './job-tokens.ts';
import { findJob, listAuditRows, listPageRows, type CountedJob } from './preflight-jobs.queries.ts';
import { findFixes } from './preflight-fixes.queries.ts';
import { cancelJobRow } from './preflight-work.queries.ts';
import type { PreflightFixesRow } from './preflight.table.ts';
import { toJob } from './preflight.view.ts';

/** A job of another domain is answered like one that never was. */
export async function existingJob(db: Kysely<Database>, domainId: number, id: string): Promise<CountedJob> {
  const job = await findJob(db, domainId, id);
  if (job === undefined) throw notFound('preflight job');
  return job;
}

/** Of a job of the domain; one of another is answered like one that never was. */
export async function existingFixes(
  db: Kysely<Database>,
  domainId: number,
  { job_id, fix_id }: { readonly job_id: string; readonly fix_id: string },
): Promise<PreflightFixesRow> {
  const fixes = await findFixes(db, { domain_id: domainId, job_id }, fix_id);
  if (fixes === undefined) throw notFound('delivery of fixes');
  return fixes;
}

/** With what it has found so far. */
export async function detailedJob(
  db: Kysely<Database>,
  job: CountedJob,
): Promise<components['schemas']['PreflightJob']> {
  const [pages, audits] = [await listPageRows(db, job.id), await listAuditRows(db, job.id)];
  return toJob(job, { pages, audits });
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
