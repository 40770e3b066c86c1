// What CI runs besides `npm test`: the oldest supported PostgreSQL, the planted defects, the samples made anew.
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

async function plantedDefects(): Promise<Outcome> {
  const { text } = await run(process.execPath, ['scripts/check-planted.ts']);
  const [, passed, failed] = /^(\d+) passed, (\d+) failed$/m.exec(text) ?? [];
  return passed === undefined ? { passed: 0, failed: 1 } : { passed: Number(passed), failed: Number(failed) };
}

close(sum([await samplesMadeAnew(), await plantedDefects(), await onOldestPostgres()]));
