// What CI runs besides `npm test`: the oldest supported PostgreSQL, planted defects, killed processes, samples made anew.
import { close, run, runJest, sum, type Outcome } from './run-checks.ts';
import { startDebianPostgres } from './test-postgres.ts';

const inCi = process.env['CI'] !== undefined;

/** What could not run is said, and refused in CI. */
function notRun(what: string, reason: string): Outcome {
  console.log(`${what}: not run: ${reason}`);
  return { passed: 0, failed: inCi ? 1 : 0 };
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

/** By the closing line of a script that counts for itself. */
function countedIn(text: string): Outcome {
  const [, passed, failed] = /^(\d+) passed, (\d+) failed$/m.exec(text) ?? [];
  return passed === undefined ? { passed: 0, failed: 1 } : { passed: Number(passed), failed: Number(failed) };
}

async function plantedDefects(): Promise<Outcome> {
  const { text } = await run(process.execPath, ['scripts/check-planted.ts']);
  return countedIn(text);
}

/** Server, worker and database of the demo, killed; `scripts/check-kills.ts` alone does it more often and longer. */
async function killedProcesses(): Promise<Outcome> {
  const kills = ['--server', '3', '--worker', '3', '--database', '2'];
  const few = ['--versions', '5.6.0,6.3.0,7.0.2,7.0.3'];
  const { text } = await run(process.execPath, ['scripts/check-kills.ts', '--on', 'postgres', ...kills, ...few]);
  const [, reason] = /^postgres: not run \((.*)\)$/m.exec(text) ?? [];
  return reason === undefined ? countedIn(text) : notRun('killed processes', reason);
}

close(sum([await samplesMadeAnew(), await plantedDefects(), await killedProcesses(), await onOldestPostgres()]));
