import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { components } from '../../../generated/client.ts';
import { createClient } from '../../harness/client.ts';
import { complete, holdRun, storeOutput, type HeldRun } from '../../harness/held-run.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { failureOf, faultyFields } from '../../harness/refusals.ts';
import { makeSuite, type Suite } from '../../harness/suite.ts';
import { openWorld, sha256, type World } from '../../harness/world.ts';

type Report = components['schemas']['ReportedResult'];

let world: World;
let suite: Suite;
let held: HeldRun;

beforeAll(async () => {
  world = await openWorld();
  suite = await makeSuite(world, 2);
});

beforeEach(async () => {
  held = await holdRun(world, suite);
});

const idAt = (index: number): number => suite.tests[index]?.regression_test_id ?? 0;
const outputAt = (index: number): number => suite.tests[index]?.outputs[0]?.id ?? 0;
const silent = (index: number, more: Partial<Report> = {}): Report => ({
  ...{ regression_test_id: idAt(index), exit_code: 0, runtime_ms: 1, outputs: [] },
  ...more,
});

const report = async (...results: Report[]) =>
  held.lease.client.expect('recordResults', 200, { path: held.lease.path, body: { results } });
const refused = async (...results: Report[]) => {
  const input = { path: held.lease.path, body: { results } };
  const { code, details } = await held.lease.client.expect('recordResults', 422, input);
  expect(code).toBe('unprocessable');
  expect(await rows()).toMatchObject([{ status: 'not_started' }, { status: 'not_started' }]);
  return details;
};
const rows = async () => (await world.admin.expect('listRunSamples', 200, { path: { run_id: held.run_id } })).data;

describe('200', () => {
  test('a batch is judged at once and counted in the run', async () => {
    const output = await storeOutput(held.lease, outputAt(0), 'text');
    expect(await report(silent(0, { outputs: [output] }), silent(1, { exit_code: 2 }))).toEqual({
      ...{ accepted: 2, duplicates: 0, cancel_requested: false },
    });
    expect(await rows()).toMatchObject([
      { status: 'fail', outputs: [{ status: 'missing_expected', actual_sha256: output.sha256 }] },
      { status: 'missing_output', exit_code: 2 },
    ]);
    const run = await world.admin.expect('getRun', 200, { path: { run_id: held.run_id } });
    expect(run).toMatchObject({ status: 'running', reported_count: 2, fail_count: 1, missing_output_count: 1 });
  });

  test('4.4e: a repeat is counted as duplicates and changes nothing, not even by another content', async () => {
    await report(silent(0));
    const before = await rows();
    expect(await report(silent(0))).toMatchObject({ accepted: 0, duplicates: 1 });
    const other = await storeOutput(held.lease, outputAt(0), 'better');
    expect(await report(silent(0, { outputs: [other], exit_code: 9 }))).toMatchObject({ accepted: 0, duplicates: 1 });
    expect(await rows()).toEqual(before);
    expect(await report(silent(0), silent(1))).toMatchObject({ accepted: 1, duplicates: 1 });
  });

  test('ten equal batches at once are recorded once, with one event', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => report(silent(0), silent(1))));
    expect(answers.map(({ accepted }) => accepted).sort()).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 2]);
    const path = { run_id: held.run_id };
    const { data } = await world.admin.expect('listRunProgress', 200, { path, query: { status: 'testing' } });
    expect(data).toMatchObject([{ step: 2, attempt: 1 }]);
  });
});

describe('422 records nothing of the batch', () => {
  test('a test that the run did not plan', async () => {
    const unplanned = (await makeSuite(world)).tests[0]?.regression_test_id ?? 0;
    const details = await refused(silent(0), { ...silent(1), regression_test_id: unplanned });
    expect(details).toMatchObject({ unplanned_ids: [unplanned] });
  });

  test('an output that the test does not declare', async () => {
    const output = await storeOutput(held.lease, outputAt(1), 'text');
    expect(await refused(silent(1), silent(0, { outputs: [output] }))).toMatchObject({
      undeclared_ids: [outputAt(1)],
    });
  });

  test('bytes that were not stored', async () => {
    const output = { output_id: outputAt(0), sha256: sha256(`never stored ${held.run_id}`), size_bytes: 4 };
    expect(await refused(silent(1), silent(0, { outputs: [output] }))).toMatchObject({ sha256: output.sha256 });
  });

  test('bytes of another size', async () => {
    const output = await storeOutput(held.lease, outputAt(0), 'text');
    await refused(silent(1), silent(0, { outputs: [{ ...output, size_bytes: 5 }] }));
  });

  test('a test, or an output, that is reported twice', async () => {
    await refused(silent(0), silent(0, { exit_code: 1 }));
    const output = await storeOutput(held.lease, outputAt(0), 'text');
    const other = await storeOutput(held.lease, outputAt(0), 'other');
    await refused(silent(1), silent(0, { outputs: [output, other] }));
  });

  test('no exit code without a reason to skip, and a reason with an exit code', async () => {
    await refused(silent(1), silent(0, { exit_code: null }));
    await refused(silent(1), silent(0, { skip_reason: 'but it ran' }));
  });
});

describe('400, 413 and 415', () => {
  test.each([
    ['{"results":[]}', 'body.results'],
    ['{"results":[{"exit_code":0,"runtime_ms":1,"outputs":[]}]}', 'body.results[0].regression_test_id'],
    ['{"results":[{"regression_test_id":1,"exit_code":0,"runtime_ms":-1,"outputs":[]}]}', 'body.results[0].runtime_ms'],
    ['{"results":[{"regression_test_id":1,"exit_code":-2,"runtime_ms":1,"outputs":[]}]}', 'body.results[0].exit_code'],
  ])('%s', async (raw, field) => {
    const answer = await callLoosely(held.lease.client, 'recordResults', { path: { ...held.lease.path }, raw });
    expect(faultyFields(answer)).toEqual([field]);
  });

  test('too large, and of another type', async () => {
    const path = { ...held.lease.path };
    const raw = ' '.repeat(4_194_305);
    failureOf(await callLoosely(held.lease.client, 'recordResults', { path, raw }), 413);
    const headers = { 'Content-Type': 'application/octet-stream' };
    failureOf(await callLoosely(held.lease.client, 'recordResults', { path, raw: '{}', headers }), 415);
  });
});

describe('401 and 409', () => {
  test('4.4d: needs the token of this very lease', async () => {
    const input = { path: held.lease.path, body: { results: [silent(0)] } };
    const other = await holdRun(world, suite);
    for (const client of [world.anonymous, world.admin, held.worker, other.lease.client, createClient(world.url, 'x')])
      await client.expect('recordResults', 401, input);
    expect(await rows()).toMatchObject([{ status: 'not_started' }, { status: 'not_started' }]);
  });

  test('after the lease has ended nothing is recorded', async () => {
    await complete(held.lease);
    const input = { path: held.lease.path, body: { results: [silent(0)] } };
    const { code } = await held.lease.client.expect('recordResults', 409, input);
    expect(code).toBe('lease_lost');
    const run = await world.admin.expect('getRun', 200, { path: { run_id: held.run_id } });
    expect(run).toMatchObject({ status: 'error', reported_count: 0 });
  });
});
