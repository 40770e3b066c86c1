import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { testPostgres, type TestServer } from '../testing/postgres-server.ts';
import { openDatabase } from './open-database.ts';

let postgres: TestServer;

beforeAll(async () => {
  postgres = await testPostgres();
});

afterAll(() => postgres.stop());

async function plannerSettings(databaseUrl: string): Promise<{ pageCost: string; workers: string }> {
  const { db, close } = await openDatabase({ databaseUrl, directory: '' }, { warn: () => undefined });
  const { rows } = await sql<{ pageCost: string; workers: string }>`
    select current_setting('random_page_cost') as "pageCost",
      current_setting('max_parallel_workers_per_gather') as workers`.execute(db);
  await close();
  return rows[0] ?? { pageCost: '', workers: '' };
}

test('lists are planned for an SSD and for one core', async () => {
  await expect(plannerSettings(postgres.url)).resolves.toEqual({ pageCost: '1.1', workers: '0' });
});

test('options in the address are taken instead', async () => {
  const url = new URL(postgres.url);
  url.searchParams.set('options', '-c random_page_cost=2 -c max_parallel_workers_per_gather=1');
  await expect(plannerSettings(url.href)).resolves.toEqual({ pageCost: '2', workers: '1' });
});
