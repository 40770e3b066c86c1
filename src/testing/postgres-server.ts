import { startPostgres } from '../../scripts/test-postgres.ts';

export interface TestServer {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * The PostgreSQL server that tests use: the one of `DATABASE_URL`, on which only databases named `spci_test_*` are made
 * and dropped, else one that is started for the purpose.
 */
export async function testPostgres(): Promise<TestServer> {
  const given = process.env['DATABASE_URL'];
  if (given !== undefined && given !== '') return { url: given, stop: async () => undefined };
  const { url, stop } = await startPostgres();
  return { url, stop };
}
