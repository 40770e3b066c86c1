import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { components } from '../../generated/client.ts';
import { answerOf } from '../../src/sdk/client.ts';
import { downloadToFile } from '../../src/sdk/transfer.ts';
import { claimRun, linkLease, type Claim, type LeaseLink, type ReportedResult } from '../../src/worker/server-link.ts';
import type { Version } from './builds.ts';
import type { DemoProof } from './demo-report.ts';
import { createRun, enrolWorker, getRun, listResults, uploadBuild, type Driver } from './driver.ts';

type RunSample = components['schemas']['RunSample'];
type PlannedTest = Claim['plan']['tests'][number];

/** Fetches what a test of another run produced and stores it under this lease. */
async function copyOutput(
  driver: Driver,
  link: LeaseLink,
  runId: number,
  result: RunSample,
  outputId: number,
  file: string,
): Promise<string> {
  const path = {
    run_id: runId,
    sample_id: result.sample_id ?? 0,
    regression_id: result.regression_test_id,
    output_id: outputId,
  };
  const address =
    '/api/v1/runs/{run_id}/samples/{sample_id}/regression-tests/{regression_id}/outputs/{output_id}/actual';
  const output = await answerOf(driver.client.GET(address, { params: { path } }));
  await downloadToFile(driver.client, output.download_url ?? '', file, output.sha256 ?? '');
  await link.putOutput(output.sha256 ?? '', file);
  return output.sha256 ?? '';
}

async function reportCopied(
  driver: Driver,
  link: LeaseLink,
  runId: number,
  result: RunSample,
  planned: PlannedTest,
): Promise<ReportedResult> {
  const directory = await mkdtemp(join(tmpdir(), 'spci-proof-'));
  const outputs: ReportedResult['outputs'] = [];
  for (const { output_id, filename } of planned.outputs) {
    const copied = result.outputs.find((output) => output.filename === filename && output.actual_sha256 !== null);
    if (copied === undefined) continue;
    const file = join(directory, String(output_id));
    const sha256 = await copyOutput(driver, link, runId, result, copied.output_id, file);
    const { size } = await stat(file);
    outputs.push({ output_id, sha256, size_bytes: size });
  }
  await rm(directory, { recursive: true });
  return { regression_test_id: planned.regression_test_id, exit_code: result.exit_code ?? 0, runtime_ms: 1, outputs };
}

/**
 * A worker that reports all planned tests but one, each with the outputs that passed in `model`, and then says that it
 * is done: the run must not pass. It runs on a platform of its own, so that the demo's worker leaves it alone.
 */
export async function proveUnreportedTest(
  driver: Driver,
  operator: Driver,
  version: Version,
  modelRunId: number,
): Promise<DemoProof> {
  const signal = new AbortController().signal;
  const token = await enrolWorker(operator, 'windows');
  await uploadBuild(driver, version, 'windows');
  const { run_id } = await createRun(driver, version, 'windows');
  const claim = await claimRun(driver.url, token, { platforms: ['windows'], sandbox: 'none', waitMs: 30_000 }, signal);
  if (claim === undefined || claim.run_id !== run_id) throw new Error('the run of the proof could not be claimed');
  const link = linkLease(driver.url, claim, signal);
  const results = await listResults(driver, modelRunId);
  for (const planned of claim.plan.tests.slice(0, -1)) {
    const model = results.find((result) => result.regression_test_id === planned.regression_test_id);
    if (model === undefined) throw new Error('the model run planned other tests');
    await link.recordResults([await reportCopied(driver, link, modelRunId, model, planned)]);
  }
  await link.complete({ outcome: 'completed' });
  const { status, planned_count, reported_count } = await getRun(driver, run_id);
  return { name: 'unreported_test', run_id, status, planned_count, reported_count };
}
