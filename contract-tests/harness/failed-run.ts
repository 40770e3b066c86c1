import type { components } from '../../generated/client.ts';
import { approveRun, complete, holdRun, runSuite, storeOutput } from './held-run.ts';
import { makeSuite, uploadSample, type Lease, type Suite } from './suite.ts';
import type { World } from './world.ts';

type Schemas = components['schemas'];
type Test = Schemas['RegressionTestDetail'];

export interface FailedRun {
  readonly run_id: number;
  /** Their results: as approved, other lines, nothing and exit code 3, a timeout, an exit with 1, skipped, unreported, unapproved. */
  readonly tests: readonly Test[];
}

/** The last test is over a sample of its own, and does not produce an output that it ignores. */
async function addUnapprovedTest({ admin }: World, { category }: Suite): Promise<Test> {
  const { sample_id } = await uploadSample({ admin });
  const body = { sample_id, command: '--new', categories: [category], active: true };
  const outputs = [{ expected_filename: 'new.srt' }, { expected_filename: 'notes.txt', ignore: true }];
  return admin.expect('createRegressionTest', 201, { body: { ...body, outputs } });
}

async function report(lease: Lease, test: Test | undefined, content: string | null, facts: object): Promise<void> {
  const stored = content === null ? [] : [await storeOutput(lease, test?.outputs[0]?.id ?? 0, content)];
  const result = { regression_test_id: test?.regression_test_id ?? 0, exit_code: 0, runtime_ms: 5, outputs: stored };
  await lease.client.expect('recordResults', 200, { path: lease.path, body: { results: [{ ...result, ...facts }] } });
}

/** A completed run whose results have every kind of error, and some that are none. */
export async function makeFailedRun(world: World): Promise<FailedRun> {
  const approved = await makeSuite(world, 7);
  await approveRun(world, approved, (await runSuite(world, approved, 'one\ntwo\n')).run_id);
  const tests = [...approved.tests, await addUnapprovedTest(world, approved)];
  const { run_id, lease } = await holdRun(world, { ...approved, tests });
  await report(lease, tests[0], 'one\ntwo\n', {});
  await report(lease, tests[1], 'one\ntwo\nthree\n', {});
  await report(lease, tests[2], null, { exit_code: 3 });
  await report(lease, tests[3], 'one\ntwo\n', { exit_code: 137, timed_out: true });
  await report(lease, tests[4], 'one\ntwo\n', { exit_code: 1 });
  await report(lease, tests[5], null, { exit_code: null, skip_reason: 'too large for this machine' });
  await report(lease, tests[7], 'new', {});
  await complete(lease);
  return { run_id, tests };
}
