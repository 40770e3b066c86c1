// Every check a contributor needs: static checks, unit and query tests, and the contract over real HTTP on both databases.
import { close, runChecks, runJest, sum } from './run-checks.ts';
import { staticChecks } from './static-checks.ts';
import { PostgresUnavailable } from './test-postgres.ts';
import { testPostgres, type TestServer } from '../src/testing/postgres-server.ts';

const onPostgres = ['postgres', 'contract-postgres'];
const elsewhere = ['unit', 'contract-embedded', 'journeys'];

async function findPostgres(): Promise<TestServer | undefined> {
  return testPostgres().catch((error: unknown) => {
    if (error instanceof PostgresUnavailable) return undefined;
    throw error;
  });
}

const postgres = await findPostgres();
try {
  const projects = postgres === undefined ? elsewhere : [...elsewhere, ...onPostgres];
  const environment = postgres === undefined ? {} : { DATABASE_URL: postgres.url };
  const checked = await runChecks(staticChecks);
  // In band: runs are claimed from one queue, so two files at once would take each other's runs.
  const tested = await runJest(['--runInBand', '--selectProjects', ...projects], environment);
  const refused = postgres === undefined && process.env['CI'] !== undefined ? 1 : 0;
  if (postgres === undefined) console.log('postgres: not run');
  close(sum([checked, tested, { passed: 0, failed: refused }]));
} finally {
  await postgres?.stop();
}
