import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { CommandLineError } from './command-line.ts';
import { DEFAULT_EXECUTION_LIMITS, executeTest, type TestExecution } from './execute-test.ts';
import { levelsOfThisMachine, makeTrialRoot } from './sandbox-trial.ts';

const root = await makeTrialRoot();
const levels = await levelsOfThisMachine(root);

afterAll(() => rm(root, { recursive: true, force: true }));

/** Copies the sample in upper case to what follows -o, or else to standard output, and does what its first word says. */
const TOOL = `
const fs = require('node:fs');
const words = process.argv.slice(2);
const output = words.includes('-o') ? words[words.indexOf('-o') + 1] : undefined;
const sample = words.find((word) => word.startsWith('../sample/'));
const text = fs.readFileSync(sample ?? 0, 'utf8').toUpperCase();
console.error('words ' + JSON.stringify(words));
if (words[0] === 'fail') process.exit(4);
if (words[0] === 'link') fs.symlinkSync('/etc/passwd', output);
else if (output === undefined) process.stdout.write(text);
else { fs.writeFileSync(output, text); console.log('done'); }
if (words[0] === 'hang') setInterval(() => {}, 1000);
`;

type TestChanges = Partial<TestExecution['test']>;

async function prepared(changes: Partial<TestExecution>, testChanges: TestChanges) {
  const directory = await mkdtemp(join(root, 'execution-'));
  await chmod(directory, 0o755);
  const build = { path: join(directory, 'tool.cjs'), entryPoint: 'tool.cjs', arguments: null };
  const samplePath = join(directory, 'a'.repeat(64));
  await writeFile(build.path, TOOL);
  await writeFile(samplePath, 'captions');
  const workRoot = join(directory, 'work-root');
  await mkdir(workRoot);
  const lines: string[] = [];
  const execution: Omit<TestExecution, 'sandbox'> = {
    build,
    test: {
      regression_test_id: 7,
      command: 'run',
      input_type: 'file',
      output_type: 'file',
      timeout_ms: 25_000,
      outputs: [{ output_id: 1, filename: 'out.srt' }],
      ...testChanges,
    },
    samplePath,
    workRoot,
    limits: DEFAULT_EXECUTION_LIMITS,
    log: (line) => lines.push(line),
    signal: new AbortController().signal,
    ...changes,
  };
  return { execution, lines, workRoot };
}

describe.each(levels.map((level) => [`${level.name} as ${level.identity}`, level] as const))('%s', (_, sandbox) => {
  async function execute(testChanges: TestChanges = {}, changes: Partial<TestExecution> = {}) {
    const { execution, lines, workRoot } = await prepared(changes, testChanges);
    const executed = await executeTest({ ...execution, sandbox });
    const texts = await Promise.all(
      executed.outputs.map(async (output) => [
        output.output_id,
        'path' in output ? await readFile(output.path, 'utf8') : output.refused,
      ]),
    );
    return { executed, texts, words: wordsIn(lines), lines, workRoot };
  }

  test('a test with a file to write gives that file', async () => {
    const { executed, texts, words } = await execute({}, { sampleName: 'clip.m2ts' });
    expect(executed).toMatchObject({ regression_test_id: 7, exit_code: 0, timed_out: false });
    expect(words).toEqual(['run', '../sample/clip.m2ts', '-o', 'out.srt']);
    expect(texts).toEqual([[1, 'CAPTIONS']]);
  });

  test('a test with the sample on standard input is not told its name', async () => {
    const { texts, words } = await execute({ input_type: 'stdin' });
    expect(words).toEqual(['run', '-o', 'out.srt']);
    expect(texts).toEqual([[1, 'CAPTIONS']]);
  });

  test('what a test writes to standard output is its first output when that is its type', async () => {
    const { texts, words } = await execute({
      output_type: 'stdout',
      outputs: [
        { output_id: 1, filename: 'any-name.srt' },
        { output_id: 2, filename: 'not-made.srt' },
      ],
    });
    expect(words).toEqual(['run', `../sample/${'a'.repeat(64)}`]);
    expect(texts).toEqual([[1, 'CAPTIONS']]);
  });

  test('the file name stdout stands for standard output, and the file to write is the other one', async () => {
    const { texts, words } = await execute({
      outputs: [
        { output_id: 1, filename: 'stdout' },
        { output_id: 2, filename: 'out.srt' },
      ],
    });
    expect(words.slice(-2)).toEqual(['-o', 'out.srt']);
    expect(texts).toEqual([
      [1, 'done\n'],
      [2, 'CAPTIONS'],
    ]);
  });

  test('a test that writes nothing gives its exit code, and its standard output is captured all the same', async () => {
    const { executed, words } = await execute({ output_type: 'null', outputs: [] });
    expect(words).not.toContain('-o');
    expect(executed).toMatchObject({ exit_code: 0, outputs: [], stdout: { size_bytes: 8 } });
    expect(await readFile(executed.stdout.path, 'utf8')).toBe('CAPTIONS');
  });

  test('an output that was not produced is absent', async () => {
    const { executed } = await execute({ command: 'fail' });
    expect(executed).toMatchObject({ exit_code: 4, outputs: [] });
  });

  test('an output that is a link is refused with the reason', async () => {
    expect((await execute({ command: 'link' })).texts).toEqual([[1, 'symbolic_link']]);
  });

  test('standard output that was cut is refused as an output', async () => {
    const limits = { ...DEFAULT_EXECUTION_LIMITS, fileSizeBytes: 4 };
    expect((await execute({ output_type: 'stdout' }, { limits })).texts).toEqual([[1, 'too_large']]);
  });

  test('a test over its time has no exit code', async () => {
    const { executed } = await execute({ command: 'hang', timeout_ms: 500 });
    expect(executed).toMatchObject({ exit_code: null, timed_out: true });
  });

  test('a test that is aborted leaves nothing', async () => {
    const controller = new AbortController();
    const reason = new Error('lease lost');
    const log = () => controller.abort(reason);
    const { execution, workRoot } = await prepared({ signal: controller.signal, log }, { command: 'hang' });
    await expect(executeTest({ ...execution, sandbox })).rejects.toBe(reason);
    expect(await readdir(workRoot)).toEqual([]);
  });

  test('each test has a fresh directory, which goes when it is disposed of', async () => {
    const { executed, workRoot } = await execute();
    expect(await readdir(join(executed.stdout.path, '..', 'work'))).toEqual(['out.srt']);
    await executed.dispose();
    expect(await readdir(workRoot)).toEqual([]);
  });

  test('a command line that cannot be made is an error and leaves nothing', async () => {
    const { execution, workRoot } = await prepared({}, { command: "'open" });
    await expect(executeTest({ ...execution, sandbox })).rejects.toThrow(CommandLineError);
    expect(await readdir(workRoot)).toEqual([]);
  });

  test('a build that is not a script is executed itself', async () => {
    const { execution, lines } = await prepared({}, { outputs: [] });
    const path = join(execution.workRoot, '..', 'tool');
    await writeFile(path, '#!/bin/sh\necho "$0" >&2\n');
    await chmod(path, 0o755);
    const build = { path, entryPoint: 'tool', arguments: null };
    expect(await executeTest({ ...execution, build, sandbox })).toMatchObject({ exit_code: 0 });
    expect(lines).toEqual([path]);
  });

  if (sandbox.identity === 'own_user') {
    test('a sample that the test could not read is an error of the worker and no result of the test', async () => {
      const { execution, workRoot } = await prepared({}, {});
      await chmod(execution.samplePath, 0o600);
      await expect(executeTest({ ...execution, sandbox })).rejects.toMatchObject({ name: 'SandboxError' });
      expect(await readdir(workRoot)).toEqual([]);
    });
  }
});

function wordsIn(lines: string[]): string[] {
  const line = lines.find((candidate) => candidate.startsWith('words '));
  const words: string[] = JSON.parse(line?.slice('words '.length) ?? '[]');
  return words;
}
