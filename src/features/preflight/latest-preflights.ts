import { markup, table, type Markup } from '../../html-page.ts';
import { preflightAddress, type PagePlace } from './job-address.ts';
import { classOf, findingsInWords, momentOf, shortened, statusInWords } from './preflight-words.ts';
import type { LatestJob } from './shown-job.ts';

function pagesInWords([first = '', ...others]: readonly string[]): string {
  return others.length === 0 ? shortened(first) : `${shortened(first)} and ${others.length} more`;
}

const row = (place: PagePlace, { job, findingCount }: LatestJob): Markup =>
  markup`<tr>
              <th scope="row"><a href="${preflightAddress(place, job.job_id)}">${pagesInWords(job.urls)}</a></th>
              <td class="${classOf(job)}">${statusInWords(job)}</td>
              <td>${job.error?.message ?? findingsInWords(findingCount)}</td>
              <td>${momentOf(job.created_at)}</td>
            </tr>`;

/** A section of the dashboard. */
export function latestPreflights(place: PagePlace, jobs: readonly LatestJob[]): Markup {
  const headings = [{ text: 'Pages' }, { text: 'Status' }, { text: 'Findings or error' }, { text: 'Created' }];
  const none = markup`<p class="soft">
        No preflight yet. <a href="/docs#/checking-pages-before-a-run">How pages are checked</a>
      </p>`;
  return markup`<h2>Latest preflights</h2>
      ${
        jobs.length === 0
          ? none
          : table(
              headings,
              jobs.map((job) => row(place, job)),
            )
      }`;
}
