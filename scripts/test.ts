// Every check a contributor needs: static checks, unit and query tests, and the contract over real HTTP on both databases.
import { close, runChecks, runJest, sum } from './run-checks.ts';
import { staticChecks } from './static-checks.ts';
import { PostgresUnavailable } from './test-postgres.ts';
import { testPostgres, type TestServer } from '../src/testing/postgres-server.ts';

const apart = { always: ['unit'], onPostgres: ['postgres'] };
/** One queue of runs is shared by all files of a project: two at once would take each other's runs. */
const inTurn = { always: ['contract-embedded', 'journeys'], onPostgres: ['contract-postgres'] };

async function findPostgres(): Promise<TestServer | undefined> {
  return testPostgres().catch((error: unknown) => {
    if (error instanceof PostgresUnavailable) return undefined;
    throw error;
  });
}

const postgres = await findPostgres();
try {
  const projects = ({ always, onPostgres }: typeof apart): string[] =>
    postgres === undefined ? always : [...always, ...onPostgres];
  const environment = postgres === undefined ? {} : { DATABASE_URL: postgres.url };
  const checked = await runChecks(staticChecks);
  const units = await runJest(['--maxWorkers=2', '--selectProjects', ...projects(apart)], environment);
  const contract = await runJest(['--runInBand', '--selectProjects', ...projects(inTurn)], environment);
  const refused = postgres === undefined && process.env['CI'] !== undefined ? 1 : 0;
  if (postgres === undefined) console.log('postgres: not run');
  close(sum([checked, units, contract, { passed: 0, failed: refused }]));
} finally {
  await postgres?.stop();
}
