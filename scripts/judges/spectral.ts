import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Outcome } from '../run-checks.ts';
import { installPackages } from './installed-packages.ts';
import { unusedExemptions, type SpectralFinding, type SpectralRuleset } from './spectral-exemptions.ts';

const home = import.meta.dirname;

function findings(ruleset: string): SpectralFinding[] {
  const words = ['lint', '--quiet', '--format', 'json', '--ruleset', join(home, ruleset), 'openapi.yaml'];
  const command = join(home, 'node_modules/@stoplight/spectral-cli/dist/index.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...words], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  // It prints nothing at all when it finds nothing, and ends with 2 when it could not look.
  if (status === 0 && stdout === '') return [];
  if (!stdout.startsWith('[')) throw new Error(`spectral gave no findings: ${stderr}${stdout}`);
  return JSON.parse(stdout) as SpectralFinding[];
}

/**
 * Spectral over the description with every rule of its own set and of OWASP's. Each finding fails, and so does each
 * exemption that would find nothing. A string says why it could not run.
 */
export function judgeBySpectral(): Outcome | string {
  const missing = installPackages(home);
  if (missing !== undefined) return missing;
  const ruleset = parse(readFileSync(join(home, 'spectral.yaml'), 'utf8')) as SpectralRuleset;
  const told = findings('spectral.yaml');
  const unused = unusedExemptions(ruleset, findings('spectral-exemptible.yaml'));
  for (const { code, message, path } of told) console.error(`${code}: ${message} ${path.join('.')}`);
  for (const exemption of unused) console.error(`${exemption} finds nothing: remove its exemption from spectral.yaml`);
  const exempt = Object.keys(ruleset.rules).length + ruleset.overrides.length;
  console.log(`spectral: ${told.length} findings, ${exempt} exemptions, ${unused.length} of them unused`);
  const failed = told.length + unused.length;
  return { passed: failed === 0 ? 1 : 0, failed };
}
