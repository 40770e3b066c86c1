import { createTestDatabase } from '../../src/testing/postgres-databases.ts';
import { startServerProcess, type ServerProcess } from './server-process.ts';

/** Whether the file's project tests PostgreSQL, which several processes may share, or the embedded database. */
export function isOnPostgres(): boolean {
  return (globalThis as { spciServerVariable?: string }).spciServerVariable === 'SPCI_TEST_ON_POSTGRES';
}

/** What the suite is given when it is itself under test: an address that leads to the server named afterwards. */
interface Front {
  readonly url: string;
  aim(target: string): void;
  close(): Promise<void>;
}

/** An empty server that no other file uses, on the kind of database that the file's project tests. */
export async function startOwnServer(environment: Readonly<Record<string, string>>): Promise<ServerProcess> {
  const openFront = (globalThis as { spciOpenFront?: () => Promise<Front> }).spciOpenFront;
  if (openFront === undefined) return startEmptyServer(environment);
  const front = await openFront();
  const server = await startEmptyServer({ SPCI_PUBLIC_URL: front.url, ...environment });
  front.aim(server.url);
  const stop = async (): Promise<void> => {
    await front.close();
    await server.stop();
  };
  return { ...server, url: front.url, stop };
}

async function startEmptyServer(environment: Readonly<Record<string, string>>): Promise<ServerProcess> {
  if (!isOnPostgres()) return startServerProcess({ environment });
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
