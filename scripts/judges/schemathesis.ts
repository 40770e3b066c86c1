import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { operatorEmail, operatorPassword } from '../../contract-tests/harness/operator.ts';
import { webhookSecret } from '../../contract-tests/harness/own-headers.ts';
import { run, type Outcome } from '../run-checks.ts';
import type { SeededServer } from './seeded-server.ts';

const home = import.meta.dirname;
const workDirectory = '.judges';
const python = join(workDirectory, 'venv/bin/python');
const examplesPerOperation = 20;
const seed = 20261125;
/** Rules that change what a check demands. */
const rulesMax = 3;

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
async function writeConfiguration({ values }: SeededServer): Promise<{ file: string; ruleCount: number }> {
  const reviewed = await readFile(join(home, 'schemathesis.toml'), 'utf8');
  const dictionaries = Object.entries(values).map(([name, known]) => `${name} = { values = ${JSON.stringify(known)} }`);
  const file = join(workDirectory, 'schemathesis.toml');
  await writeFile(file, `${reviewed}\n[dictionaries]\n${dictionaries.join('\n')}\n`);
  return { file, ruleCount: reviewed.match(/^checks\./gm)?.length ?? 0 };
}

/** What configuration and hooks read. */
const environmentOf = ({ url, outbox, values }: SeededServer): NodeJS.ProcessEnv => ({
  SPCI_URL: url,
  SPCI_OUTBOX: outbox,
  SPCI_EMAIL: operatorEmail,
  SPCI_PASSWORD: operatorPassword,
  SPCI_WEBHOOK_SECRET: webhookSecret,
  SPCI_SEEDED: JSON.stringify(values),
});

const countOf = (text: string, pattern: RegExp): number => Number(pattern.exec(text)?.[1] ?? 0);

/** What the closing line says was found: `2 failures, 1 warning in 3.36s`. */
const closingCount = (text: string, what: string): number =>
  countOf(text, new RegExp(`^=+ .*?(\\d+) (?:unique )?${what}s?\\b.* in [\\d.]+s =+$`, 'm'));

/** Schemathesis over every operation with every check; a string says why it could not run. */
export async function judgeBySchemathesis(server: SeededServer): Promise<Outcome | string> {
  await mkdir(workDirectory, { recursive: true });
  const missing = install();
  if (missing !== undefined) return missing;
  const { file, ruleCount } = await writeConfiguration(server);
  const { code, text } = await run(
    python,
    [
      ...['-m', 'schemathesis.cli', '--no-color', '--config-file', file, 'run', 'generated/openapi.json'],
      ...['--max-examples', String(examplesPerOperation), '--seed', String(seed), '--continue-on-failure'],
    ],
    { environment: { ...environmentOf(server), PYTHONPATH: home, COLUMNS: '120' } },
  );
  const generated = countOf(text, /(\d+) generated/);
  const failures = closingCount(text, 'failure') + closingCount(text, 'error');
  const warnings = countOf(text, /(\d+) warnings? in /) + countOf(text, /^ +⚠️ .*?: (\d+) operation/m);
  const summary =
    `schemathesis ${generated} cases, ${failures} failures, ${warnings} warnings, ${ruleCount} override rules, ` +
    `seed ${seed}, ${examplesPerOperation} examples for each operation`;
  if (ruleCount > rulesMax) console.error(`schemathesis: more than ${rulesMax} override rules`);
  const failed = (code === 0 ? 0 : Math.max(1, failures)) + (ruleCount > rulesMax ? 1 : 0);
  return { passed: Math.max(0, generated - failed), failed, summary };
}
