import type { Selectable } from 'kysely';
import type { components } from '../../../generated/api.ts';
import type { LinkOpportunity, Opportunity } from '../../preflight/audits/audit.ts';
import type { Profiling } from '../../preflight/profiling.ts';
import { reportedUrl } from '../../preflight/run-preflight.ts';
import type { CountedJob } from './preflight-jobs.queries.ts';
import type {
  PreflightAuditsTable,
  PreflightFixesRow,
  PreflightJobRow,
  PreflightPagesTable,
} from './preflight.table.ts';

type Described = components['schemas'];

export function toSummary(job: CountedJob): Described['PreflightJobSummary'] {
  const error = errorOf(job);
  return {
    job_id: job.id,
    status: job.status,
    verdict: job.verdict,
    step: job.step,
    site_id: job.site_id,
    urls: job.urls,
    run_id: job.run_id,
    account_id: job.account_id,
    authentication_required: job.authentication_required,
    reuse: job.reuse,
    attempt: job.attempt,
    progress: { audits_done: job.audits_done, audits_total: job.urls.length * job.audits.length },
    ...(error === undefined ? {} : { error }),
    created_at: job.created_at,
    updated_at: job.updated_at,
    started_at: job.started_at,
    ended_at: job.ended_at,
    record_expires_at: job.expires_at,
  };
}

export function toFixes(row: PreflightFixesRow): Described['PreflightFixes'] {
  const { id, job_id, status, account_id, attempt, response_status, fixes } = row;
  const error = errorOf(row);
  return {
    fix_id: id,
    ...{ job_id, status, account_id, attempt, response_status },
    ...(error === undefined ? {} : { error }),
    fixes,
    created_at: row.created_at,
    updated_at: row.updated_at,
    started_at: row.started_at,
    ended_at: row.ended_at,
  };
}

type WrittenError = Pick<PreflightJobRow, 'error_code' | 'error_message'>;

function errorOf({ error_code: code, error_message: message }: WrittenError): Described['PreflightError'] | undefined {
  return code === null || message === null ? undefined : { code: code as Described['PreflightError']['code'], message };
}

export interface JobResult {
  readonly pages: readonly Selectable<PreflightPagesTable>[];
  readonly audits: readonly Selectable<PreflightAuditsTable>[];
}

export function toJob(job: CountedJob, { pages, audits }: JobResult): Described['PreflightJob'] {
  return {
    ...toSummary(job),
    result: pages.map((page) => toPage(job, page, audits)),
    result_type: job.status === 'in_progress' ? null : 'inline',
    ...(job.profiling === null ? {} : { profiling: toProfiling(job.profiling) }),
  };
}

function toPage(
  job: PreflightJobRow,
  { position, state, status, final_url }: JobResult['pages'][number],
  audits: JobResult['audits'],
): Described['PreflightPage'] {
  const own = audits.filter((audit) => audit.position === position);
  const done = job.audits.flatMap((name) => own.filter((audit) => audit.name === name));
  return {
    page_url: reportedUrl(job.urls[position] ?? ''),
    step: job.step,
    state,
    status,
    final_url,
    audits: done.map(toAudit),
  };
}

function toAudit({ result, reused_from_job_id }: JobResult['audits'][number]): Described['PreflightAudit'] {
  const { name, type, state, reason, checks = [], opportunities } = result;
  return {
    name,
    type,
    state,
    ...(reason === undefined ? {} : { reason }),
    reused_from_job_id,
    checks: [...checks],
    opportunities: opportunities.map(toOpportunity),
  };
}

/** One member has one type: the links that are `issue` in the reference are `issues` here. */
export function toOpportunity(opportunity: Opportunity): Described['PreflightOpportunity'] {
  const lists = { issues: [], elements: [], html_with_issues: [] };
  if (isOfLinks(opportunity)) {
    const { issue, ...rest } = opportunity;
    const issues = issue.map((link) => ({ ...link, elements: [...(link.elements ?? [])] }));
    return { ...lists, ...rest, issues };
  }
  if ('html_with_issues' in opportunity)
    return { ...lists, ...opportunity, html_with_issues: [...opportunity.html_with_issues] };
  return { ...lists, ...opportunity, elements: [...(opportunity.elements ?? [])] };
}

const isOfLinks = (opportunity: Opportunity): opportunity is LinkOpportunity => 'issue_count' in opportunity;

function toProfiling({ start_time, end_time, breakdown, ...profiling }: Profiling): Described['PreflightProfiling'] {
  return {
    ...profiling,
    started_at: start_time,
    ended_at: end_time,
    breakdown: breakdown.map(({ start_time: started_at, end_time: ended_at, ...part }) => ({
      ...part,
      started_at,
      ended_at,
    })),
  };
}
