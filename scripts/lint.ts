// The description first: what does not lint is not generated from. Its rendering in OpenAPI 3.0 must be valid 3.0.
import { spawnSync } from 'node:child_process';

const quiet = { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };

function lints(config: string, api: string): boolean {
  const words = ['lint', '--config', config, api];
  return spawnSync('redocly', words, { stdio: 'inherit', env: { ...process.env, ...quiet } }).status === 0;
}

const clean = [lints('scripts/redocly.yaml', 'main'), lints('scripts/redocly-3.0.yaml', 'published')];
process.exitCode = clean.every(Boolean) ? 0 : 1;
