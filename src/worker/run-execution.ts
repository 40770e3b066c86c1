import { chmod, mkdir, mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandLineError } from './command-line.ts';
import { DEFAULT_EXECUTION_LIMITS, executeTest, type ExecutedTest } from './execute-test.ts';
import { digestOfFile } from './file-digest.ts';
import type { LogSender } from './log-sender.ts';
import { removeTree } from './remove-tree.ts';
import type { SampleCache } from './sample-cache.ts';
import type { SandboxLevel } from './sandbox-level.ts';
import type { LeaseLink, Plan, ReportedResult } from './server-link.ts';

type PlannedTest = Plan['tests'][number];

export interface RunTools {
  readonly link: LeaseLink;
  readonly log: LogSender;
  readonly samples: SampleCache;
  readonly sandbox: SandboxLevel;
  readonly workRoot: string;
  readonly signal: AbortSignal;
}

/** The build did not arrive as the plan says; nothing of the run can be executed. */
export class BuildDamaged extends Error {
  override readonly name = 'BuildDamaged';
}

/** Executes what remains of a run's plan, test by test, and reports each as soon as it has ended. */
export async function executePlan(tools: RunTools, plan: Plan): Promise<void> {
  await mkdir(tools.workRoot, { recursive: true, mode: 0o755 });
  const directory = await mkdtemp(join(tools.workRoot, 'run-'));
  await chmod(directory, 0o755);
  try {
    const build = await fetchBuild(tools, plan, directory);
    for (const test of plan.tests) {
      tools.signal.throwIfAborted();
      await tools.link.recordResults([await resultOf({ ...tools, workRoot: directory }, plan, build, test)]);
    }
  } finally {
    await removeTree(directory);
  }
}

async function fetchBuild({ link }: RunTools, { build }: Plan, directory: string): Promise<string> {
  const path = join(directory, build.entry_point);
  await link.fetchBuild(path);
  const { sha256 } = await digestOfFile(path);
  if (sha256 !== build.sha256) throw new BuildDamaged(`the build has digest ${sha256}, planned is ${build.sha256}`);
  await chmod(path, 0o755);
  return path;
}

function skipped(test: PlannedTest, reason: string): ReportedResult {
  return {
    regression_test_id: test.regression_test_id,
    exit_code: null,
    runtime_ms: 0,
    outputs: [],
    skip_reason: reason.slice(0, 255),
  };
}

async function resultOf(tools: RunTools, plan: Plan, build: string, test: PlannedTest): Promise<ReportedResult> {
  const { input_type, output_type } = test;
  if (input_type === 'udp' || !isOffered(output_type))
    return skipped(test, `this worker does not offer ${input_type} to ${output_type}`);
  const sample = await tools.samples.obtain(test.sample_sha256, (destination) =>
    tools.link.fetchSample(test.sample_sha256, destination),
  );
  try {
    return await executedResult(tools, plan, build, { ...test, input_type, output_type }, sample.path);
  } catch (error) {
    if (error instanceof CommandLineError) return skipped(test, error.message);
    throw error;
  } finally {
    sample.release();
  }
}

const offeredOutputs = ['file', 'stdout', 'null'] as const;
const isOffered = (type: string): type is (typeof offeredOutputs)[number] =>
  offeredOutputs.some((offered) => offered === type);

interface ExecutableTest extends PlannedTest {
  readonly input_type: 'file' | 'stdin';
  readonly output_type: (typeof offeredOutputs)[number];
}

async function executedResult(
  tools: RunTools,
  plan: Plan,
  build: string,
  test: ExecutableTest,
  samplePath: string,
): Promise<ReportedResult> {
  const { regression_test_id } = test;
  const executed = await executeTest({
    sandbox: tools.sandbox,
    build: { path: build, entryPoint: plan.build.entry_point, arguments: plan.build.arguments },
    test,
    samplePath,
    sampleName: test.sample_name,
    workRoot: tools.workRoot,
    limits: DEFAULT_EXECUTION_LIMITS,
    log: (message) => tools.log.write({ level: 'info', source: 'test_runner', message, regression_test_id }),
    signal: tools.signal,
  });
  try {
    return await reportOf(tools, test, executed);
  } finally {
    await executed.dispose();
  }
}

async function reportOf({ link, log }: RunTools, test: PlannedTest, executed: ExecutedTest): Promise<ReportedResult> {
  const { regression_test_id } = test;
  const outputs: ReportedResult['outputs'] = [];
  for (const output of executed.outputs) {
    if ('refused' in output) {
      const message = `output ${output.filename} was refused: ${output.refused}`;
      log.write({ level: 'error', source: 'worker', message, regression_test_id });
      continue;
    }
    const { output_id, sha256, size_bytes, path } = output;
    await link.putOutput(sha256, path);
    outputs.push({ output_id, sha256, size_bytes });
  }
  for (const message of interruptionsOf(test, executed))
    log.write({ level: 'error', source: 'worker', message, regression_test_id });
  return {
    regression_test_id,
    exit_code: executed.exit_code,
    runtime_ms: Math.round(executed.runtime_ms),
    outputs,
    timed_out: executed.timed_out,
  };
}

function interruptionsOf(test: PlannedTest, executed: ExecutedTest): string[] {
  return [
    ...(executed.timed_out ? [`stopped after ${test.timeout_ms} ms`] : []),
    ...(executed.work_limit_reached ? ['stopped: it wrote more than a test may'] : []),
    ...(executed.stdout_truncated ? ['standard output was cut at its limit'] : []),
  ];
}
