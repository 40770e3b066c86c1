import { markup, page, table, type Markup, type Page } from '../../html-page.ts';
import { pageStyle } from '../../page-style.ts';
import { regionParameter, regionQuery, type Region } from '../../region.ts';
import { latestPreflights } from '../preflight/latest-preflights.ts';
import type { DashboardFilters, PlatformLoad, ShownFailure, ShownRun } from './dashboard.queries.ts';
import type { Dashboard } from './dashboard.ts';
import { runChart } from './run-chart.ts';

/** Nobody else's page may ask for that, so no form can. */
const script = `
const button = document.querySelector('#sign-out');
button.addEventListener('click', async () => {
  const response = await fetch(button.dataset.session, { method: 'DELETE' }).catch(() => undefined);
  if (response?.ok || response?.status === 401) location.assign(button.dataset.next);
  else button.textContent = 'Signing out failed. Try again';
});
`;

const classOf = (status: string): string => {
  if (status === 'pass') return 'pass';
  return ['fail', 'error', 'missing_output'].includes(status) ? 'fail' : 'other';
};

function choice(value: string, label: string, chosen: string): Markup {
  return value === chosen
    ? markup`<option value="${value}" selected>${label}</option>`
    : markup`<option value="${value}">${label}</option>`;
}

const periods = [7, 30, 90];

export interface DashboardAddress {
  readonly domain: string;
  readonly region: Region;
  readonly filters: DashboardFilters;
}

function filterForm({ domain, region, filters }: DashboardAddress, names: readonly string[]): Markup {
  const { repository, branch, platform, days } = filters;
  const others = periods.includes(days) ? [] : [days];
  return markup`<form class="filter" action="/${domain}/graph" aria-label="Filter">
    ${region === 'global' ? markup`<input type="hidden" name="${regionParameter}" value="true" />` : []}
    <label
      >Repository
      <input
        name="repository"
        list="repositories"
        value="${repository ?? ''}"
        pattern="[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+"
        placeholder="owner/name"
    /></label>
    <datalist id="repositories">${names.map((name) => markup`<option value="${name}"></option>`)}</datalist>
    <label>Branch <input name="branch" value="${branch ?? ''}" /></label>
    <label
      >Platform
      <select name="platform">
        ${[
          ['', 'all'],
          ['linux', 'linux'],
          ['windows', 'windows'],
        ].map(([value = '', label = '']) => choice(value, label, platform ?? ''))}
      </select></label
    >
    <label
      >Period
      <select name="days">
        ${[...periods, ...others].map((count) => choice(String(count), `${count} days`, String(days)))}
      </select></label
    >
    <button>Show</button>
  </form>`;
}

function loadTable(loads: readonly PlatformLoad[]): Markup {
  return table(
    [
      { text: 'Platform' },
      { text: 'Queued', isNumber: true },
      { text: 'Running', isNumber: true },
      { text: 'Live workers', isNumber: true },
      { text: 'State' },
    ],
    loads.map(
      ({ name, queued, running, workers, disabled }) =>
        markup`<tr>
              <th scope="row">${name}</th>
              <td class="number">${queued}</td>
              <td class="number">${running}</td>
              <td class="number">${workers}</td>
              <td>${disabled ? 'held back for maintenance' : workers === 0 ? 'nobody works on it' : 'at work'}</td>
            </tr>`,
    ),
  );
}

const shortTime = (moment: string): string => `${moment.slice(0, 10)} ${moment.slice(11, 16)}`;

function runTable(runs: readonly ShownRun[], query: string): Markup {
  if (runs.length === 0) return markup`<p class="soft">No run in this period.</p>`;
  return table(
    [
      { text: 'Run' },
      { text: 'Status' },
      { text: 'Repository' },
      { text: 'Branch' },
      { text: 'Commit' },
      { text: 'Platform' },
      { text: 'Passed', isNumber: true },
      { text: 'Created (UTC)' },
    ],
    runs.map(
      (run) =>
        markup`<tr>
              <th scope="row"><a href="/api/v1/runs/${run.id}/explain${query}">${run.id}</a></th>
              <td class="${classOf(run.status)}">${run.status}</td>
              <td>${run.repository}</td>
              <td>${run.branch}</td>
              <td><code>${run.commit_sha.slice(0, 10)}</code></td>
              <td>${run.platform}</td>
              <td class="number">${run.pass_count} of ${run.planned_count}</td>
              <td><time datetime="${run.created_at}">${shortTime(run.created_at)}</time></td>
            </tr>`,
    ),
  );
}

function failureTable(failures: readonly ShownFailure[], query: string): Markup {
  if (failures.length === 0) return markup`<p class="soft">No failure in this period.</p>`;
  return table(
    [
      { text: 'Run and test' },
      { text: 'Verdict' },
      { text: 'Sample' },
      { text: 'Exit code', isNumber: true },
      { text: 'Platform' },
      { text: 'Commit' },
    ],
    failures.map(
      (failure) =>
        markup`<tr>
              <th scope="row">
                <a href="/api/v1/runs/${failure.run_id}/results/${failure.regression_test_id}/explain${query}"
                  >${failure.run_id} · ${failure.regression_test_id}</a
                >
              </th>
              <td class="fail">${failure.status}</td>
              <td>${failure.sample_name}</td>
              <td class="number">${failure.exit_code ?? '–'}</td>
              <td>${failure.platform}</td>
              <td><code>${failure.commit_sha.slice(0, 10)}</code></td>
            </tr>`,
    ),
  );
}

export function dashboardPage(address: DashboardAddress, shown: Dashboard): Page {
  const { domain, region } = address;
  const query = regionQuery(region);
  const charts = [...shown.outcomes].map(([platform, days]) => runChart(platform, days));
  const body = markup`<header>
      <h1>${domain}</h1>
      <nav><a href="/docs">Documentation</a></nav>
      <button id="sign-out" data-session="/${domain}/auth${query}" data-next="/${domain}/sign-in${query}">Sign out</button>
    </header>
    <main>
      <h2>Runs</h2>
      ${filterForm(address, shown.repositories)}
      ${charts.length === 0 ? markup`<p class="soft">No run in this period.</p>` : charts}
      <h2>Queue and workers</h2>
      ${loadTable(shown.loads)}
      <h2>Latest runs</h2>
      ${runTable(shown.runs, query)}
      <h2>Latest failures</h2>
      ${failureTable(shown.failures, query)}
      ${shown.preflights === undefined ? [] : latestPreflights({ domain, region }, shown.preflights)}
    </main>`;
  return page({ title: `${domain} · SPCI`, body, style: pageStyle, script });
}
