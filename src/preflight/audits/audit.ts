import type { LinkProber, LinkVerdict } from '../fetching/link-probe.ts';
import type { AxeRunner } from './axe-runner.ts';
import type { PageDocument } from './page-document.ts';
import type { Suggest } from './suggester.ts';

export const auditNames = [
  ...(['body-size', 'lorem-ipsum', 'h1-count', 'canonical', 'metatags'] as const),
  ...(['links', 'headings', 'readability', 'accessibility'] as const),
] as const;
export type AuditName = (typeof auditNames)[number];
export type AuditType = 'seo' | 'a11y';
export type Step = 'identify' | 'suggest';
/** Only `ok` says that there is nothing to mend: what was not looked at is `not_run` or `failed`. */
export type AuditState = 'ok' | 'issues' | 'not_run' | 'failed';
export type SeoImpact = 'High' | 'Moderate' | 'Low';

export interface Reason {
  readonly code: string;
  readonly message: string;
}

export interface ElementPointer {
  readonly selector: string;
  readonly text_content?: string;
}

/** The names are the reference's, whoever suggests. */
export interface Suggestion {
  readonly ai_suggestion: string;
  readonly ai_rationale: string;
}

interface Advice {
  readonly seo_impact: SeoImpact;
  readonly seo_recommendation: string;
  readonly elements?: readonly ElementPointer[];
}

export interface CheckOpportunity extends Advice, Partial<Suggestion> {
  readonly check: string;
  readonly issue: string;
  readonly issue_details?: string;
  readonly suggestion?: string;
  /** What a canonical tag names now. */
  readonly url?: string;
}

export interface MetatagOpportunity extends Advice, Partial<Suggestion> {
  readonly tag_name: 'title' | 'description' | 'h1';
  readonly issue: string;
  readonly issue_details: string;
  readonly tag_content?: string;
}

export interface LinkIssue extends Advice, Partial<Suggestion> {
  readonly url: string;
  readonly issue: string;
}

export interface LinkOpportunity {
  readonly check: string;
  /** At most `findingsMax`. */
  readonly issue: readonly LinkIssue[];
  readonly issue_count: number;
}

export interface ReadabilityOpportunity extends CheckOpportunity {
  readonly flesch_reading_ease: number;
  readonly language: string;
  readonly suggestion_status?: 'completed' | 'excluded';
  readonly suggestion_message?: string;
  readonly exclusion_reason?: string;
  readonly improved_flesch_score?: number;
  readonly readability_improvement?: number;
}

export interface AccessibilityOpportunity {
  readonly check: string;
  /** Of the rule that was broken. */
  readonly type: string;
  readonly description: string;
  readonly severity: string;
  readonly occurrences: number;
  readonly wcag_level: string;
  readonly wcag_rule: string;
  readonly understanding_url: string;
  readonly failure_summary: string;
  readonly html_with_issues: readonly { readonly target_selector: string; readonly update_from: string }[];
}

export type Opportunity =
  CheckOpportunity | MetatagOpportunity | LinkOpportunity | ReadabilityOpportunity | AccessibilityOpportunity;

/** One check of an audit whose checks are run apart. */
export interface CheckState {
  readonly check: string;
  readonly state: AuditState;
  readonly reason?: Reason;
}

export interface AuditOutcome {
  readonly state: AuditState;
  readonly reason?: Reason;
  readonly checks?: readonly CheckState[];
  readonly opportunities: readonly Opportunity[];
}

export interface AuditResult extends AuditOutcome {
  readonly name: AuditName;
  readonly type: AuditType;
}

export interface Page {
  /** As the job names it; no redirect led elsewhere. */
  readonly url: string;
  readonly html: string;
  readonly document: PageDocument;
}

/** What a page calls itself: what is kept of it beside the others. */
export interface PageHead {
  readonly url: string;
  readonly title: string | undefined;
  readonly description: string | undefined;
  readonly h1: string | undefined;
}

/** What there is for audits beside the page: nothing that differs from one job to the next with the same rules. */
export interface PageContext {
  readonly step: Step;
  readonly suggest: Suggest;
  readonly axe: AxeRunner;
  /** One that lays pages out, which contrasts need. */
  readonly layoutAxe: AxeRunner | undefined;
  /** Hears of what went wrong inside; results say no more than that it did. */
  failed(part: string, failure: unknown): void;
}

export interface AuditContext extends PageContext {
  /** Of the pages of the job that could be read: what several say alike is a finding. */
  readonly heads: readonly PageHead[];
  /** Names and ports of the job's pages, whatever the scheme. */
  readonly ownHosts: ReadonlySet<string>;
  /** What the job knows of its own pages already. */
  readonly known: ReadonlyMap<string, LinkVerdict>;
  readonly prober: LinkProber;
}

type Run<Context> = (page: Page, context: Context) => AuditOutcome | Promise<AuditOutcome>;

/** `isOfPageAlone`: the same page gives the same outcome, whatever else is in the job and whenever it is done. */
export type Audit = Pick<AuditResult, 'name' | 'type'> &
  (
    | { readonly isOfPageAlone: true; readonly run: Run<PageContext> }
    | { readonly isOfPageAlone: false; readonly run: Run<AuditContext> }
  );

/** Of one audit of one page; whoever has more to mend begins with these. */
export const findingsMax = 100;

const truncated = (found: number): Reason => ({
  code: 'truncated',
  message: `Of ${found} findings the first ${findingsMax} are listed.`,
});

export function judged(opportunities: readonly Opportunity[]): AuditOutcome {
  const { length } = opportunities;
  if (length === 0) return { state: 'ok', opportunities };
  if (length <= findingsMax) return { state: 'issues', opportunities };
  return { state: 'issues', reason: truncated(length), opportunities: opportunities.slice(0, findingsMax) };
}

/** Of what is looked at in a browser only, where there is none. */
export const noBrowser = 'no_browser';

/** Whether everything was looked at for which there is a tool. */
export function isWhole({ state, checks }: AuditResult): boolean {
  const parts: readonly Pick<AuditResult, 'state' | 'reason'>[] = checks ?? [{ state }];
  return parts.every((part) => part.state === 'ok' || part.state === 'issues' || part.reason?.code === noBrowser);
}

export function notRun(code: string, message: string): AuditOutcome {
  return { state: 'not_run', reason: { code, message }, opportunities: [] };
}
