import { rename, writeFile } from 'node:fs/promises';
import type { components } from '../../generated/client.ts';
import type { Version } from './builds.ts';
import type { DemoReport, DemoResult, DemoRun, RunStatus } from './demo-report.ts';

type RunSample = components['schemas']['RunSample'];
type Run = components['schemas']['Run'];

function resultOf(result: RunSample): DemoResult {
  const { regression_test_id, sample_name, status, exit_code, expected_rc } = result;
  const outputs = result.outputs.map(
    ({ output_id, filename, status, class: difference, expected_sha256, actual_sha256 }) => ({
      output_id,
      filename,
      status,
      class: difference,
      expected_sha256,
      actual_sha256,
    }),
  );
  return { regression_test_id, sample: sample_name, status, exit_code, expected_rc, outputs };
}

export function reportedRun(
  version: Version,
  firstStatus: RunStatus,
  run: Run,
  results: readonly RunSample[],
): DemoRun {
  return {
    version,
    run_id: run.run_id,
    commit_sha: run.commit_sha,
    platform: run.platform,
    first_status: firstStatus,
    status: run.status,
    attempts: run.attempt,
    planned_count: run.planned_count,
    pass_count: run.pass_count,
    fail_count: run.fail_count,
    missing_output_count: run.missing_output_count,
    results: results.map(resultOf),
  };
}

/** Complete or absent: written under another name and renamed. */
export async function writeReport(file: string, report: DemoReport): Promise<void> {
  const temporary = `${file}.${process.pid}`;
  await writeFile(temporary, `${JSON.stringify(report, null, 2)}\n`);
  await rename(temporary, file);
}
