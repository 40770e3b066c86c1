import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { OpenDatabase } from '../../db/open-database.ts';
import { openMigrated } from '../../testing/migrated-database.ts';
import { insertRun, insertTenant, insertTest, planTest, type Tenant } from '../../testing/run-fixture.ts';
import {
  countMatchingRuns,
  countRunEvents,
  findRun,
  listMatchingRuns,
  listPlannedTestIds,
  listRunEvents,
  type RunFilters,
  type RunSort,
} from './run-reads.queries.ts';
import type { RunRow } from './runs.table.ts';

const commit = 'abcdef0123456789abcdef0123456789abcdef01';
let opened: OpenDatabase;
let tenant: Tenant;
let foreign: RunRow;
let passed: RunRow;
let queued: RunRow;

beforeAll(async () => {
  opened = await openMigrated();
  tenant = await insertTenant(opened.db, 'own');
  foreign = await insertRun(opened.db, await insertTenant(opened.db, 'foreign'), { commit_sha: commit });
  const pass = { status: 'pass', ended: 'completed', reported_count: 1, pass_count: 1, duration_ms: 9 } as const;
  passed = await insertRun(opened.db, tenant, { ...pass, branch: 'main', commit_sha: commit });
  queued = await insertRun(opened.db, tenant, { branch: 'next', platform: 'windows', pr_number: 17 });
  await createdAt(passed, '2026-11-01T10:00:00.123456Z');
  await createdAt(queued, '2026-11-02T10:00:00Z');
});
afterAll(() => opened.close());

async function createdAt(run: RunRow, moment: string): Promise<void> {
  await sql`update runs set created_at = ${moment} where id = ${run.id}`.execute(opened.db);
}

async function idsOf(
  filters: RunFilters,
  sort: RunSort = 'run_id',
  page = { limit: 10, offset: 0 },
): Promise<number[]> {
  const total = await countMatchingRuns(opened.db, tenant.domain_id, filters);
  const runs = await listMatchingRuns(opened.db, tenant.domain_id, filters, { sort, ...page }, total);
  return runs.map((run) => run.id);
}

describe('a run', () => {
  test('is found with the name of its repository', async () => {
    const run = await findRun(opened.db, tenant.domain_id, passed.id);
    expect(run).toMatchObject({ id: passed.id, repository: 'Video/Extractor', duration_ms: 9 });
    expect(run?.required_types).toEqual(['in:file', 'out:file']);
    expect(run?.created_at).toBe('2026-11-01T10:00:00.123Z');
  });

  test('of another domain is not found', async () => {
    expect(await findRun(opened.db, tenant.domain_id, foreign.id)).toBeUndefined();
  });
});

describe('the list of runs', () => {
  test('holds the runs of the domain only', async () => {
    expect(await idsOf({})).toEqual([passed.id, queued.id]);
  });

  test.each<[RunFilters, 'passed' | 'queued' | 'none']>([
    [{ status: 'pass' }, 'passed'],
    [{ status: 'queued' }, 'queued'],
    [{ status: 'fail' }, 'none'],
    [{ branch: 'next' }, 'queued'],
    [{ branch: 'nex' }, 'none'],
    [{ commit_sha: commit.toUpperCase() }, 'passed'],
    [{ repository: 'video/EXTRACTOR', status: 'pass' }, 'passed'],
    [{ repository: 'video/other' }, 'none'],
    [{ platform: 'windows' }, 'queued'],
    [{ created_after: '2026-11-02T10:00:00.000Z' }, 'queued'],
    [{ created_before: '2026-11-02T09:59:59.999Z' }, 'passed'],
    [{ status: 'pass', branch: 'next' }, 'none'],
  ])('is filtered by %j', async (filters, expected) => {
    const ids = { passed: [passed.id], queued: [queued.id], none: [] }[expected];
    expect(await idsOf(filters)).toEqual(ids);
    expect(await countMatchingRuns(opened.db, tenant.domain_id, filters)).toBe(ids.length);
  });

  test('includes a run whose shown moment of creation is either bound', async () => {
    const shown = '2026-11-01T10:00:00.123Z';
    expect(await idsOf({ created_after: shown, created_before: shown })).toEqual([passed.id]);
  });

  test('comes in the order asked for', async () => {
    expect(await idsOf({}, 'created_at')).toEqual([passed.id, queued.id]);
    expect(await idsOf({}, '-created_at')).toEqual([queued.id, passed.id]);
    expect(await idsOf({}, '-run_id')).toEqual([queued.id, passed.id]);
  });

  test('breaks ties by id, in the direction of the order', async () => {
    const twins = [];
    for (let count = 0; count < 4; count += 1) twins.push(await insertRun(opened.db, tenant, { branch: 'twins' }));
    const [first, second, third, fourth] = twins.map((twin) => twin.id);
    // Not in the order in which the rows lie in the table.
    for (const id of [third, first, fourth, second])
      await sql`update runs set created_at = '2026-11-02T10:00:00Z' where id = ${id}`.execute(opened.db);
    // Nor in that of an index which happens to hold the ids in order.
    await sql`set enable_indexscan = off`.execute(opened.db);
    const twinsOnly = { branch: 'twins' };
    expect(await idsOf(twinsOnly, 'created_at')).toEqual([first, second, third, fourth]);
    expect(await idsOf(twinsOnly, '-created_at')).toEqual([fourth, third, second, first]);
    expect(await idsOf(twinsOnly, '-created_at', { limit: 1, offset: 1 })).toEqual([third]);
    expect(await countMatchingRuns(opened.db, tenant.domain_id, twinsOnly)).toBe(4);
    await sql`reset enable_indexscan`.execute(opened.db);
  });

  test.each<RunFilters>([{}, { branch: 'twins' }, { repository: 'video/extractor' }, { platform: 'linux' }])(
    'is the same in pages as at once, filtered by %j',
    async (filters) => {
      for (const sort of ['created_at', '-created_at', 'run_id', '-run_id'] as const) {
        const whole = await idsOf(filters, sort);
        expect(whole.length).toBeGreaterThan(3);
        for (const limit of [1, 2, 4]) {
          const pages: number[] = [];
          for (let offset = 0; offset <= whole.length; offset += limit)
            pages.push(...(await idsOf(filters, sort, { limit, offset })));
          expect(pages).toEqual(whole);
        }
      }
    },
  );
});

describe('the history of a run', () => {
  beforeAll(async () => {
    const event = { run_id: passed.id, message: 'happened', step: 0, attempt: 0 };
    for (const status of ['queued', 'testing', 'queued'] as const)
      await opened.db
        .insertInto('run_events')
        .values({ ...event, status })
        .execute();
    await opened.db
      .insertInto('run_events')
      .values({ ...event, run_id: queued.id, status: 'queued' })
      .execute();
  });
  const all = { limit: 10, offset: 0 };

  test('is told oldest first', async () => {
    const events = await listRunEvents(opened.db, passed.id, undefined, all);
    expect(events.map((event) => event.status)).toEqual(['queued', 'testing', 'queued']);
    expect(events.map((event) => event.id)).toEqual(events.map((event) => event.id).toSorted((a, b) => a - b));
    expect(await listRunEvents(opened.db, passed.id, undefined, { limit: 1, offset: 1 })).toEqual([events[1]]);
  });

  test('is filtered by what the run was doing', async () => {
    const events = await listRunEvents(opened.db, passed.id, 'testing', all);
    expect(events.map((event) => event.status)).toEqual(['testing']);
    expect(await countRunEvents(opened.db, tenant.domain_id, passed.id, 'queued')).toBe(2);
    expect(await countRunEvents(opened.db, tenant.domain_id, passed.id, 'error')).toBe(0);
  });

  test('is unknown for a run of another domain', async () => {
    expect(await countRunEvents(opened.db, tenant.domain_id, foreign.id, undefined)).toBeUndefined();
  });
});

test('planned tests are listed by id', async () => {
  const tests = [await insertTest(opened.db, tenant), await insertTest(opened.db, tenant)];
  for (const planned of tests.toReversed()) await planTest(opened.db, queued.id, tenant, planned);
  expect(await listPlannedTestIds(opened.db, queued.id)).toEqual(tests.map((planned) => planned.regression_test_id));
});
