// The description first: what does not lint is not generated from.
import { spawnSync } from 'node:child_process';

const quiet = { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
const words = ['lint', '--config', 'scripts/redocly.yaml', 'main'];
const { status } = spawnSync('redocly', words, { stdio: 'inherit', env: { ...process.env, ...quiet } });
process.exitCode = status ?? 1;
