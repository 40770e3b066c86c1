// What CI runs besides `npm test`. Each part says how long it took; `-- NAME …` runs some of them, and only by name those
// that are not kept green yet.
import { existsSync } from 'node:fs';
import { descriptionVersion } from '../generated/operations.ts';
import { generators } from './clients/generators/all.ts';
import { matrixFault } from './clients/matrix-file.ts';
import { releaseFile } from './compatibility/releases.ts';
import { bringBefore, type Judge } from './judges/before-judges.ts';
import { judgeBySpectral } from './judges/spectral.ts';
import { close, run, runJest, sum, type Outcome } from './run-checks.ts';
import { startDebianPostgres } from './test-postgres.ts';

const inCi = process.env['CI'] !== undefined;

/** What could not run is said, and refused in CI. */
function notRun(what: string, reason: string): Outcome {
  console.log(`${what}: not run: ${reason}`);
  return { passed: 0, failed: inCi ? 1 : 0 };
}

/** A script that counts for itself, by its closing line. */
async function counted(script: string, ...words: string[]): Promise<Outcome> {
  const { code, text } = await run(process.execPath, [script, ...words]);
  const reason = /^(?:\w+): not run:? \(?(.*?)\)?$/m.exec(text)?.[1];
  if (reason !== undefined) return notRun(script, reason);
  const [, passed, failed] = /^(\d+) passed, (\d+) failed$/m.exec(text) ?? [];
  if (passed === undefined) return { passed: 0, failed: 1 };
  return { passed: Number(passed), failed: Number(failed) + (code !== 0 && failed === '0' ? 1 : 0) };
}

async function onOldestPostgres(): Promise<Outcome> {
  const started = await startDebianPostgres().catch((error: unknown) => String(error));
  if (typeof started === 'string') return notRun('PostgreSQL 15', started);
  try {
    return await runJest(['--runInBand', '--selectProjects', 'postgres', 'contract-postgres'], {
      environment: { DATABASE_URL: started.url },
    });
  } finally {
    await started.stop();
  }
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
  if (fault === undefined) return { passed: 1, failed: 0 };
  const released = existsSync(releaseFile(descriptionVersion));
  console.log(`${released ? 'FAILED' : 'WARNING'}: ${fault}`);
  return { passed: 0, failed: released ? 1 : 0 };
}

async function judgedBy(judge: Judge): Promise<Outcome> {
  const outcome = await bringBefore(judge);
  return typeof outcome === 'string' ? notRun(judge, outcome) : outcome;
}

async function judgedBySpectral(): Promise<Outcome> {
  const outcome = judgeBySpectral();
  return typeof outcome === 'string' ? notRun('spectral', outcome) : outcome;
}

const parts: Readonly<Record<string, () => Promise<Outcome>>> = {
  matrix: clientMatrix,
  samples: samplesMadeAnew,
  spectral: judgedBySpectral,
  meter: () => counted('scripts/meter.ts'),
  clients: generatedClients,
  documentation: () => counted('scripts/check-documentation.ts'),
  schemathesis: () => judgedBy('schemathesis'),
  specmatic: () => judgedBy('specmatic'),
  planted: () => counted('scripts/check-planted.ts'),
  kills: killedProcesses,
  'postgres-15': onOldestPostgres,
};

/** Measurements whose result is not good enough to be demanded of every change. */
const byNameOnly: typeof parts = {
  mutants: () => counted('scripts/contract-mutate.ts'),
};

const asked = process.argv.slice(2);
const known = { ...parts, ...byNameOnly };
const unknown = asked.filter((name) => !(name in known));
if (unknown.length > 0)
  throw new Error(`no such part: ${unknown.join(', ')}; there are ${Object.keys(known).join(', ')}`);
const outcomes = [];
const lines = [];
for (const [name, part] of Object.entries(asked.length === 0 ? parts : known)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`\n== ${name}`);
  const startedAt = performance.now();
  const outcome = await part();
  outcomes.push(outcome);
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  const figures = outcome.summary === undefined ? '' : `  (${outcome.summary})`;
  lines.push(`${name.padEnd(14)} ${outcome.passed} passed, ${outcome.failed} failed, ${seconds} s${figures}`);
}
console.log(`\n${lines.join('\n')}`);
close(sum(outcomes));
