import type { AppContext } from '../../context.ts';
import type { Authority, Platform } from '../../principal.ts';
import { readLatestJobs, type LatestJob } from '../preflight/shown-job.ts';
import {
  countRunsByDay,
  listLatestFailures,
  listLatestRuns,
  listPlatformLoads,
  listRepositoryNames,
  type DashboardFilters,
  type DayCount,
  type PlatformLoad,
  type ShownFailure,
  type ShownRun,
} from './dashboard.queries.ts';
import type { DayOutcome } from './run-chart.ts';

export interface Dashboard {
  /** One entry for each day, of each platform that has a run. */
  readonly outcomes: ReadonlyMap<Platform, readonly DayOutcome[]>;
  readonly runs: readonly ShownRun[];
  readonly failures: readonly ShownFailure[];
  readonly loads: readonly PlatformLoad[];
  readonly repositories: readonly string[];
  /** Undefined to whoever may not read results. */
  readonly preflights: readonly LatestJob[] | undefined;
}

const shownMax = 15;
const repositoriesMax = 200;
/** As long as a worker may be silent, it counts as live. */
const seenWithinMs = 60_000;
const dayMs = 86_400_000;

/** What a person sees first; a constant number of statements. */
export async function readDashboard(
  { db }: Pick<AppContext, 'db'>,
  { domainId, scopes }: Pick<Authority, 'domainId' | 'scopes'>,
  filters: DashboardFilters,
): Promise<Dashboard> {
  return {
    outcomes: outcomesOf(await countRunsByDay(db, domainId, filters), daysUntil(new Date(), filters.days)),
    runs: await listLatestRuns(db, domainId, filters, shownMax),
    failures: await listLatestFailures(db, domainId, filters, shownMax),
    loads: await listPlatformLoads(db, domainId, seenWithinMs),
    repositories: await listRepositoryNames(db, domainId, repositoriesMax),
    preflights: scopes.includes('results:read') ? await readLatestJobs({ db }, domainId, shownMax) : undefined,
  };
}

function daysUntil(today: Date, count: number): string[] {
  return Array.from({ length: count }, (_, index) =>
    new Date(today.getTime() - (count - 1 - index) * dayMs).toISOString().slice(0, 10),
  );
}

const kinds: Readonly<Record<string, 'pass' | 'fail'>> = {
  pass: 'pass',
  fail: 'fail',
  error: 'fail',
  incomplete: 'fail',
};

/** What has no verdict, being open or canceled, is neither passed nor failed. */
export function outcomesOf(
  counts: readonly DayCount[],
  days: readonly string[],
): ReadonlyMap<Platform, readonly DayOutcome[]> {
  const platforms = [...new Set(counts.map(({ platform }) => platform))].sort();
  return new Map(
    platforms.map((platform) => {
      const own = counts.filter((count) => count.platform === platform);
      const sum = (day: string, kind: 'pass' | 'fail' | 'other'): number =>
        own
          .filter((count) => count.day === day && (kinds[count.status] ?? 'other') === kind)
          .reduce((total, { count }) => total + count, 0);
      const outcomes = days.map((day) => ({
        ...{ day, pass: sum(day, 'pass'), fail: sum(day, 'fail'), other: sum(day, 'other') },
      }));
      return [platform, outcomes];
    }),
  );
}
