import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../../testing/postgres-databases.ts';
import { testPostgres, type TestServer } from '../../testing/postgres-server.ts';
import { settingsFrom } from '../../config.ts';
import { migrate } from '../../db/migrator.ts';
import { openDatabase, type OpenDatabase } from '../../db/open-database.ts';
import { logIn } from './login.ts';

let server: TestServer;
let database: TestDatabase;
let replicas: OpenDatabase[];
const settings = settingsFrom({ SPCI_LIMITS: 'login=5/900' });

beforeAll(async () => {
  server = await testPostgres();
  database = await createTestDatabase(server.url);
  const open = () => openDatabase({ databaseUrl: database.url, directory: '' }, { warn: () => undefined });
  replicas = await Promise.all([open(), open(), open()]);
  for (const { db } of replicas) await migrate(db);
});
afterAll(async () => {
  await Promise.all(replicas.map((replica) => replica.close()));
  await database.drop();
  await server.stop();
});
beforeEach(async () => {
  await replicas[0]?.db.deleteFrom('login_attempts').execute();
});

/** The codes of 30 failing logins at once, shared out among the replicas. */
async function codesOfCrowd(of: (number: number) => { email: string; clientAddress: string }): Promise<string[]> {
  const tries = Array.from({ length: 30 }, (_, number) => {
    const replica = replicas[number % replicas.length];
    if (replica === undefined) throw new Error('no replica');
    return logIn({ db: replica.db, settings }, { ...of(number), password: 'wrong' });
  });
  const outcomes = await Promise.allSettled(tries);
  return outcomes.map((outcome) => (outcome.status === 'rejected' ? outcome.reason.code : 'logged in')).toSorted();
}

test('logins at once from one address on three replicas have one limit', async () => {
  const codes = await codesOfCrowd((number) => ({ email: `${number}@example.org`, clientAddress: '192.0.2.1' }));
  expect(codes).toEqual([...Array(5).fill('invalid_credentials'), ...Array(25).fill('rate_limited')]);
});

test('logins at once against one account on three replicas have one limit', async () => {
  const codes = await codesOfCrowd((number) => ({ email: 'ada@example.org', clientAddress: `192.0.2.${number}` }));
  expect(codes).toEqual([...Array(10).fill('invalid_credentials'), ...Array(20).fill('rate_limited')]);
});
