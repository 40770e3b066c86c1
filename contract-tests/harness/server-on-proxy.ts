import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { createTestDatabase } from '../../src/testing/postgres-databases.ts';
import { startPostgresProxy, type PostgresProxy } from './postgres-proxy.ts';
import { startServerProcess, type ServerProcess } from './server-process.ts';

export interface ServerOnProxy {
  readonly server: ServerProcess;
  readonly proxy: PostgresProxy;
  /** A second server that does the background work of the first, straight at the database. */
  startBackground(): Promise<ServerProcess>;
  /** Straight to the database, which nothing but this server uses. */
  run(statement: string): Promise<void>;
  stop(): Promise<void>;
}

/** A server of its own, on a PostgreSQL that a test can take away; without background work, so that nothing else asks. */
export async function startServerOnProxy(): Promise<ServerOnProxy> {
  const postgres = process.env['SPCI_TEST_POSTGRES'];
  if (postgres === undefined) throw new Error('no PostgreSQL for these tests: SPCI_TEST_POSTGRES is not set');
  const database = await createTestDatabase(postgres);
  const proxy = await startPostgresProxy(database.url);
  const keys = `shared:${randomBytes(32).toString('base64')}`;
  const environment = { SPCI_LOOKUP_KEYS: keys, SPCI_SEALING_KEYS: keys };
  const server = await startServerProcess({
    databaseUrl: proxy.url,
    environment: { ...environment, SPCI_ROLE: 'http' },
  });
  const shared = { ...environment, SPCI_BLOBS: `file:${server.directory}/blobs` };
  const startBackground = () => startServerProcess({ databaseUrl: database.url, environment: shared });
  const run = async (statement: string): Promise<void> => {
    const client = new Client({ connectionString: database.url });
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  const stop = async (): Promise<void> => {
    await server.stop();
    await proxy.stop();
    await database.drop();
  };
  return { server, proxy, startBackground, run, stop };
}
