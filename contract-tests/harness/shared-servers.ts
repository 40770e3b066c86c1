import { PostgresUnavailable } from '../../scripts/test-postgres.ts';
import { createTestDatabase } from '../../src/testing/postgres-databases.ts';
import { testPostgres } from '../../src/testing/postgres-server.ts';
import { startServerProcess } from './server-process.ts';

interface Stoppable {
  stop(): Promise<void>;
}

/** What the teardown of the same run ends; both are called in one process. */
const started: Stoppable[] = [];

/**
 * No run that one file left in a worker's hands is queued again while another file waits for its own. The commit is that
 * of the example.
 */
export const sharedEnvironment = {
  SPCI_LEASE_MS: '600000',
  SPCI_COMMIT: '2c26b46b68ffc68ff99b453c1d30413413422d70',
};

export async function startOnEmbedded(): Promise<void> {
  const server = await startServerProcess({ environment: sharedEnvironment });
  process.env['SPCI_TEST_EMBEDDED'] = server.url;
  started.push(server);
}

export async function startOnPostgres(): Promise<void> {
  const postgres = await testPostgres().catch((error: unknown) => {
    if (error instanceof PostgresUnavailable) return undefined;
    throw error;
  });
  if (postgres === undefined) return;
  const database = await createTestDatabase(postgres.url);
  const server = await startServerProcess({ databaseUrl: database.url, environment: sharedEnvironment });
  process.env['SPCI_TEST_ON_POSTGRES'] = server.url;
  process.env['SPCI_TEST_POSTGRES'] = postgres.url;
  started.push(server, { stop: () => database.drop() }, postgres);
}

export async function stopStarted(): Promise<void> {
  for (const part of started.splice(0)) await part.stop();
}
