import { PostgresUnavailable } from '../../scripts/test-postgres.ts';
import { createTestDatabase } from '../../src/testing/postgres-databases.ts';
import { testPostgres } from '../../src/testing/postgres-server.ts';
import { startServerProcess } from './server-process.ts';

export interface Stoppable {
  stop(): Promise<void>;
}

/** What the teardown of the same run ends; both are called in one process. */
export const started: Stoppable[] = [];

/** No run that one file left in a worker's hands is queued again while another file waits for its own. */
const patientLeases = { SPCI_LEASE_MS: '600000' };

async function startOnPostgres(): Promise<void> {
  const postgres = await testPostgres();
  const database = await createTestDatabase(postgres.url);
  const server = await startServerProcess({ databaseUrl: database.url, environment: patientLeases });
  process.env['SPCI_TEST_ON_POSTGRES'] = server.url;
  process.env['SPCI_TEST_POSTGRES'] = postgres.url;
  started.push(server, { stop: () => database.drop() }, postgres);
}

async function startOnEmbedded(): Promise<void> {
  const server = await startServerProcess({ environment: patientLeases });
  process.env['SPCI_TEST_EMBEDDED'] = server.url;
  started.push(server);
}

/** One server on the embedded database and one on PostgreSQL. Jest calls this once for both projects. */
export default async function startServers(): Promise<void> {
  await startOnEmbedded();
  await startOnPostgres().catch((error: unknown) => {
    if (!(error instanceof PostgresUnavailable)) throw error;
  });
}
