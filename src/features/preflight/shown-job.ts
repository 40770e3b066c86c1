import type { components } from '../../../generated/api.ts';
import type { AppContext } from '../../context.ts';
import { notFound } from '../../errors.ts';
import { listAuditsOfJobs, listEarlierPages } from './comparison.queries.ts';
import { toComparison } from './comparison.view.ts';
import { existingJob } from './job-lookup.ts';
import { listJobRows, listPageRows } from './preflight-jobs.queries.ts';
import { toJob, toSummary } from './preflight.view.ts';
import { countFindings, findJobOrigin, type JobOrigin } from './shown-jobs.queries.ts';

type Described = components['schemas'];

/** What the page of a job shows. */
export interface ShownJob {
  readonly job: Described['PreflightJob'];
  readonly origin: JobOrigin;
  /** Undefined while there is more to come. */
  readonly comparison: Described['PreflightComparison'] | undefined;
}

/** A constant number of statements, whatever was found. */
export async function readShownJob({ db }: Pick<AppContext, 'db'>, domainId: number, id: string): Promise<ShownJob> {
  const row = await existingJob(db, domainId, id);
  const origin = await findJobOrigin(db, row.id);
  if (origin === undefined) throw notFound('preflight job');
  const isCompleted = row.status === 'completed';
  const earlier = isCompleted ? await listEarlierPages(db, row) : [];
  const jobIds = [row.id, ...earlier.map(({ previous_job_id }) => previous_job_id)];
  const audits = await listAuditsOfJobs(db, [...new Set(jobIds)]);
  const own = audits.filter(({ job_id }) => job_id === row.id);
  return {
    job: toJob(row, { pages: await listPageRows(db, row.id), audits: own }),
    origin,
    comparison: isCompleted ? toComparison(row, earlier, audits) : undefined,
  };
}

export interface LatestJob {
  readonly job: Described['PreflightJobSummary'];
  readonly findingCount: number;
}

/** Of the domain, the newest first. */
export async function readLatestJobs(
  { db }: Pick<AppContext, 'db'>,
  domainId: number,
  limit: number,
): Promise<LatestJob[]> {
  const rows = await listJobRows(db, domainId, {}, { limit, offset: 0 });
  const counts = await countFindings(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    job: toSummary(row),
    findingCount: counts.find(({ job_id }) => job_id === row.id)?.count ?? 0,
  }));
}
