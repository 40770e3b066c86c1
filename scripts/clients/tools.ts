import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { access, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { workspace, type Command, type Generator, type ToolName } from './generator.ts';
import { runCommand } from './run-command.ts';

async function isInstalled(program: string): Promise<boolean> {
  const found = (process.env['PATH'] ?? '').split(delimiter).map((directory) =>
    access(join(directory, program), constants.X_OK).then(
      () => true,
      () => false,
    ),
  );
  return (await Promise.all(found)).includes(true);
}

export async function missingPrograms(programs: readonly string[]): Promise<string[]> {
  const missing: string[] = [];
  for (const program of programs) if (!(await isInstalled(program))) missing.push(program);
  return missing;
}

interface Tool {
  readonly name: ToolName;
  /** What pins it; a change installs it again. */
  readonly pins: readonly string[];
  readonly install: readonly Command[];
}

const here = import.meta.dirname;
const npm: Tool = {
  name: 'npm',
  pins: ['package.json', 'package-lock.json'],
  install: [{ command: 'npm', words: ['ci', '--ignore-scripts', '--no-audit', '--no-fund'] }],
};
const python: Tool = {
  name: 'python',
  pins: ['requirements.txt'],
  install: [
    { command: 'python3', words: ['-m', 'venv', '.'] },
    { command: 'bin/pip', words: ['install', '--quiet', '--disable-pip-version-check', '-r', 'requirements.txt'] },
  ],
};

async function install({ name, pins, install }: Tool): Promise<void> {
  const directory = join(workspace, 'tools', name);
  const texts = await Promise.all(pins.map((pin) => readFile(join(here, pin), 'utf8')));
  const digest = createHash('sha256').update(texts.join('\0')).digest('hex');
  const stamp = join(directory, 'installed');
  if ((await readFile(stamp, 'utf8').catch(() => '')) === digest) return;
  await rm(directory, { recursive: true, force: true });
  await mkdir(directory, { recursive: true });
  for (const pin of pins) await cp(join(here, pin), join(directory, pin));
  const log = join(workspace, 'tools', `${name}.log`);
  for (const command of install) await runCommand(command, { directory, log });
  await writeFile(stamp, digest);
}

/** Installs what the generators are made of, once for each version of what pins it. */
export async function installTools(generators: readonly Generator[]): Promise<void> {
  await mkdir(join(workspace, 'tools'), { recursive: true });
  const names = new Set(generators.flatMap((generator) => generator.tools));
  if (names.has('npm')) await install(npm);
  if (names.has('python') && (await isInstalled('python3'))) await install(python);
}
