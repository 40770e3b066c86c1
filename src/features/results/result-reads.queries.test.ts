import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { OpenDatabase } from '../../db/open-database.ts';
import { openMigrated } from '../../testing/migrated-database.ts';
import {
  digest,
  insertResult,
  insertRun,
  insertTenant,
  insertTest,
  planTest,
  type Tenant,
  type TestPlace,
} from '../../testing/run-fixture.ts';
import {
  countPlannedTests,
  findPlannedTestResult,
  listPlannedTestResults,
  type PlannedTestFilters,
} from './result-reads.queries.ts';
import { runSampleView } from './results.view.ts';

let opened: OpenDatabase;
let tenant: Tenant;
let runId: number;
let failed: TestPlace;
let skipped: TestPlace;
let unreported: TestPlace;

beforeAll(async () => {
  opened = await openMigrated();
  const { db } = opened;
  tenant = await insertTenant(db, 'own');
  runId = (await insertRun(db, tenant, { status: 'running', planned_count: 3 })).id;
  failed = await insertTest(db, tenant);
  skipped = await insertTest(db, tenant);
  unreported = await insertTest(db, tenant);
  await planTest(db, runId, tenant, unreported, { sample_name: 'Roll_Up 100%.ts', baseline_sha256: digest('e') });
  await planTest(db, runId, tenant, skipped);
  await planTest(db, runId, tenant, failed, { baseline_sha256: digest('e') });
  const output = { sha256: digest('a'), size_bytes: 3, status: 'fail', class: 'time_shift' } as const;
  await insertResult(db, runId, failed, { status: 'fail', exit_code: 3, attempt: 2 }, output);
  const skip = { status: 'skipped', exit_code: null, skip_reason: 'no sandbox', runtime_ms: 0 } as const;
  await insertResult(db, runId, skipped, skip);
});
afterAll(() => opened.close());

const all = { limit: 10, offset: 0 };

async function testsOf(filters: PlannedTestFilters, page = all): Promise<number[]> {
  const tests = await listPlannedTestResults(opened.db, runId, filters, page);
  return tests.map((planned) => planned.regression_test_id);
}

describe('the results of a run', () => {
  test('hold every planned test, by id, whether it was reported or not', async () => {
    const ids = [failed, skipped, unreported].map((place) => place.regression_test_id);
    expect(await testsOf({})).toEqual(ids);
    expect(await testsOf({}, { limit: 1, offset: 1 })).toEqual([skipped.regression_test_id]);
    expect(await countPlannedTests(opened.db, tenant.domain_id, runId, {})).toBe(3);
  });

  test('show a reported test with its outputs', async () => {
    const [first] = await listPlannedTestResults(opened.db, runId, {}, all);
    expect(first && runSampleView(first)).toEqual({
      regression_test_id: failed.regression_test_id,
      sample_id: tenant.sample_id,
      sample_name: 'Pop-On.m2ts',
      categories: [],
      command: '--format srt',
      status: 'fail',
      runtime_ms: 412,
      exit_code: 3,
      expected_rc: 0,
      timed_out: false,
      skip_reason: null,
      attempt: 2,
      outputs: [
        {
          output_id: failed.output_id,
          filename: 'captions.srt',
          status: 'fail',
          class: 'time_shift',
          ignore: false,
          expected_sha256: digest('e'),
          actual_sha256: digest('a'),
        },
      ],
    });
  });

  test('say nothing of the outputs of a test that was skipped or has no result', async () => {
    const [, skip, open] = await listPlannedTestResults(opened.db, runId, {}, all);
    expect(skip && runSampleView(skip)).toMatchObject({ status: 'skipped', skip_reason: 'no sandbox', outputs: [] });
    expect(open && runSampleView(open)).toMatchObject({
      ...{ status: 'not_started', attempt: null, exit_code: null, runtime_ms: null, timed_out: false, outputs: [] },
    });
  });

  test('name the categories that a test has now, in order', async () => {
    for (const name of ['Teletext', 'captions', 'dvb']) {
      const { id } = await opened.db
        .insertInto('categories')
        .values({ domain_id: tenant.domain_id, name })
        .returning('id')
        .executeTakeFirstOrThrow();
      const assigned = { regression_test_id: skipped.regression_test_id, category_id: id };
      await opened.db.insertInto('regression_test_categories').values(assigned).execute();
    }
    const [, skip] = await listPlannedTestResults(opened.db, runId, {}, all);
    expect(skip?.categories).toEqual(['captions', 'dvb', 'Teletext']);
    expect(await testsOf({ category: 'TELETEXT' })).toEqual([skipped.regression_test_id]);
    expect(await testsOf({ category: 'tele' })).toEqual([]);
  });

  test.each<[PlannedTestFilters, () => TestPlace[]]>([
    [{ status: 'fail' }, () => [failed]],
    [{ status: 'skipped' }, () => [skipped]],
    [{ status: 'not_started' }, () => [unreported]],
    [{ status: 'running' }, () => []],
    [{ name: 'pop-ON' }, () => [failed, skipped]],
    [{ name: '100%' }, () => [unreported]],
    [{ name: 'Roll_' }, () => [unreported]],
    [{ name: '%' }, () => [unreported]],
    [{ name: 'Pop_On' }, () => []],
    [{ name: 'pop', status: 'fail' }, () => [failed]],
  ])('are filtered by %j', async (filters, expected) => {
    const ids = expected().map((place) => place.regression_test_id);
    expect(await testsOf(filters)).toEqual(ids);
    expect(await countPlannedTests(opened.db, tenant.domain_id, runId, filters)).toBe(ids.length);
  });

  test('are filtered by a tag of the sample, in any case', async () => {
    const { id: tag_id } = await opened.db
      .insertInto('tags')
      .values({ domain_id: tenant.domain_id, name: 'CEA-608' })
      .returning('id')
      .executeTakeFirstOrThrow();
    expect(await testsOf({ tag: 'cea-608' })).toEqual([]);
    await opened.db.insertInto('sample_tags').values({ sample_id: tenant.sample_id, tag_id }).execute();
    expect(await testsOf({ tag: 'cea-608' })).toHaveLength(3);
    expect(await testsOf({ tag: 'cea' })).toEqual([]);
  });
});

test('nothing of another domain is found', async () => {
  const foreign = await insertTenant(opened.db, 'foreign');
  const { regression_test_id } = failed;
  expect(await countPlannedTests(opened.db, foreign.domain_id, runId, {})).toBeUndefined();
  expect(await findPlannedTestResult(opened.db, foreign.domain_id, runId, regression_test_id)).toBeUndefined();
  const own = await findPlannedTestResult(opened.db, tenant.domain_id, runId, regression_test_id);
  expect(own).toMatchObject({ regression_test_id, status: 'fail' });
});

test('a test that the run did not plan has no result in it', async () => {
  const other = await insertTest(opened.db, tenant);
  expect(await findPlannedTestResult(opened.db, tenant.domain_id, runId, other.regression_test_id)).toBeUndefined();
});
