import type { components } from '../../generated/client.ts';
import type { Client } from './client.ts';
import { claimRun, enrolWorker, queueRun, reportResult, testIdsOf, type Lease, type Suite } from './suite.ts';
import { sha256, type World } from './world.ts';

type Schemas = components['schemas'];

export interface HeldRun {
  readonly run_id: number;
  readonly lease: Lease;
  readonly worker: Client;
}

/** A running run of the suite's tests alone, held by a worker that has reported nothing yet. */
export async function holdRun(
  world: World,
  suite: Suite,
  platform: Schemas['Platform'] = 'linux',
  more: Pick<Schemas['RunCreateRequest'], 'branch' | 'base_commit_sha' | 'pull_request'> = {},
): Promise<HeldRun> {
  const worker = await enrolWorker(world, [platform]);
  const { run_id } = await queueRun(world, suite, platform, { regression_test_ids: testIdsOf(suite), ...more });
  return { run_id, worker, lease: await claimRun(worker, run_id, [platform]) };
}

export async function complete(
  lease: Lease,
  outcome: Schemas['CompletionRequest']['outcome'] = 'completed',
  failure?: Schemas['CompletionFailure'],
) {
  const body = { outcome, ...(failure === undefined ? {} : { failure }) };
  return lease.client.expect('completeLease', 200, { path: lease.path, body });
}

/** Stores the bytes under the lease and gives them as a report names them. */
export async function storeOutput(
  lease: Lease,
  output_id: number,
  content: string | Uint8Array<ArrayBuffer>,
): Promise<Schemas['ReportedOutput']> {
  const digest = sha256(content);
  await lease.client.expect('putLeaseOutput', 200, { path: { ...lease.path, sha256: digest }, raw: content });
  return { output_id, sha256: digest, size_bytes: Buffer.byteLength(content) };
}

/** Ends a new run whose only test produced these bytes; null produces nothing. */
export async function runOnce(
  world: World,
  suite: Suite,
  content: string | Uint8Array<ArrayBuffer> | null,
  exit_code = 0,
  platform: Schemas['Platform'] = 'linux',
): Promise<Schemas['Run']> {
  const { run_id, lease } = await holdRun(world, suite, platform);
  const [test] = suite.tests;
  const output_id = test?.outputs[0]?.id ?? 0;
  const outputs = content === null ? [] : [await storeOutput(lease, output_id, content)];
  const results = [{ regression_test_id: test?.regression_test_id ?? 0, exit_code, runtime_ms: 5, outputs }];
  await lease.client.expect('recordResults', 200, { path: lease.path, body: { results } });
  await complete(lease);
  return world.admin.expect('getRun', 200, { path: { run_id } });
}

/** Ends a new run of the suite's tests alone, each of which produced this text. */
export async function runSuite(world: World, suite: Suite, content: string): Promise<Schemas['Run']> {
  const { run_id, lease } = await holdRun(world, suite);
  for (const test of suite.tests) await reportResult(lease, test, content);
  await complete(lease);
  return world.admin.expect('getRun', 200, { path: { run_id } });
}

/** Every output of the suite, as an approval names it. */
export function approvalItems(suite: Suite): Schemas['ApprovalItemRequest'][] {
  return suite.tests.flatMap(({ regression_test_id, outputs }) =>
    outputs.map(({ id }) => ({ regression_test_id, output_id: id })),
  );
}

/** Makes what the run produced the baselines of the suite. */
export async function approveRun({ admin }: Pick<World, 'admin'>, suite: Suite, run_id: number) {
  return admin.expect('approveBaselines', 201, { path: { run_id }, body: { outputs: approvalItems(suite) } });
}

export interface OutputPath {
  readonly run_id: number;
  readonly sample_id: number;
  readonly regression_id: number;
  readonly output_id: number;
}

/** Address of the first output of the suite's first test in a run. */
export function outputPath({ sample, tests: [test] }: Suite, run_id: number): OutputPath {
  return {
    run_id,
    sample_id: sample.sample_id,
    regression_id: test?.regression_test_id ?? 0,
    output_id: test?.outputs[0]?.id ?? 0,
  };
}
