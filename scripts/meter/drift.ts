import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import {
  applicationIdHeader,
  applicationSecretHeader,
  pageTokenHeader,
  tokenHeader,
} from '../../src/credential-names.ts';

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

interface Recording {
  readonly log: { readonly entries: readonly Exchange[] };
}

interface Exchange {
  readonly request: {
    readonly url: string;
    readonly headers: readonly { readonly name: string }[];
    readonly postData?: { readonly text?: string };
  };
  readonly response: { readonly status: number };
}

/**
 * It knows a credential in `Authorization` and headers alone: one elsewhere is a parameter or a member too many to it in a
 * request that succeeds.
 */
function isUnderstood({ request: { url, headers, postData }, response: { status } }: Exchange): boolean {
  if (status >= 400) return true;
  const { searchParams } = new URL(url);
  const isInAddress = searchParams.has('access_token') || searchParams.has('x-auth-token');
  const isInCookie = headers.some(({ name }) => name.toLowerCase() === 'cookie');
  return !isInAddress && !isInCookie && postData?.text?.includes('"access_token"') !== true;
}

async function dropUnknownCredentials(har: string): Promise<void> {
  const recording = await readJson<Recording>(har);
  const entries = recording.log.entries.filter(isUnderstood);
  await writeFile(har, JSON.stringify({ ...recording, log: { ...recording.log, entries } }));
}

/** `server` is where the traffic went; the reports are written into the directory. Its exit code tells findings only. */
export async function judgeTraffic(har: string, server: string, directory: string): Promise<Drift> {
  await dropUnknownCredentials(har);
  const [report, coverage] = [join(directory, 'drift.json'), join(directory, 'drift-coverage.json')];
  const words = ['drift', har, '--api', 'openapi.yaml', '--server', server, '--format', 'json', '-o', report];
  // Headers of security schemes, which it takes for undeclared parameters.
  const ignored = [tokenHeader, pageTokenHeader, applicationIdHeader, applicationSecretHeader].join().toLowerCase();
  const options = ['--ignore-headers', ignored, '--coverage-output', coverage];
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
