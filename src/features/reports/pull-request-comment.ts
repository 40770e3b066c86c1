import type { ComparisonVerdict } from '../results/comparison-verdict.ts';
import type { RunComparison } from '../results/run-comparison.ts';
import { headlineOf } from './commit-status.ts';
import type { ReportedRun, TestName } from './reported-runs.queries.ts';

/** The latest run of a platform, and what it is compared with. */
export interface PlatformReport {
  readonly run: ReportedRun;
  readonly main: RunComparison;
  readonly branchPoint: RunComparison;
  /** Of the tests that are broken in comparison with the main branch. */
  readonly names: ReadonlyMap<number, TestName>;
}

const columns: readonly (readonly [ComparisonVerdict, string])[] = [
  ['broken_here', 'Broken here'],
  ['fixed_here', 'Fixed here'],
  ['failing_differently', 'Failing differently'],
  ['failing_identically', 'Failing identically'],
  ['unchanged_pass', 'Passing as before'],
  ['not_judged', 'Not judged'],
  ['no_reference', 'No reference'],
];
const shownTextMax = 120;

/** In the first line of the comment; one comment for each domain that runs the repository. */
export const markerOf = (domain: string): string => `<!-- spci:${domain} -->`;

/** A code span that holds the text whatever is in it: nothing in it is a link, a mention or markup. */
export function codeSpan(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const shown = line.length > shownTextMax ? `${line.slice(0, shownTextMax - 1)}…` : line;
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? `${fence}${shown}${fence}` : `${fence} ${shown} ${fence}`;
}

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;

const shortCommit = (sha: string): string => codeSpan(sha.slice(0, 12));

function runLink({ id }: Pick<ReportedRun, 'id'>, publicUrl: string | undefined): string {
  return publicUrl === undefined ? `run ${id}` : `[run ${id}](${publicUrl}/api/v1/runs/${id})`;
}

function comparisonRow(name: string, { reference, counts }: RunComparison, publicUrl: string | undefined): string {
  if (reference === undefined) return row([`${name}: no completed run`, ...columns.map(() => '')]);
  const title = `${name}: ${runLink(reference, publicUrl)} of ${shortCommit(reference.commit_sha)}`;
  return row([title, ...columns.map(([verdict]) => counts.get(verdict) ?? 0)]);
}

function brokenTests({ main, names }: PlatformReport): string[] {
  const { tests, counts } = main;
  if (tests.length === 0) return [];
  const lines = tests.map(({ regression_test_id, status }) => {
    const name = names.get(regression_test_id);
    const what = name === undefined ? '' : `: ${codeSpan(name.command)} over ${codeSpan(name.sample_name)}`;
    return `- test ${regression_test_id}${what} (${status})`;
  });
  const more = (counts.get('broken_here') ?? 0) - tests.length;
  return ['', 'Broken here, compared with the main branch:', '', ...lines, ...(more > 0 ? [`- and ${more} more`] : [])];
}

function platformPart(report: PlatformReport, publicUrl: string | undefined): string[] {
  const { run, main, branchPoint } = report;
  if (run.ended !== 'completed') return [];
  return [
    '',
    `### ${run.platform}`,
    '',
    row(['Compared with', ...columns.map(([, title]) => title)]),
    row(['---', ...columns.map(() => '--:')]),
    comparisonRow('Main branch', main, publicUrl),
    ...(main.isSameAsOther ? [] : [comparisonRow('Branch point', branchPoint, publicUrl)]),
    ...brokenTests(report),
  ];
}

/** The whole comment, in GitHub's Markdown. */
export function commentOf(domain: string, reports: readonly PlatformReport[], publicUrl: string | undefined): string {
  return [
    markerOf(domain),
    '## Regression tests',
    '',
    row(['Platform', 'Commit', 'Result', 'Run']),
    row(['---', '---', '---', '---']),
    ...reports.map(({ run }) =>
      row([
        run.platform,
        shortCommit(run.commit_sha),
        `**${run.status}**: ${headlineOf(run)}`,
        runLink(run, publicUrl),
      ]),
    ),
    ...reports.flatMap((report) => platformPart(report, publicUrl)),
    '',
  ].join('\n');
}
