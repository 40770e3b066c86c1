import type { components } from '../../../generated/api.ts';
import { markup, table, type Markup } from '../../html-page.ts';
import { preflightAddress, type PagePlace } from './job-address.ts';
import { findingList, type Room } from './preflight-findings.ts';
import { auditStates, findingCount, findingsInWords, linkTo, pageStates, shortened } from './preflight-words.ts';

type Described = components['schemas'];
type Audit = Described['PreflightAudit'];

interface PageOfJob {
  /** As it was given. */
  readonly url: string;
  readonly position: number;
  /** Undefined: it was not looked at yet. */
  readonly found: Described['PreflightPage'] | undefined;
  readonly compared: Described['PreflightPageComparison'] | undefined;
}

interface Surroundings {
  readonly job: Described['PreflightJob'];
  readonly place: PagePlace;
  readonly room: Room;
}

/** Undefined where nobody looked. */
function findingsOf(found: Described['PreflightPage'] | undefined): number | undefined {
  if (found?.state !== 'read') return undefined;
  return findingCount(found.audits.flatMap(({ opportunities }) => opportunities));
}

function stateOf(found: Described['PreflightPage'] | undefined, job: Described['PreflightJob']): string {
  if (found !== undefined) return pageStates[found.state];
  return job.status === 'in_progress' ? 'Not looked at yet' : 'Not looked at';
}

/** Of several pages, what came of each and where on this page it stands. */
export function pageOverview(job: Described['PreflightJob']): Markup {
  if (job.urls.length === 1) return markup``;
  return table(
    [{ text: 'Page' }, { text: 'State' }, { text: 'Findings', isNumber: true }],
    job.urls.map((url, position) => {
      const found = job.result[position];
      return markup`<tr>
              <th scope="row"><a href="#page-${position}">${shortened(url)}</a></th>
              <td>${stateOf(found, job)}</td>
              <td class="number">${findingsOf(found) ?? '–'}</td>
            </tr>`;
    }),
  );
}

const classes: Readonly<Record<Audit['state'], string>> = {
  ok: 'pass',
  issues: 'other',
  failed: 'fail',
  not_run: 'soft',
};

const reasonText = (reason: Described['PreflightReason'] | undefined): string =>
  reason === undefined ? '' : `${shortened(reason.message)} (${reason.code})`;

const checkItem = ({ check, state, reason }: Audit['checks'][number]): Markup =>
  markup`<li>${check}: ${auditStates[state]}. ${reasonText(reason)}</li>`;

function reuseText({ reused_from_job_id: from }: Audit, place: PagePlace): Markup {
  if (from === null) return markup``;
  return markup` Taken over from <a href="${preflightAddress(place, from)}">an earlier preflight</a>.`;
}

function auditRow(audit: Audit, place: PagePlace): Markup {
  const { name, state, reason, checks, opportunities } = audit;
  const isLookedAt = state === 'ok' || state === 'issues';
  const parts = checks.length === 0 ? [] : markup`<ul>${checks.map(checkItem)}</ul>`;
  return markup`<tr>
            <th scope="row">${name}</th>
            <td class="${classes[state]}">${auditStates[state]}</td>
            <td class="number">${isLookedAt ? findingCount(opportunities) : '–'}</td>
            <td>${reasonText(reason)}${reuseText(audit, place)}${parts}</td>
          </tr>`;
}

function auditTable(audits: readonly Audit[], place: PagePlace): Markup {
  if (audits.length === 0) return markup``;
  const headings = [{ text: 'Audit' }, { text: 'State' }, { text: 'Findings', isNumber: true }, { text: 'Why' }];
  return table(
    headings,
    audits.map((audit) => auditRow(audit, place)),
  );
}

function auditDetails({ name, opportunities }: Audit, position: number, room: Room): Markup {
  if (opportunities.length === 0) return markup``;
  const id = `page-${position}-${name}`;
  return markup`<details id="${id}">
          <summary>${name}: ${findingsInWords(findingCount(opportunities))}</summary>
          ${findingList(opportunities, id, room)}
        </details>`;
}

function redirect(found: Described['PreflightPage'] | undefined): Markup {
  const to = found?.final_url ?? null;
  return to === null ? markup`` : markup` Redirected to ${linkTo(to)}.`;
}

function comparedText(compared: PageOfJob['compared'], place: PagePlace): Markup {
  if (compared === undefined) return markup``;
  const { previous_job_id, new_count, fixed_count, unchanged_count, not_compared } = compared;
  if (previous_job_id === null) return markup`<p class="soft">No earlier preflight had this page.</p>`;
  const apart = not_compared.length === 0 ? '' : ` Not compared: ${not_compared.join(', ')}.`;
  return markup`<p>
        Beside <a href="${preflightAddress(place, previous_job_id)}">the preflight before</a>:
        ${new_count} new, ${fixed_count} fixed, ${unchanged_count} unchanged.${apart}
      </p>`;
}

/** One page of the job: what came of it, its audits, and what each of them found. */
export function pageSection({ url, position, found, compared }: PageOfJob, { job, place, room }: Surroundings): Markup {
  const audits = found?.audits ?? [];
  const status = found?.status ?? null;
  const answered = status === null ? '' : ` (status ${status})`;
  const count = findingsOf(found);
  const sum = count === undefined ? '' : ` Findings: ${count}.`;
  return markup`<section id="page-${position}" aria-labelledby="page-${position}-heading">
        <h3 id="page-${position}-heading">${linkTo(url)}</h3>
        <p>${stateOf(found, job)}${answered}.${redirect(found)}${sum}</p>
        ${comparedText(compared, place)}
        ${auditTable(audits, place)}
        ${audits.map((audit) => auditDetails(audit, position, room))}
      </section>`;
}
