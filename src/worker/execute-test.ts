import { chmod, lstat, mkdir, mkdtemp, symlink } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import {
  collectFile,
  collectOutputs,
  DEFAULT_OUTPUT_LIMITS,
  refusedOutput,
  type CollectedOutput,
  type DeclaredOutput,
  type OutputLimits,
} from './collect-outputs.ts';
import { commandLineOf } from './command-line.ts';
import { isPlainFilename } from './plain-filename.ts';
import { assertReadableByAnyUser } from './reachability.ts';
import { removeTree } from './remove-tree.ts';
import { runSandboxed, type SandboxedResult } from './sandbox.ts';
import { DEFAULT_SANDBOX_LIMITS, type SandboxLevel, type SandboxLimits } from './sandbox-level.ts';

export type ExecutionLimits = SandboxLimits & OutputLimits;

export const DEFAULT_EXECUTION_LIMITS: ExecutionLimits = { ...DEFAULT_SANDBOX_LIMITS, ...DEFAULT_OUTPUT_LIMITS };

export type TestExecution = {
  sandbox: SandboxLevel;
  build: {
    /** The build's one file, stored under the name of its entry point; executable unless Node runs it. */
    path: string;
    entryPoint: string;
    /** Null is the default template. */
    arguments: string | null;
  };
  test: {
    regression_test_id: number;
    command: string;
    input_type: 'file' | 'stdin';
    output_type: 'file' | 'stdout' | 'null';
    timeout_ms: number;
    outputs: DeclaredOutput[];
  };
  samplePath: string;
  /** How the test sees the sample, since a tool may print it: `../sample/<sampleName>`. Default: the name of the file. */
  sampleName?: string;
  workRoot: string;
  limits: ExecutionLimits;
  /** Takes each line of standard error while the test runs. */
  log: (line: string) => void;
  signal: AbortSignal;
};

export type ExecutedTest = SandboxedResult & {
  regression_test_id: number;
  outputs: CollectedOutput[];
  stdout: { path: string; size_bytes: number };
  /** Removes everything the test wrote, collected outputs included. */
  dispose: () => Promise<void>;
};

/** The file name that stands for standard output among the outputs of a test. */
const STDOUT_FILENAME = 'stdout';

/**
 * Runs one regression test in a directory of its own, which stays until `dispose`. Rejects, and leaves nothing, with
 * CommandLineError when there is no command line to run, SandboxError when this machine cannot run it, and the reason
 * of the signal after an abort.
 */
export async function executeTest(execution: TestExecution): Promise<ExecutedTest> {
  const { test, build, limits, sandbox } = execution;
  const sampleName = sampleNameOf(execution);
  const argv = commandLineOf({
    entryPoint: build.path,
    arguments: build.arguments,
    command: test.command,
    sample: test.input_type === 'stdin' ? null : `../sample/${sampleName}`,
    output: test.output_type === 'file' ? outputWord(test.outputs) : null,
  });
  if (sandbox.identity === 'own_user') await assertReachable(execution);
  const directories = await makeDirectories(execution, sampleName);
  const dispose = () => removeTree(directories.top);
  try {
    const result = await runSandboxed(
      {
        sandbox,
        argv,
        cwd: directories.work,
        neededPaths: [directories.top, build.path, execution.samplePath],
        ...(test.input_type === 'stdin' && { stdinFile: execution.samplePath }),
        stdoutFile: directories.stdout,
        stderr: execution.log,
        timeoutMs: test.timeout_ms,
        limits,
      },
      execution.signal,
    );
    const { size } = await lstat(directories.stdout);
    return {
      regression_test_id: test.regression_test_id,
      ...result,
      outputs: await outputsOf(test, directories, result.stdout_truncated, limits),
      stdout: { path: directories.stdout, size_bytes: size },
      dispose,
    };
  } catch (error) {
    await dispose();
    throw error;
  }
}

function sampleNameOf({ sampleName, samplePath }: TestExecution): string {
  return sampleName !== undefined && isPlainFilename(sampleName) ? sampleName : basename(samplePath);
}

/** Relative to the work directory, so that what a tool prints is the same on every machine. */
function outputWord(outputs: DeclaredOutput[]): string | null {
  const filename = outputs.find((output) => output.filename !== STDOUT_FILENAME)?.filename;
  if (filename === undefined) return null;
  return filename.startsWith('-') ? `./${filename}` : filename;
}

async function assertReachable({ build, samplePath }: TestExecution): Promise<void> {
  await assertReadableByAnyUser(build.path);
  await assertReadableByAnyUser(samplePath);
}

type TestDirectories = { top: string; work: string; stdout: string };

/** Only `work` is the test's to write; beside it a hostile test could not replace what the worker trusts. */
async function makeDirectories({ workRoot, samplePath }: TestExecution, sampleName: string): Promise<TestDirectories> {
  const top = await mkdtemp(join(workRoot, 'test-'));
  const work = join(top, 'work');
  const sample = join(top, 'sample');
  await mkdir(work);
  await mkdir(sample);
  await symlink(resolve(samplePath), join(sample, sampleName));
  for (const directory of [top, work, sample]) await chmod(directory, 0o755);
  return { top, work, stdout: join(top, 'stdout') };
}

async function outputsOf(
  { outputs, output_type }: TestExecution['test'],
  { work, stdout }: TestDirectories,
  stdoutTruncated: boolean,
  limits: OutputLimits,
): Promise<CollectedOutput[]> {
  const isStdout = (output: DeclaredOutput, index: number) =>
    output.filename === STDOUT_FILENAME || (output_type === 'stdout' && index === 0);
  const fromStdout: CollectedOutput[] = [];
  for (const output of outputs.filter(isStdout)) {
    const found = stdoutTruncated ? 'too_large' : await collectFile(stdout, output, limits);
    if (found !== undefined) fromStdout.push(typeof found === 'string' ? refusedOutput(output, found) : found);
  }
  const files = outputs.filter((output, index) => !isStdout(output, index));
  return [...fromStdout, ...(await collectOutputs(work, files, limits))];
}
