// Every check a contributor needs: static checks, unit and query tests, and the contract over real HTTP on both databases.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { factsDirectory, reportDirectory } from './coverage/directories.ts';
import { testCountFault } from './coverage/enough-tests.ts';
import { relationsIn } from './relations.ts';
import { close, runChecks, runJest, sum, type Check, type Outcome } from './run-checks.ts';
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

async function runProjects(words: readonly string[], name = ''): Promise<Outcome> {
  const observed = { ...environment, SPCI_CONTRACT_COVERAGE: resolve(factsDirectory) };
  return runJest(words, { environment: observed, name });
}

/** All files of a project share one queue of runs: two at once would take each other's. The databases' servers do not. */
async function contractInTurn(database: string): Promise<Outcome> {
  const project = `contract-${database}`;
  const outcome = await runProjects(['--runInBand', '--selectProjects', project], `${database}: `);
  const fault = testCountFault(outcome);
  if (fault === undefined) return outcome;
  console.error(`FAILED: ${project}: ${fault}`);
  return { ...outcome, failed: outcome.failed + 1 };
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
  if (missing.length === 0) return runProjects(['--runInBand', '--selectProjects', 'documents']);
  console.log(`documents: not run: ${missing.join(' and ')} is not installed`);
  return { passed: 0, failed: process.env['CI'] === undefined ? 0 : 1 };
}

try {
  rmSync(reportDirectory, { recursive: true, force: true });
  const relations = postgres === undefined ? [] : await relationsIn(postgres.url);
  const checked = await runChecks(staticChecks);
  const onPostgres = postgres === undefined ? [] : ['postgres'];
  const units = await runProjects(['--maxWorkers=2', '--selectProjects', 'unit', ...onPostgres]);
  const contract = await Promise.all(['embedded', ...onPostgres].map(contractInTurn));
  const journeys = await runProjects(['--runInBand', '--selectProjects', 'journeys']);
  const outcomes = [checked, units, ...contract, journeys, await documents()];
  if (postgres === undefined) {
    console.log('postgres: not run\ncoverage of the description: not run: some of it shows on PostgreSQL alone');
    outcomes.push({ passed: 0, failed: process.env['CI'] === undefined ? 0 : 1 });
  } else outcomes.push(await namedDatabase(postgres, relations), await runChecks([everyPromise]));
  close(sum(outcomes));
} finally {
  await postgres?.stop();
}
