import type { components } from '../../../generated/api.ts';
import { markup, page, table, type Markup, type Page } from '../../html-page.ts';
import { pageStyle } from '../../page-style.ts';
import { regionQuery } from '../../region.ts';
import { addressOfJob, type PagePlace } from './job-address.ts';
import type { Room } from './preflight-findings.ts';
import { pageOverview, pageSection } from './preflight-page-sections.ts';
import { preflightScript } from './preflight-page-script.ts';
import { classOf, durationInWords, linkTo, momentOf, statusInWords, steps } from './preflight-words.ts';
import type { ShownJob } from './shown-job.ts';

type Described = components['schemas'];

/** Of all findings together; with a title and a state for each of 50 pages and 450 audits the page has under 4 MB. */
const findingCharsMax = 1_000_000;

const fact = (label: string, value: string | Markup): Markup => markup`<dt>${label}</dt><dd>${value}</dd>`;

function facts({ job, origin }: ShownJob, query: string): Markup {
  const { started_at, ended_at, run_id, attempt } = job;
  return markup`<dl>
        ${fact('Step', steps[job.step])}
        ${fact('Site', markup`${origin.site_name}, ${linkTo(origin.base_url)}`)}
        ${fact('Begun by', origin.begun_by)}
        ${fact('Accepted', momentOf(job.created_at))}
        ${started_at === null ? [] : fact('Work begun', momentOf(started_at))}
        ${attempt > 1 ? fact('Attempt', String(attempt)) : []}
        ${ended_at === null ? [] : fact('Ended', momentOf(ended_at))}
        ${ended_at === null ? [] : fact('Took', durationInWords(job.created_at, ended_at))}
        ${run_id === null ? [] : fact('For run', markup`<a href="/api/v1/runs/${run_id}/explain${query}">${run_id}</a>`)}
        ${fact('Kept until', momentOf(job.record_expires_at))}
      </dl>`;
}

function progress({ audits_done, audits_total }: Described['PreflightProgress']): Markup {
  return markup`<p>
        <label for="progress">Audits done: ${audits_done} of ${audits_total}</label>
        <progress id="progress" max="${Math.max(1, audits_total)}" value="${audits_done}"></progress>
      </p>`;
}

function profile(profiling: Described['PreflightProfiling'] | undefined): Markup {
  if (profiling === undefined) return markup``;
  const rows = profiling.breakdown.map(
    ({ name, duration }) => markup`<tr><th scope="row">${name}</th><td class="number">${duration}</td></tr>`,
  );
  return markup`<h2>Where the time went</h2>
      <details id="profiling">
        <summary>${profiling.total} altogether</summary>
        ${table([{ text: 'Part' }, { text: 'Duration', isNumber: true }], rows)}
      </details>`;
}

function pagesOf({ job, comparison }: ShownJob, place: PagePlace): Markup[] {
  const room: Room = { charsLeft: findingCharsMax };
  return job.urls.map((url, position) => {
    const page = { url, position, found: job.result[position], compared: comparison?.pages[position] };
    return pageSection(page, { job, place, room });
  });
}

function answers({ job, comparison }: ShownJob, query: string): Markup {
  const address = addressOfJob(job.job_id);
  return markup`<p>
        For programs: <a href="${address}${query}">the job</a>${
          comparison === undefined
            ? markup``
            : markup`, <a href="${address}/comparison${query}">its comparison with the preflights before</a>`
        }.
      </p>`;
}

function statusText({ job }: ShownJob): string {
  const words = statusInWords(job);
  return job.error === undefined ? words : `${words}: ${job.error.message} (${job.error.code})`;
}

/** A job with what it has found so far; whoever may end it early is shown how. */
export function preflightPage(place: PagePlace, shown: ShownJob, { mayCancel }: { readonly mayCancel: boolean }): Page {
  const { job, origin } = shown;
  const query = regionQuery(place.region);
  const isLive = job.status === 'in_progress';
  const cancel = markup`<p><button id="cancel" data-address="${addressOfJob(job.job_id)}/cancel">Cancel</button></p>`;
  const body = markup`<header>
      <h1>Preflight of ${origin.site_name}</h1>
      <nav>
        <a href="/${place.domain}/graph${query}">Dashboard</a>
        <a href="/docs#/checking-pages-before-a-run">Documentation</a>
      </nav>
    </header>
    <p id="status" role="status" aria-live="polite" class="${classOf(job)}">${statusText(shown)}</p>
    <p id="note" role="status" aria-live="polite" data-sign-in="/${place.domain}/sign-in${query}"></p>
    <main tabindex="-1"${isLive ? markup` data-live` : []}>
      ${progress(job.progress)}
      ${isLive && mayCancel ? cancel : []}
      ${facts(shown, query)}
      <h2>Pages</h2>
      ${pageOverview(job)}
      ${pagesOf(shown, place)}
      ${profile(job.profiling)}
      ${answers(shown, query)}
    </main>`;
  const title = `${statusInWords(job)}: preflight of ${origin.site_name} · ${place.domain} · SPCI`;
  const head = isLive ? markup`<noscript><meta http-equiv="refresh" content="5"></noscript>` : markup``;
  return page({ title, body, style: pageStyle, script: preflightScript, head });
}
