import type { AppContext } from '../../context.ts';
import { ForgeRefused, ForgeUnavailable } from '../../forge/forge-failures.ts';
import type { GithubApp } from '../../forge/github-app.ts';
import { compareRun } from '../results/run-comparison.ts';
import { commitStatusOf } from './commit-status.ts';
import { commentOf, markerOf, type PlatformReport } from './pull-request-comment.ts';
import { findReportedRun, listPullRequestRuns, listTestNames, type ReportedRun } from './reported-runs.queries.ts';
import { claimDueReport, deleteOldReports, updateReportPutOff, updateReportTold } from './reports.queries.ts';
import type { ForgeReportRow } from './reports.table.ts';

/** Longer than telling can take, with every request at its limit: whoever holds a report for longer is dead. */
const leaseMs = 120_000;
const lifeMs = 86_400_000;
const firstWaitMs = 15_000;
const waitMsMax = 3_600_000;
const shownTestsMax = 20;

type DeliveryContext = Pick<AppContext, 'db' | 'settings' | 'logger' | 'stopping'>;

/**
 * Tells GitHub how runs stand, on any number of replicas: a status for each run, a comment for each pull request. What is
 * told is read when it is told, and one process at a time tells of one subject, so the last that was told is the last that
 * was true. Who dies on the way leaves what somebody else tells again.
 */
export async function deliverReports(context: DeliveryContext, app: GithubApp): Promise<void> {
  const { db, stopping } = context;
  while (!stopping.aborted) {
    const report = await claimDueReport(db, { leaseMs, lifeMs });
    if (report === undefined) return;
    await attempt(context, app, report);
  }
}

/** What was told, and what has been given up, after a day. */
export async function sweepReports({ db }: Pick<AppContext, 'db'>): Promise<void> {
  await deleteOldReports(db, lifeMs);
}

async function attempt(context: DeliveryContext, app: GithubApp, report: ForgeReportRow): Promise<void> {
  const { db, logger } = context;
  const facts = { run_id: report.run_id, pr_number: report.pr_number, attempts: report.attempts };
  try {
    await (report.run_id === null ? tellPullRequest(context, app, report) : tellRun(context, app, report.run_id));
  } catch (failure) {
    if (failure instanceof ForgeUnavailable) {
      const waitMs = failure.waitMs ?? Math.min(waitMsMax, firstWaitMs * 2 ** (report.attempts - 1));
      logger.warn({ ...facts, wait_ms: waitMs }, `${failure.message} It is told again later.`);
      return updateReportPutOff(db, report, Math.min(waitMsMax, waitMs));
    }
    if (!(failure instanceof ForgeRefused)) throw failure;
    logger.warn(facts, `${failure.message} It is not told.`);
  }
  await updateReportTold(db, report);
}

async function tellRun({ db, settings, logger }: DeliveryContext, app: GithubApp, runId: number): Promise<void> {
  const run = await findReportedRun(db, runId);
  if (run === undefined) return;
  const status = commitStatusOf(run, settings.publicUrl);
  await (await app.installedIn(run.repository)).setCommitStatus(run.commit_sha, status);
  logger.info({ run_id: run.id, state: status.state, context: status.context }, 'commit status set');
}

/** The comment begins when a run has ended, and from then on follows what becomes of the runs. */
async function tellPullRequest(context: DeliveryContext, app: GithubApp, report: ForgeReportRow): Promise<void> {
  const { domain_id, repository_id, pr_number } = report;
  if (pr_number === null) return;
  const runs = await listPullRequestRuns(context.db, { domain_id, repository_id, pr_number });
  const [first] = runs;
  if (first === undefined) return;
  const reports = await Promise.all(runs.map((run) => platformReport(context, run)));
  await (
    await app.installedIn(first.repository)
  ).putComment(pr_number, {
    marker: markerOf(first.domain),
    body: commentOf(first.domain, reports, context.settings.publicUrl),
    mayBegin: runs.some(({ ended }) => ended !== null),
  });
  context.logger.info({ pr_number, run_ids: runs.map(({ id }) => id) }, 'comment written');
}

async function platformReport(context: DeliveryContext, run: ReportedRun): Promise<PlatformReport> {
  const page = { verdict: 'broken_here', limit: shownTestsMax, offset: 0 } as const;
  const main = await compareRun(context, run.domain_id, run.id, { against: 'main', ...page });
  const branchPoint = await compareRun(context, run.domain_id, run.id, { against: 'branch_point', ...page });
  const testIds = main.tests.map(({ regression_test_id }) => regression_test_id);
  const names = await listTestNames(context.db, run.id, testIds);
  return { run, main, branchPoint, names: new Map(names.map((name) => [name.regression_test_id, name])) };
}
