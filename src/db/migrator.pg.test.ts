import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../testing/postgres-databases.ts';
import { testPostgres, type TestServer } from '../testing/postgres-server.ts';
import { migrations } from './migrations/index.ts';
import { migrate, pendingMigrations } from './migrator.ts';
import { openDatabase, type OpenDatabase } from './open-database.ts';

let postgres: TestServer;
let database: TestDatabase;

beforeAll(async () => {
  postgres = await testPostgres();
  database = await createTestDatabase(postgres.url);
});

afterAll(async () => {
  await database.drop();
  await postgres.stop();
});

const open = (): Promise<OpenDatabase> =>
  openDatabase({ databaseUrl: database.url, directory: '' }, { warn: () => undefined });

test('five replicas that start at once run each migration once', async () => {
  const replicas = await Promise.all(Array.from({ length: 5 }, open));
  const ran = await Promise.all(replicas.map(({ db }) => migrate(db)));
  expect(ran.flat().sort()).toEqual(Object.keys(migrations));
  const [first] = replicas;
  expect(first && (await pendingMigrations(first.db))).toEqual([]);
  for (const replica of replicas) await replica.close();
});
