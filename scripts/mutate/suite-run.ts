import { readFile } from 'node:fs/promises';
import { runCLI } from 'jest';
import { suiteWatch, type TestWatch } from './suite-watch.ts';

interface Project {
  readonly displayName: string;
  readonly globalSetup?: string;
  readonly globalTeardown?: string;
}

export interface RedTest {
  readonly name: string;
  readonly message: string;
}

export interface FileRun {
  readonly green: readonly string[];
  readonly failed: readonly RedTest[];
}

const project = 'contract-embedded';

/** The project's own configuration, with a server that is there already. */
async function configuration(testTimeout: number): Promise<string> {
  const { jest } = JSON.parse(await readFile('package.json', 'utf8')) as { jest: { projects: Project[] } };
  const found = jest.projects.find(({ displayName }) => displayName === project);
  if (found === undefined) throw new Error(`package.json has no project ${project}`);
  const { globalSetup: _start, globalTeardown: _stop, ...kept } = found;
  return JSON.stringify({
    ...kept,
    rootDir: process.cwd(),
    testEnvironment: '<rootDir>/scripts/mutate/suite-environment.js',
    testTimeout,
    reporters: [],
  });
}

/** Runs the wanted tests of one file in this process, silently. A file that cannot be loaded counts as a red test. */
export async function runFile(file: string, watch: TestWatch, testTimeoutMs = 60_000): Promise<FileRun> {
  suiteWatch.current = watch;
  const words = {
    _: [file],
    $0: 'jest',
    config: await configuration(testTimeoutMs),
    runInBand: true,
    runTestsByPath: true,
    silent: true,
  };
  const { results } = await runCLI(words, [process.cwd()]);
  const failed = results.testResults.flatMap(({ testResults, failureMessage, numFailingTests }) =>
    numFailingTests === 0 && failureMessage
      ? [{ name: 'the file cannot be loaded', message: failureMessage }]
      : testResults
          .filter(({ status }) => status === 'failed')
          .map(({ fullName, failureMessages }) => ({ name: fullName, message: failureMessages[0] ?? '' })),
  );
  const green = results.testResults.flatMap(({ testResults }) =>
    testResults.filter(({ status }) => status === 'passed').map(({ fullName }) => fullName),
  );
  return { green, failed };
}

/** The same with a server that has all again that a mutant may have taken from it. */
export async function runFileAnew(file: string, watch: TestWatch): Promise<FileRun> {
  await suiteWatch.beforeFile();
  return runFile(file, watch);
}

/** Wants these tests until one of them is red. */
export function untilRed(wants: TestWatch['wants'] = () => true): TestWatch {
  let isRed = false;
  return {
    wants: (name) => !isRed && wants(name),
    ended: (_, red) => {
      isRed ||= red;
    },
  };
}
