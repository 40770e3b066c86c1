// How easily programs and people take the description up, as `redocly score` measures it, against our bars.
import { spawnSync } from 'node:child_process';
import { loweredBars, scoreFaults, type Score } from './score/bars.ts';

const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
const words = ['score', '--config', 'scripts/redocly.yaml', '--format', 'json', 'openapi.yaml'];
const { stdout, stderr } = spawnSync('redocly', words, { encoding: 'utf8', maxBuffer: 2 ** 26, env });
if (!stdout.startsWith('{')) throw new Error(`redocly score gave no figures: ${stderr}`);
const score = JSON.parse(stdout) as Score;

const faults = scoreFaults(score, loweredBars, new Date().toISOString().slice(0, 10));
const parts = Object.entries(score.subscores).map(([part, value]) => `${part} ${value.toFixed(2)}`);
console.log(`${score.agentReadiness} of 100: ${parts.join(', ')}`);
for (const [part, { bar, reason }] of Object.entries(loweredBars))
  console.log(`${part} has a bar of ${bar}. ${reason}`);
for (const fault of faults) console.error(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
