// What CI runs besides `npm test`. Each part says how long it took; `-- NAME …` runs some of them.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { descriptionVersion, operations } from '../generated/operations.ts';
import { generators } from './clients/generators/all.ts';
import { matrixFault, readMatrix } from './clients/matrix-file.ts';
import { hasPassed } from './clients/row.ts';
import { releaseFile } from './compatibility/releases.ts';
import { reportDirectory } from './coverage/directories.ts';
import type { KindOfPromise } from './coverage/report.ts';
import { bringBefore, type Judge } from './judges/before-judges.ts';
import { judgeBySpectral } from './judges/spectral.ts';
import { onPostgresAlone } from './postgres-shares.ts';
import { close, inLanes, run, runJest, sum, type Outcome } from './run-checks.ts';
import { startDebianPostgres } from './test-postgres.ts';

const inCi = process.env['CI'] !== undefined;

/** What could not run is said, and refused in CI. */
function notRun(what: string, reason: string): Outcome {
  console.log(`${what}: not run: ${reason}`);
  return { passed: 0, failed: inCi ? 1 : 0 };
}

/** A script that counts for itself, by its closing line; and all that it printed. */
async function counted(script: string, ...words: string[]): Promise<Outcome & { readonly text: string }> {
  const { code, text } = await run(process.execPath, [script, ...words]);
  const reason = /^(?:\w+): not run:? \(?(.*?)\)?$/m.exec(text)?.[1];
  if (reason !== undefined) return { ...notRun(script, reason), text };
  const [, passed, failed] = /^(\d+) passed, (\d+) failed$/m.exec(text) ?? [];
  if (passed === undefined) return { passed: 0, failed: 1, text };
  return { passed: Number(passed), failed: Number(failed) + (code !== 0 && failed === '0' ? 1 : 0), text };
}

/** With the oldest supported version, or without a database server where that is not installed. */
async function besideOldestPostgres(perform: (url: string | undefined) => Promise<Outcome>): Promise<Outcome> {
  const started = await startDebianPostgres().catch((error: unknown) => String(error));
  if (typeof started === 'string') {
    console.log(`PostgreSQL 15: not run: ${started}`);
    return perform(undefined);
  }
  try {
    return await perform(started.url);
  } finally {
    await started.stop();
  }
}

async function onOldestPostgres(): Promise<Outcome> {
  return besideOldestPostgres(async (url) => {
    if (url === undefined) return { passed: 0, failed: inCi ? 1 : 0 };
    const words = ['--runInBand', '--selectProjects', 'postgres', 'contract-postgres', '--', onPostgresAlone];
    return runJest(words, { environment: { DATABASE_URL: url }, processes: 2 });
  });
}

async function samplesMadeAnew(): Promise<Outcome> {
  const { code, text } = await run(process.execPath, ['scripts/demo/generate-samples.ts', '--check']);
  if (text.includes('ffmpeg: not run')) return notRun('samples', 'ffmpeg is not installed');
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Server, worker and database of the demo, killed; `scripts/check-kills.ts` alone does it more often and longer. */
async function killedProcesses(): Promise<Outcome> {
  const kills = ['--server', '3', '--worker', '3', '--database', '2'];
  return counted('scripts/check-kills.ts', '--on', 'postgres', ...kills, '--versions', '5.6.0,6.3.0,7.0.2,7.0.3');
}

/** The client of each of two languages that is quickest to make; `npm run clients:matrix` makes all of them. */
async function generatedClients(): Promise<Outcome> {
  const words = ['scripts/clients/matrix.ts', '--dry', '--only', 'openapi-fetch,openapi-python-client'];
  const { code, text } = await run(process.execPath, words);
  const reason = /not run: (.*)$/m.exec(text)?.[1];
  if (reason !== undefined) return notRun('generated clients', reason);
  return code === 0 ? { passed: 2, failed: 0 } : { passed: 0, failed: 1 };
}

/** A description that is released says which generators make clients of it; one that still changes need not. */
async function clientMatrix(): Promise<Outcome> {
  const fault = await matrixFault(generators.map(({ id }) => id));
  const clients = (await readMatrix())?.clients ?? [];
  const summary = `${clients.filter(hasPassed).length} of ${clients.length} generated clients passed`;
  if (fault === undefined) return { passed: 1, failed: 0, summary };
  const released = existsSync(releaseFile(descriptionVersion));
  console.log(`${released ? 'FAILED' : 'WARNING'}: ${fault}`);
  return { passed: 0, failed: released ? 1 : 0, summary: `${summary}, of another description` };
}

/** What the contract tests of `npm test` saw, for the closing table. */
async function coverage(): Promise<Outcome> {
  const text = await readFile(join(reportDirectory, 'coverage.json'), 'utf8').catch(() => undefined);
  if (text === undefined) return notRun('coverage', 'npm test has not counted it');
  const { kinds } = JSON.parse(text) as { readonly kinds: readonly KindOfPromise[] };
  const total = (count: 'seen' | 'promised'): number => kinds.reduce((sum, kind) => sum + kind[count], 0);
  const summary =
    `${total('seen')} of ${total('promised')} promises of ${Object.keys(operations).length} operations seen kept, ` +
    `the others excused`;
  return { passed: 1, failed: 0, summary };
}

/** Every operation, with thousands of requests that tests did not choose, on the oldest supported database as well. */
async function judgedBy(judge: Judge): Promise<Outcome> {
  return besideOldestPostgres(async (url) => {
    const outcome = await bringBefore(judge, url);
    return typeof outcome === 'string' ? notRun(judge, outcome) : outcome;
  });
}

async function judgedBySpectral(): Promise<Outcome> {
  const outcome = judgeBySpectral();
  return typeof outcome === 'string' ? notRun('spectral', outcome) : outcome;
}

/** The contract suite against planted defects, each at one operation; `npm run contract:mutate` tries more of them. */
async function killedMutants(): Promise<Outcome> {
  const { text, ...outcome } = await counted('scripts/contract-mutate.ts', '--operations', '1');
  const summary = /^mutation score .*$/m.exec(text)?.[0];
  return { ...outcome, ...(summary === undefined ? {} : { summary }) };
}

const parts: Readonly<Record<string, () => Promise<Outcome>>> = {
  mutants: killedMutants,
  'postgres-15': onOldestPostgres,
  specmatic: () => judgedBy('specmatic'),
  schemathesis: () => judgedBy('schemathesis'),
  spectral: judgedBySpectral,
  planted: () => counted('scripts/check-planted.ts'),
  meter: () => counted('scripts/meter.ts'),
  kills: killedProcesses,
  clients: generatedClients,
  documentation: () => counted('scripts/check-documentation.ts'),
  matrix: clientMatrix,
  samples: samplesMadeAnew,
  coverage,
};

/** Each at the same time as another: most of them wait for processes that they started. The longest begin first. */
const lanes = 2;

async function perform(name: string): Promise<Outcome> {
  const part = parts[name];
  if (part === undefined) throw new Error(`no such part: ${name}; there are ${Object.keys(parts).join(', ')}`);
  const startedAt = performance.now();
  const outcome = await part();
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  const figures = outcome.summary === undefined ? '' : `  (${outcome.summary})`;
  console.log(`\n${name.padEnd(14)} ${outcome.passed} passed, ${outcome.failed} failed, ${seconds} s${figures}`);
  return outcome;
}

/** In a process of its own, which says at the end what `perform` says; its lines have the name in front. */
async function performApart(name: string): Promise<Outcome & { readonly line: string }> {
  const { text } = await run(process.execPath, [import.meta.filename, name], { name: `${name}: ` });
  const [line, passed, failed] = new RegExp(`^${name} +(\\d+) passed, (\\d+) failed, .*$`, 'm').exec(text) ?? [];
  if (line === undefined) return { passed: 0, failed: 1, line: `${name.padEnd(14)} FAILED: it ended before its time` };
  return { passed: Number(passed), failed: Number(failed), line };
}

async function performAll(names: readonly string[]): Promise<Outcome> {
  const tasks = new Map(names.map((name) => [name, () => performApart(name)]));
  const outcomes = [...(await inLanes(lanes, tasks)).values()];
  console.log(`\n${outcomes.map(({ line }) => line).join('\n')}`);
  return sum(outcomes);
}

const asked = process.argv.slice(2);
const [only, ...others] = asked.length === 0 ? Object.keys(parts) : asked;
close(only !== undefined && others.length === 0 ? await perform(only) : await performAll([only ?? '', ...others]));
