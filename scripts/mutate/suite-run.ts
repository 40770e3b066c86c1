import { readFile } from 'node:fs/promises';
import { runCLI } from 'jest';
import type { SelectedFile } from './selection.ts';

interface Project {
  readonly displayName: string;
  readonly globalSetup?: string;
  readonly globalTeardown?: string;
}

interface FailedTest {
  readonly name: string;
  readonly message: string;
}

export interface FileRun {
  readonly passed: number;
  readonly failed: readonly FailedTest[];
  readonly ms: number;
}

const project = 'contract-embedded';

/** The project's own configuration, with a server that is there already. */
async function configuration(endsAtFirstFailure: boolean, testTimeout: number): Promise<string> {
  const { jest } = JSON.parse(await readFile('package.json', 'utf8')) as { jest: { projects: Project[] } };
  const found = jest.projects.find(({ displayName }) => displayName === project);
  if (found === undefined) throw new Error(`package.json has no project ${project}`);
  const { globalSetup: _start, globalTeardown: _stop, ...kept } = found;
  return JSON.stringify({
    ...kept,
    rootDir: process.cwd(),
    testEnvironment: '<rootDir>/scripts/mutate/suite-environment.js',
    testEnvironmentOptions: { endsAtFirstFailure },
    testTimeout,
    reporters: [],
  });
}

export interface SuiteOptions {
  readonly endsAtFirstFailure: boolean;
  readonly testTimeoutMs: number;
}

/** Runs one file in this process, silently. A file that cannot be loaded counts as a failed test. */
export async function runFile({ file, namePattern }: SelectedFile, options: SuiteOptions): Promise<FileRun> {
  const startedAt = performance.now();
  const words = {
    _: [file],
    $0: 'jest',
    config: await configuration(options.endsAtFirstFailure, options.testTimeoutMs),
    runInBand: true,
    runTestsByPath: true,
    silent: true,
    ...(namePattern === undefined ? {} : { testNamePattern: namePattern }),
  };
  const { results } = await runCLI(words, [process.cwd()]);
  const failed = results.testResults.flatMap(({ testResults, failureMessage, numFailingTests }) =>
    numFailingTests === 0 && failureMessage
      ? [{ name: 'the file cannot be loaded', message: failureMessage }]
      : testResults
          .filter(({ status }) => status === 'failed')
          .map(({ fullName, failureMessages }) => ({ name: fullName, message: failureMessages[0] ?? '' })),
  );
  return { passed: results.numPassedTests, failed, ms: performance.now() - startedAt };
}
