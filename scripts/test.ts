// Every check a contributor needs: static checks, unit and query tests, and the contract over real HTTP on both databases.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { factsDirectory, reportDirectory } from './coverage/directories.ts';
import { testCountFault } from './coverage/enough-tests.ts';
import { acrossOperations } from './postgres-shares.ts';
import { relationsIn } from './relations.ts';
import { close, inLanes, run, runChecks, runJest, sum, type Check, type Outcome } from './run-checks.ts';
import { staticChecks } from './static-checks.ts';
import { PostgresUnavailable } from './test-postgres.ts';
import { testPostgres, type TestServer } from '../src/testing/postgres-server.ts';

async function findPostgres(): Promise<TestServer | undefined> {
  return testPostgres().catch((error: unknown) => {
    if (error instanceof PostgresUnavailable) return undefined;
    throw error;
  });
}

const postgres = await findPostgres();
const environment = postgres === undefined ? {} : { DATABASE_URL: postgres.url };

/** Lines of several runs of Jest appear side by side: each has a name in front. */
async function runProjects(name: string, words: readonly string[], processes = 1): Promise<Outcome> {
  const observed = { ...environment, SPCI_CONTRACT_COVERAGE: resolve(factsDirectory) };
  return runJest(['--runInBand', ...words], { environment: observed, name: `${name}: `, processes });
}

async function contractOnPostgres(): Promise<Outcome> {
  return runProjects('postgres', ['--selectProjects', 'contract-postgres', '--', acrossOperations]);
}

/** Files of one process share a queue of runs, one file at a time; each process has servers of its own. */
async function contractOnEmbedded(directory: string, processes?: number): Promise<Outcome> {
  const words = ['--selectProjects', 'contract-embedded', '--', `contract-tests/${directory}/`];
  return runProjects(directory, words, processes);
}

/** Tests make databases of their own: the one that the URL names belongs to somebody else. */
async function namedDatabase({ url }: TestServer, before: readonly string[]): Promise<Outcome> {
  const made = (await relationsIn(url)).filter((relation) => !before.includes(relation));
  if (made.length === 0) return { passed: 1, failed: 0 };
  console.error(`FAILED: tests wrote into the database that their URL names: ${made.slice(0, 5).join(', ')}`);
  return { passed: 0, failed: 1 };
}

const everyPromise: Check = {
  ...{ name: 'every promise of the description was seen kept', command: process.execPath },
  words: ['scripts/coverage.ts'],
};

/** The commands and programs that the documentation shows, run by what a reader would run them with. */
async function documents(): Promise<Outcome> {
  const missing = ['curl', 'python3'].filter((command) => spawnSync(command, ['--version']).status !== 0);
  if (missing.length === 0) return runProjects('documents', ['--selectProjects', 'documents']);
  console.log(`documents: not run: ${missing.join(' and ')} is not installed`);
  return { passed: 0, failed: process.env['CI'] === undefined ? 0 : 1 };
}

const onPostgres = postgres === undefined ? [] : ['postgres'];
/** Pages for people, in Chromium. */
async function inChromium(name: string, script: string): Promise<Outcome> {
  const { code, text } = await run(process.execPath, [script]);
  const [, passed, failed] = /^(\d+) passed, (\d+) failed$/m.exec(text) ?? [];
  if (passed !== undefined)
    return { passed: Number(passed), failed: Number(failed) + (code !== 0 && failed === '0' ? 1 : 0) };
  const isNotThere = text.includes('chromium: not run');
  if (isNotThere) console.log(`${name}: not run: Chromium is not installed`);
  return { passed: 0, failed: isNotThere && process.env['CI'] === undefined ? 0 : 1 };
}

/** One after the other: the first installs what both drive the browser with. */
async function pages(): Promise<Outcome> {
  const ofDashboard = await inChromium('dashboard', 'scripts/check-dashboard.ts');
  return sum([ofDashboard, await inChromium('preflight page', 'scripts/check-preflight-page.ts')]);
}

/** The longest first, and of those the one that waits the most: what is left at the end is short. */
const parts = new Map<string, () => Promise<Outcome>>([
  ['journeys', () => runProjects('journeys', ['--selectProjects', 'journeys'])],
  ['operations', () => contractOnEmbedded('operations', 3)],
  ['unit', () => runProjects('unit', ['--selectProjects', 'unit', ...onPostgres], 4)],
  ['http', () => contractOnEmbedded('http')],
  ...onPostgres.map((name): [string, () => Promise<Outcome>] => [name, contractOnPostgres]),
  ['documents', documents],
  ['pages', pages],
]);
/** More than the two cores that it should be quick on, since each part waits now and then. */
const lanes = 3;

function enoughTests(contract: Outcome): Outcome {
  const fault = testCountFault(contract);
  if (fault !== undefined) console.error(`FAILED: contract: ${fault}`);
  return { passed: 0, failed: fault === undefined ? 0 : 1 };
}

try {
  rmSync(reportDirectory, { recursive: true, force: true });
  const relations = postgres === undefined ? [] : await relationsIn(postgres.url);
  const checked = await runChecks(staticChecks);
  const ended = await inLanes(lanes, parts);
  const contract = sum(
    [...ended].flatMap(([name, outcome]) => (['http', 'operations'].includes(name) ? [outcome] : [])),
  );
  const outcomes = [checked, ...ended.values(), enoughTests(contract)];
  if (postgres === undefined) {
    console.log('postgres: not run\ncoverage of the description: not run: some of it shows on PostgreSQL alone');
    outcomes.push({ passed: 0, failed: process.env['CI'] === undefined ? 0 : 1 });
  } else outcomes.push(await namedDatabase(postgres, relations), await runChecks([everyPromise]));
  close(sum(outcomes));
} finally {
  await postgres?.stop();
}
