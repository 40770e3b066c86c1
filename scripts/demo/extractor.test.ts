import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { split } from 'shlex';
import { bundleExtractor, commitShaOf, versions, type Version } from './builds.ts';
import { DevelopmentDependencyMissing } from './development-dependency.ts';
import { readSample, regressionTests, samples, type RegressionTest, type RegressionTestName } from './suite.ts';
import { truthOf, type Content } from './truths.ts';

interface Execution {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly output: string | undefined;
}

const positions = / line:\d+ position:[\d.]+%/g;
const executions = new Map<string, Execution>();
let directory: string;

function entryPoint(version: string): string {
  return join(directory, `extractor-${version}.cjs`);
}

async function execute(version: string, words: readonly string[], samplePath: string): Promise<Execution> {
  const outputPath = join(directory, 'output.srt');
  await rm(outputPath, { force: true });
  const argv = [entryPoint(version), ...words, samplePath, '-o', outputPath];
  return await new Promise((resolve, reject) => {
    execFile(process.execPath, argv, { env: {}, cwd: directory }, (error, stdout, stderr) => {
      if (error !== null && typeof error.code !== 'number') return reject(error);
      const exitCode = typeof error?.code === 'number' ? error.code : 0;
      if (!existsSync(outputPath)) return resolve({ exitCode, stdout, stderr, output: undefined });
      readFile(outputPath, 'utf8').then((output) => resolve({ exitCode, stdout, stderr, output }), reject);
    });
  });
}

function samplePath(name: string): string {
  return join(directory, name);
}

function executionOf(version: Version, name: RegressionTestName): Execution {
  const execution = executions.get(`${version} ${name}`);
  if (execution === undefined) throw new Error(`${name} was not executed with ${version}`);
  return execution;
}

function outputOf(execution: Execution, filename: string): string | undefined {
  return filename === 'stdout' ? execution.stdout : execution.output;
}

function contentOf(bytes: string | undefined): Content {
  if (bytes === undefined) return 'missing';
  if (bytes === '') return 'empty';
  const cues = bytes.match(/^\d+\n\d\d:\d\d:\d\d,\d{3} --> /gm);
  if (cues === null) return 'noise';
  const positioned = bytes.match(/-->.* line:/g);
  return positioned?.length === cues.length ? `${cues.length} cues with positions` : `${cues.length} cues`;
}

function outcomeOf(version: Version, { name, outputs }: RegressionTest<RegressionTestName>): object {
  const execution = executionOf(version, name);
  return {
    version,
    test: name,
    exit_code: execution.exitCode,
    outputs: Object.fromEntries(
      outputs.map(({ expected_filename }) => [expected_filename, contentOf(outputOf(execution, expected_filename))]),
    ),
  };
}

async function executeSuite(version: Version): Promise<void> {
  await writeFile(entryPoint(version), await bundleExtractor(version));
  for (const { name, command, sample } of regressionTests) {
    executions.set(`${version} ${name}`, await execute(version, split(command), samplePath(sample)));
  }
}

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'spci-extractor-'));
  for (const sample of samples) await writeFile(samplePath(sample.name), await readSample(sample));
  for (const version of versions) await executeSuite(version);
});

afterAll(async () => {
  await rm(directory, { recursive: true, force: true });
});

describe('the extractor, bundled and run in an empty environment', () => {
  test.each(versions)('does with every sample what is true of %s', (version) => {
    expect(regressionTests.map((each) => outcomeOf(version, each))).toEqual(
      regressionTests.map(({ name }) => truthOf(version, name)),
    );
  });

  test.each(regressionTests.flatMap(({ name, outputs }) => outputs.map((output) => [name, output.expected_filename])))(
    'writes the same bytes for the same content only: %s, %s',
    (name, filename) => {
      const bytesByContent = new Map<Content, Set<string | undefined>>();
      for (const version of versions) {
        const bytes = outputOf(executionOf(version, name as RegressionTestName), filename);
        const known = bytesByContent.get(contentOf(bytes)) ?? new Set();
        bytesByContent.set(contentOf(bytes), known.add(bytes));
      }
      expect([...bytesByContent.values()].map((bytes) => bytes.size)).toEqual([...bytesByContent].map(() => 1));
    },
  );

  test.each(['pop-on', 'multi-channel-608-cc1', 'multi-channel-608-cc3', 'sintel', 'dash-608'] as const)(
    'keeps text and times of %s when positions come',
    (name) => {
      const before = executionOf('6.3.0', name).output;
      const after = executionOf('7.0.0', name).output;
      expect(after).not.toBe(before);
      expect(after?.replaceAll(positions, '')).toBe(before);
    },
  );

  test('finds again the cue that was lost', () => {
    expect(executionOf('6.3.0', 'row-out-of-bounds').output).not.toContain('Two, on no row.');
    expect(executionOf('7.0.3', 'row-out-of-bounds').output).toContain('Two, on no row.');
  });

  test('leaves the exception of a crash to be read', () => {
    expect(executionOf('7.0.0', 'row-out-of-bounds').stderr).toMatch(/TypeError: .*\n.*Cea608Stream/);
  });

  test('refuses a media segment without its initialization segment', async () => {
    const [, segment] = samples.find(({ name }) => name === 'dash-608')?.parts ?? [];
    if (segment === undefined) throw new Error('dash-608 has no media segment');
    const path = samplePath('dash-608-segment-only');
    await writeFile(path, await readSample({ name: 'segment', filename: 'segment', parts: [segment] }));
    expect(await execute('7.1.0', [], path)).toMatchObject({ exitCode: 1, output: undefined });
  });

  test('explains its use with exit code 2', async () => {
    expect(await execute('7.1.0', ['--channel', 'CC9'], samplePath('pop-on'))).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('usage:'),
      output: undefined,
    });
  });
});

describe('a build', () => {
  test('has the same bytes each time', async () => {
    expect(await bundleExtractor('7.1.0')).toEqual(await readFile(entryPoint('7.1.0')));
  });

  test('names the package that is not installed and the command that installs it', async () => {
    const missing = bundleExtractor('0.0.0');
    await expect(missing).rejects.toBeInstanceOf(DevelopmentDependencyMissing);
    await expect(missing).rejects.toThrow(/mux\.js-0\.0\.0.*npm ci without --omit=dev/);
  });

  test('plays a commit of its own', () => {
    const commits = versions.map(commitShaOf);
    expect(new Set(commits).size).toBe(versions.length);
    expect(commits.every((commit) => /^[0-9a-f]{40}$/.test(commit))).toBe(true);
  });
});
