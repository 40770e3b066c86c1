import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { createTestDatabase } from '../../src/testing/postgres-databases.ts';
import { createClient, type Client as ApiClient } from './client.ts';
import { startServerProcess } from './server-process.ts';

export interface TwinServers {
  /** Of the first. */
  readonly url: string;
  /** The same client at the one server and at the other in turn. */
  at(position: number, client: ApiClient): ApiClient;
  /** Straight to the database, which nothing but these servers uses. */
  run(statement: string): Promise<void>;
  stop(): Promise<void>;
}

/** Two processes on one PostgreSQL database and one store, without background work: what happens was asked for. */
export async function startTwinServers(): Promise<TwinServers> {
  const postgres = process.env['SPCI_TEST_POSTGRES'];
  if (postgres === undefined) throw new Error('no PostgreSQL for these tests: SPCI_TEST_POSTGRES is not set');
  const { url: databaseUrl, drop } = await createTestDatabase(postgres);
  const keys = `shared:${randomBytes(32).toString('base64')}`;
  const shared = { SPCI_LOOKUP_KEYS: keys, SPCI_SEALING_KEYS: keys, SPCI_ROLE: 'http' };
  const first = await startServerProcess({ databaseUrl, environment: shared });
  const store = { SPCI_BLOBS: `file:${first.directory}/blobs` };
  const second = await startServerProcess({ databaseUrl, environment: { ...shared, ...store } });
  const urls = [first.url, second.url];
  const run = async (statement: string): Promise<void> => {
    const client = new Client({ connectionString: databaseUrl });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  const stop = async (): Promise<void> => {
    await Promise.all([first.stop(), second.stop()]);
    await drop();
  };
  const at = (position: number, { token }: ApiClient): ApiClient =>
    createClient(urls[position % urls.length] ?? first.url, token);
  return { url: first.url, at, run, stop };
}
