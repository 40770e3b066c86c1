import type { components } from '../../../generated/api.ts';
import { markup, type Markup } from '../../html-page.ts';

type Described = components['schemas'];

const statuses: Readonly<Record<Described['PreflightStatus'], string>> = {
  in_progress: 'In progress',
  completed: 'Completed',
  failed: 'Failed',
  canceled: 'Canceled',
};

const verdicts: Readonly<Record<Described['PreflightVerdict'], string>> = {
  pass: 'passed, there is nothing to mend',
  fail: 'failed, there is something to mend',
  incomplete: 'incomplete, not everything was looked at',
};

type Told = Pick<Described['PreflightJobSummary'], 'status' | 'verdict' | 'started_at'>;

export function statusInWords({ status, verdict, started_at }: Told): string {
  if (status === 'in_progress' && started_at === null) return 'Waiting to be begun';
  return verdict === null ? statuses[status] : `${statuses[status]}: ${verdicts[verdict]}`;
}

/** Of the style of every page. */
export function classOf({ status, verdict }: Told): 'pass' | 'fail' | 'other' {
  if (status === 'failed' || verdict === 'fail') return 'fail';
  return verdict === 'pass' ? 'pass' : 'other';
}

export const pageStates: Readonly<Record<Described['PreflightPage']['state'], string>> = {
  read: 'Read',
  redirected: 'Not read: it redirects',
  missing: 'Not read: it is missing',
  unauthorized: 'Not read: it wants a credential',
  error_status: 'Not read: it answered with an error',
  not_html: 'Not read: it is no HTML',
  too_large: 'Not read: it is too large',
  too_complex: 'Not read: it is too complex',
  refused: 'Not read: it may not be asked from here',
  unreachable: 'Not read: it could not be reached',
  timed_out: 'Not read: it did not come in time',
  unreadable: 'Not read: it cannot be read',
};

export const auditStates: Readonly<Record<Described['PreflightAuditState'], string>> = {
  ok: 'Nothing to mend',
  issues: 'Something to mend',
  not_run: 'Not run',
  failed: 'Failed',
};

export const steps: Readonly<Record<Described['PreflightStep'], string>> = {
  identify: 'Identify: finds what is to be mended',
  suggest: 'Suggest: proposes what to do as well',
};

export const counted = (count: number, one: string): string =>
  count === 0 ? `no ${one}` : `${count} ${one}${count === 1 ? '' : 's'}`;

export const findingsInWords = (count: number): string => counted(count, 'finding');

/** Of links each is one, listed or not. */
export const findingCount = (opportunities: readonly Described['PreflightOpportunity'][]): number =>
  opportunities.reduce((sum, { issue_count }) => sum + (issue_count ?? 1), 0);

export function durationInWords(from: string, to: string): string {
  const seconds = (Date.parse(to) - Date.parse(from)) / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} seconds`;
  return `${Math.floor(seconds / 60)} min ${Math.floor(seconds % 60)} s`;
}

export const momentOf = (moment: string): Markup =>
  markup`<time datetime="${moment}">${moment.slice(0, 10)} ${moment.slice(11, 19)} UTC</time>`;

/** As a reader takes it in, and no page of a stranger can fill ours. */
const textMax = 500;
const urlMax = 2048;

export const shortened = (text: string): string =>
  text.length <= textMax ? text : `${text.slice(0, textMax).toWellFormed()}…`;

/** A link where it leads to the web, and text where it does not. */
export function linkTo(url: string): Markup {
  const isWeb = /^https?:\/\//i.test(url) && url.length <= urlMax && URL.canParse(url);
  return isWeb
    ? markup`<a href="${url}" rel="noreferrer noopener">${shortened(url)}</a>`
    : markup`<code>${shortened(url)}</code>`;
}
