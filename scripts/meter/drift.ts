import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

interface CoveredItem {
  readonly kind: 'operation' | 'response' | 'parameter' | 'property';
  readonly status?: string;
  readonly name?: string;
  readonly in?: string;
}

interface OperationCoverage {
  readonly operationId: string;
  readonly covered?: readonly CoveredItem[];
}

interface DriftCoverage {
  readonly totals: Readonly<Record<'operations' | 'parameters' | 'responses', { readonly total: number }>>;
  readonly operations: readonly OperationCoverage[];
}

export interface Finding {
  readonly ruleId: string;
  readonly target: 'request' | 'response';
  readonly message: string;
  readonly operationId?: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
}

/** What redocly makes of recorded traffic. */
export interface Drift {
  readonly coverage: DriftCoverage;
  readonly findings: readonly Finding[];
  readonly exchanges: number;
}

interface DriftReport {
  readonly run: { readonly totalExchanges: number; readonly skippedExchanges: number };
  readonly problems: readonly Finding[];
}

export const quietRedocly = { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };

async function readJson<Content>(file: string): Promise<Content> {
  return JSON.parse(await readFile(file, 'utf8')) as Content;
}

/** `server` is where the traffic went; the reports are written into the directory. Its exit code tells findings only. */
export async function judgeTraffic(har: string, server: string, directory: string): Promise<Drift> {
  const [report, coverage] = [join(directory, 'drift.json'), join(directory, 'drift-coverage.json')];
  const words = ['drift', har, '--api', 'openapi.yaml', '--server', server, '--format', 'json', '-o', report];
  // A security scheme's header, which it takes for an undeclared parameter.
  const options = ['--ignore-headers', 'x-spci-access-token', '--coverage-output', coverage];
  const environment = { ...process.env, ...quietRedocly };
  await promisify(execFile)('redocly', [...words, ...options], { env: environment }).catch(() => undefined);
  const { run, problems } = await readJson<DriftReport>(report);
  if (run.totalExchanges === 0 || run.skippedExchanges > 0)
    throw new Error(`redocly took ${run.skippedExchanges} of ${run.totalExchanges} exchanges for another server's`);
  return {
    coverage: await readJson<DriftCoverage>(coverage),
    findings: problems,
    exchanges: run.totalExchanges,
  };
}
