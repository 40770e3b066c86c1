import { beforeAll, describe, expect, test } from '@jest/globals';
import type { components } from '../../../generated/client.ts';
import type { CallInput } from '../../harness/client.ts';
import { makeFailedRun, type FailedRun } from '../../harness/failed-run.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { everyPage } from '../../harness/paging.ts';
import { expectSameNotFound, faultyFields } from '../../harness/refusals.ts';
import { queueRun, makeSuite } from '../../harness/suite.ts';
import { openWorld, type World } from '../../harness/world.ts';

let world: World;
let failed: FailedRun;

beforeAll(async () => {
  world = await openWorld();
  failed = await makeFailedRun(world);
});

type ErrorType = components['schemas']['ErrorType'];
type Query = CallInput<'listRunErrors'>['query'];

const list = async (query: Query = {}, run_id = failed.run_id) =>
  world.admin.expect('listRunErrors', 200, { path: { run_id }, query });

/** Place of the test in the run, kind of error. */
async function rowsOf(query: Query): Promise<[number, string][]> {
  const { data, pagination } = await list(query);
  expect(pagination.total).toBe(data.length);
  return data.map(({ regression_id, type }) => [
    failed.tests.findIndex(({ regression_test_id }) => regression_test_id === regression_id),
    type,
  ]);
}

describe('200', () => {
  test('tells everything that speaks against a result, by test and output, and nothing else', async () => {
    expect(await rowsOf({})).toEqual([
      [1, 'diff_mismatch'],
      [2, 'exit_code_mismatch'],
      [2, 'missing_output'],
      [3, 'test_failure'],
      [4, 'exit_code_mismatch'],
      [7, 'missing_expected'],
    ]);
  });

  test('as many as the run’s summary counts', async () => {
    const path = { run_id: failed.run_id };
    const { error_count } = await world.admin.expect('getRunSummary', 200, { path });
    expect((await list()).pagination.total).toBe(error_count);
  });

  test('an error of an output names it, and how it differs', async () => {
    const [test] = failed.tests.slice(1);
    const { data } = await list({ type: 'diff_mismatch' });
    const output_id = test?.outputs[0]?.id;
    expect(data).toEqual([
      {
        error_id: `err_${failed.run_id}_${test?.regression_test_id}_${output_id}`,
        run_id: failed.run_id,
        sample_id: test?.sample_id,
        regression_id: test?.regression_test_id,
        output_id,
        type: 'diff_mismatch',
        severity: 'warning',
        difference: 'lines_added',
        message: 'out.srt differs from what is approved',
        location: { file: 'out.srt', sample_name: 'sample.m2ts' },
        attempt: 1,
        occurred_at: expect.stringMatching(/Z$/),
      },
    ]);
  });

  test('an error of the command names no output', async () => {
    const { data } = await list({ type: 'exit_code_mismatch' });
    const [id, other] = [failed.tests[2], failed.tests[4]].map((test) => test?.regression_test_id);
    expect(data).toMatchObject([
      {
        ...{ error_id: `err_${failed.run_id}_${id}_rc`, output_id: null, difference: null, severity: 'error' },
        ...{ message: 'The command exited with 3; 0 was expected', location: { file: null } },
      },
      { error_id: `err_${failed.run_id}_${other}_rc`, message: 'The command exited with 1; 0 was expected' },
    ]);
  });

  test.each<[ErrorType, string[], string[]]>([
    ['missing_output', ['out.srt was not produced'], ['missing_actual']],
    ['missing_expected', ['Nothing is approved that new.srt could be compared with'], ['missing_expected']],
    ['test_failure', ['The command was stopped at its time limit; an exit with 0 was expected'], []],
  ])('%s says what happened', async (type, messages, differences) => {
    const { data } = await list({ type });
    expect(data.map(({ message }) => message)).toEqual(messages);
    expect(data.map(({ difference }) => difference).filter((difference) => difference !== null)).toEqual(differences);
  });

  test('ids are the same at every reading, and each error has its own', async () => {
    const ids = async () => (await list()).data.map(({ error_id }) => error_id);
    const first = await ids();
    expect(new Set(first).size).toBe(first.length);
    expect(await ids()).toEqual(first);
  });

  test('filters by severity and sample, together with the kind', async () => {
    expect(await rowsOf({ severity: 'warning' })).toEqual([
      [1, 'diff_mismatch'],
      [7, 'missing_expected'],
    ]);
    expect(await rowsOf({ severity: 'critical' })).toEqual([]);
    const sample_id = failed.tests[7]?.sample_id ?? 0;
    expect(await rowsOf({ sample_id })).toEqual([[7, 'missing_expected']]);
    expect(await rowsOf({ sample_id, type: 'diff_mismatch' })).toEqual([]);
  });

  test('pages join to the list', async () => {
    for (const limit of [1, 2, 4]) expect(await everyPage((page) => list(page), limit)).toEqual((await list()).data);
  });

  test('a run without results has no errors', async () => {
    const { run_id } = await queueRun(world, await makeSuite(world), 'windows');
    expect((await list({}, run_id)).data).toEqual([]);
  });
});

describe('400', () => {
  test.each([
    ['type', 'worker'],
    ['severity', 'fatal'],
    ['sample_id', '0'],
    ['limit', '101'],
    ['group_by', 'type'],
  ])('%s=%j', async (name, value) => {
    const path = { run_id: failed.run_id };
    expect(faultyFields(await callLoosely(world.admin, 'listRunErrors', { path, query: { [name]: value } }))).toEqual([
      `query.${name}`,
    ]);
  });
});

test('404: another domain’s run is like one that does not exist', async () => {
  const stranger = (await openWorld()).admin;
  const errors = (run_id: number) => stranger.call('listRunErrors', { path: { run_id } });
  expectSameNotFound(await errors(failed.run_id), await errors(2_147_483_647));
});

describeGuard(() => world, 'listRunErrors', { path: { run_id: 1 } }, { scope: 'results:read' });
