// The main job on real input: every version of a caption extractor against one suite, through the API alone.
import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ApiError } from '../src/sdk/api-error.ts';
import { isVersion, requireBundlingPackages, versions, type Version } from './demo/builds.ts';
import { checkTruths } from './demo/check-truths.ts';
import { createChildren, type Children } from './demo/children.ts';
import { demoCredentials } from './demo/credentials.ts';
import type { DemoProof, DemoReport, DemoRun } from './demo/demo-report.ts';
import { DevelopmentDependencyMissing } from './demo/development-dependency.ts';
import { createDisplay, type Display } from './demo/display.ts';
import * as api from './demo/driver.ts';
import { reportedRun, writeReport } from './demo/make-report.ts';
import { approvedVersions } from './demo/truths.ts';
import { proveUnreportedTest } from './demo/unreported-proof.ts';

const usage = `usage: npm run demo -- [--once] [--report FILE] [--versions 5.6.0,7.0.0,…] [--no-progress]
  --once         stop server and worker when done
  --report FILE  write what happened as JSON
  --versions     only these versions, in commit order
  --no-progress  plain lines, also in a terminal
State and log are in $SPCI_DATA_DIR (default ./.spci/demo). Exit: 0 every truth holds, 1 one does not, 2 could not run.`;

interface Options {
  readonly once: boolean;
  readonly report: string | undefined;
  readonly versions: readonly Version[];
  readonly bars: boolean;
  readonly directory: string;
}

class UsageError extends Error {}

function readOptions(): Options {
  const { values } = parseArgs({
    options: {
      once: { type: 'boolean', default: false },
      report: { type: 'string' },
      versions: { type: 'string' },
      'no-progress': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) throw new UsageError(usage);
  const asked = values.versions?.split(',') ?? [...versions];
  const unknown = asked.filter((version) => !isVersion(version));
  if (unknown.length > 0)
    throw new UsageError(`unknown versions: ${unknown.join(', ')}; known: ${versions.join(', ')}`);
  return {
    once: values.once,
    report: values.report,
    versions: versions.filter((version) => asked.includes(version)),
    bars: process.stdout.isTTY && !values['no-progress'],
    directory: resolve(process.env['SPCI_DATA_DIR'] ?? './.spci/demo'),
  };
}

const raisedLimits = 'login=1000/900,read=100000/60,write=100000/60,worker=1000000/60';

async function runVersion(driver: api.Driver, version: Version, approve: boolean, display: Display): Promise<DemoRun> {
  await api.uploadBuild(driver, version, 'linux');
  const created = await api.createRun(driver, version, 'linux');
  display.runStarted(version, created.planned_count);
  const first = await api.watchRun(driver, created.run_id, display.runProgressed);
  display.runEnded(version, first);
  if (approve) {
    const count = await api.approveDifferences(driver, first.run_id, `Approved from ${version}`);
    const { status } = await api.getRun(driver, first.run_id);
    display.say(
      `        ${count} outputs approved from ${version}; run ${first.run_id} re-evaluated: ${first.status} → ${status}`,
    );
  }
  const run = await api.getRun(driver, first.run_id);
  return reportedRun(version, first.status, run, await api.listResults(driver, run.run_id));
}

async function runAll(options: Options, url: string, children: Children, display: Display): Promise<DemoReport> {
  const startedAt = performance.now();
  const { driver, operator, domain } = await api.enterFreshDomain(url, await demoCredentials(options.directory));
  display.say(`server ${url}, domain ${domain}, ${options.versions.length} versions as commits of ${api.repository}`);
  await api.registerRepository(driver);
  await api.buildSuite(driver);
  children.startWorker(url, await api.enrolWorker(operator, 'linux'));
  const approved = approvedVersions([...options.versions]);
  const runs: DemoRun[] = [];
  for (const version of options.versions)
    runs.push(await runVersion(driver, version, approved.includes(version), display));
  const proofs: DemoProof[] = [];
  const model = runs.findLast((run) => run.status === 'pass');
  if (model !== undefined) proofs.push(await proveUnreportedTest(driver, operator, model.version, model.run_id));
  const spec_digest = await api.specDigest(driver);
  return { schema_version: 1, spec_digest, duration_ms: Math.round(performance.now() - startedAt), runs, proofs };
}

/** Whether every truth holds. */
async function demonstrate(options: Options, url: string, children: Children, display: Display): Promise<boolean> {
  const report = await runAll(options, url, children, display);
  if (options.report !== undefined) await writeReport(options.report, report);
  display.table(report);
  const broken = checkTruths(report);
  for (const sentence of broken) display.say(`BROKEN: ${sentence}`);
  display.say(broken.length === 0 ? 'every truth of this history holds' : `${broken.length} truths do not hold`);
  return broken.length === 0;
}

function untilInterrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

async function main(): Promise<number> {
  const options = readOptions();
  requireBundlingPackages(options.versions);
  await mkdir(options.directory, { recursive: true, mode: 0o700 });
  const display = await createDisplay(options.bars);
  const credentials = await demoCredentials(options.directory);
  const children = createChildren(options.directory, {
    ...process.env,
    SPCI_DATA_DIR: options.directory,
    SPCI_BOOTSTRAP_EMAIL: credentials.email,
    SPCI_BOOTSTRAP_PASSWORD: credentials.password,
    SPCI_LIMITS: process.env['SPCI_LIMITS'] ?? raisedLimits,
  });
  const interrupted = untilInterrupted();
  try {
    const url = await children.startServer();
    const done = demonstrate(options, url, children, display);
    const holds = await Promise.race([done, interrupted.then(() => undefined)]);
    if (holds === undefined) return 130;
    if (!options.once) {
      display.say(
        `the server goes on at ${url}; sign in with the account in ${options.directory}/demo-credentials.json; Ctrl-C ends it`,
      );
      await interrupted;
    }
    return holds ? 0 : 1;
  } finally {
    await children.stop();
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  const told =
    error instanceof UsageError || error instanceof DevelopmentDependencyMissing || error instanceof ApiError;
  process.stderr.write(`${told ? (error as Error).message : String(error instanceof Error ? error.stack : error)}\n`);
  process.exitCode = 2;
}
process.exit();
