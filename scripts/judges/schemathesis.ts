import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run, type Outcome } from '../run-checks.ts';
import type { SeededServer } from './seeded-server.ts';

const home = import.meta.dirname;
const workDirectory = '.judges';
const python = join(workDirectory, 'venv/bin/python');
const examplesPerOperation = 20;
const seed = 20261125;

/** The pinned packages in an environment of their own; a reason when that cannot be had. */
function install(): string | undefined {
  const requirements = join(home, 'requirements.txt');
  const steps: [string, string[]][] = [
    ...(existsSync(python) ? [] : [['python3', ['-m', 'venv', join(workDirectory, 'venv')]] as [string, string[]]]),
    [python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', requirements]],
  ];
  for (const [command, words] of steps) {
    const { status, stderr, error } = spawnSync(command, words, { encoding: 'utf8' });
    if (status !== 0) return (error?.message ?? stderr.trim().split('\n').at(-1)) || `${command} failed`;
  }
  return undefined;
}

/** The reviewed configuration with the values that exist on this server. */
async function writeConfiguration({ values }: SeededServer): Promise<string> {
  const reviewed = await readFile(join(home, 'schemathesis.toml'), 'utf8');
  const dictionaries = Object.entries(values).map(([name, known]) => `${name} = { values = ${JSON.stringify(known)} }`);
  const file = join(workDirectory, 'schemathesis.toml');
  await writeFile(file, `${reviewed}\n[dictionaries]\n${dictionaries.join('\n')}\n`);
  return file;
}

const countOf = (text: string, pattern: RegExp): number => Number(pattern.exec(text)?.[1] ?? 0);

/** Schemathesis over every operation with every check; a string says why it could not run. */
export async function judgeBySchemathesis(server: SeededServer): Promise<Outcome | string> {
  await mkdir(workDirectory, { recursive: true });
  const missing = install();
  if (missing !== undefined) return missing;
  const configuration = await writeConfiguration(server);
  console.log(`schemathesis: ${examplesPerOperation} examples for each operation, seed ${seed}`);
  const { code, text } = await run(
    python,
    [
      ...['-m', 'schemathesis.cli', '--no-color', '--config-file', configuration, 'run', 'generated/openapi.json'],
      ...['--max-examples', String(examplesPerOperation), '--seed', String(seed), '--continue-on-failure'],
    ],
    { environment: { ...server.environment, PYTHONPATH: home, COLUMNS: '120' } },
  );
  const failures =
    countOf(text, /(\d+) unique failures?/) + countOf(text, /(\d+) errored/) + countOf(text, /(\d+) warnings? in /);
  const generated = countOf(text, /(\d+) generated/);
  const failed = code === 0 ? 0 : Math.max(1, failures);
  return { passed: Math.max(0, generated - failed), failed };
}
