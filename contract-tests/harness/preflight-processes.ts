import { randomBytes } from 'node:crypto';
import { createTestDatabase } from '../../src/testing/postgres-databases.ts';
import { testPostgres } from '../../src/testing/postgres-server.ts';
import { startServerProcess, type ServerProcess } from './server-process.ts';

export interface ServerAndBackground {
  /** Answers requests, and works on nothing. */
  readonly server: ServerProcess;
  /** Another process that works on jobs, and answers nobody. */
  startBackground(): Promise<ServerProcess>;
  stop(): Promise<void>;
}

/** Processes of their roles, on one PostgreSQL database of their own. */
export async function startServerAndBackground(): Promise<ServerAndBackground> {
  const postgres = await testPostgres();
  const { url: databaseUrl, drop } = await createTestDatabase(postgres.url);
  const keys = `shared:${randomBytes(32).toString('base64')}`;
  const shared = { SPCI_LOOKUP_KEYS: keys, SPCI_SEALING_KEYS: keys };
  const server = await startServerProcess({ databaseUrl, environment: { ...shared, SPCI_ROLE: 'http' } });
  const background: ServerProcess[] = [];
  return {
    server,
    startBackground: async () => {
      const environment = { ...shared, SPCI_ROLE: 'jobs', SPCI_BLOBS: `file:${server.directory}/blobs` };
      const one = await startServerProcess({ databaseUrl, environment });
      background.push(one);
      return one;
    },
    stop: async () => {
      await Promise.all([server, ...background].map((one) => one.stop()));
      await drop();
      await postgres.stop();
    },
  };
}
