import { createTestDatabase } from '../../src/testing/postgres-databases.ts';
import { startServerProcess, type ServerProcess } from './server-process.ts';

/** An empty server that no other file uses, on the kind of database that the file's project tests. */
export async function startOwnServer(environment: Readonly<Record<string, string>>): Promise<ServerProcess> {
  const onPostgres = (globalThis as { spciServerVariable?: string }).spciServerVariable === 'SPCI_TEST_ON_POSTGRES';
  if (!onPostgres) return startServerProcess({ environment });
  const postgres = process.env['SPCI_TEST_POSTGRES'];
  if (postgres === undefined) throw new Error('no PostgreSQL for these tests: SPCI_TEST_POSTGRES is not set');
  const database = await createTestDatabase(postgres);
  const server = await startServerProcess({ databaseUrl: database.url, environment });
  const stop = async (): Promise<void> => {
    await server.stop();
    await database.drop();
  };
  return { ...server, stop };
}
