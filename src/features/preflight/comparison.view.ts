import type { components } from '../../../generated/api.ts';
import type { AuditResult } from '../../preflight/audits/audit.ts';
import { compareAudits, type Finding } from './comparison.ts';
import type { EarlierPage } from './comparison.queries.ts';
import { toOpportunity } from './preflight.view.ts';
import type { PreflightAuditRow, PreflightJobRow } from './preflight.table.ts';

type Described = components['schemas'];

const listedMax = 100;

const toFinding = ({ audit, opportunity }: Finding): Described['PreflightFinding'] => ({
  audit,
  opportunity: toOpportunity(opportunity),
});

/** `audits` are those of the job and of all earlier ones. */
export function toComparison(
  job: PreflightJobRow,
  earlier: readonly EarlierPage[],
  audits: readonly PreflightAuditRow[],
): Described['PreflightComparison'] {
  const resultsOf = (jobId: string, position: number): AuditResult[] =>
    audits.filter((row) => row.job_id === jobId && row.position === position).map(({ result }) => result);
  const pages = job.urls.map((page_url, position): Described['PreflightPageComparison'] => {
    const previous = earlier.find((page) => page.position === position);
    const before = previous === undefined ? [] : resultsOf(previous.previous_job_id, previous.previous_position);
    const { fresh, fixed, unchangedCount, notCompared } = compareAudits(
      job.audits,
      resultsOf(job.id, position),
      before,
    );
    return {
      page_url,
      previous_job_id: previous?.previous_job_id ?? null,
      new_count: fresh.length,
      fixed_count: fixed.length,
      unchanged_count: unchangedCount,
      new: fresh.slice(0, listedMax).map(toFinding),
      fixed: fixed.slice(0, listedMax).map(toFinding),
      not_compared: [...notCompared],
    };
  });
  return { job_id: job.id, pages };
}
