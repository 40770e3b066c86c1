import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { migrate } from '../../db/migrator.ts';
import { openDatabase, type OpenDatabase } from '../../db/open-database.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/postgres-databases.ts';
import { testPostgres, type TestServer } from '../../testing/postgres-server.ts';
import { insertTenant } from '../../testing/run-fixture.ts';
import { waitingConnections } from '../../testing/waiting-connections.ts';
import { createRunWakeup } from '../queue/run-wakeup.ts';
import { changeMaintenance, openPlatforms } from './maintenance.ts';

let server: TestServer;
let database: TestDatabase;
let opened: OpenDatabase;

beforeAll(async () => {
  server = await testPostgres();
  database = await createTestDatabase(server.url);
  opened = await openDatabase({ databaseUrl: database.url, directory: '' }, { warn: () => undefined });
  await migrate(opened.db);
});
afterAll(async () => {
  await opened.close();
  await database.drop();
  await server.stop();
});

test('maintenance begins when the claims under way have ended, and then no claim finds the platform', async () => {
  const { account_id } = await insertTenant(opened.db, 'own');
  const context = { db: opened.db, runWakeup: createRunWakeup() };
  let changing: Promise<string> | undefined;
  await opened.db.transaction().execute(async (claim) => {
    expect(await openPlatforms(claim, ['linux', 'windows'])).toEqual(['linux', 'windows']);
    changing = changeMaintenance(context, account_id, 'windows', { disabled: true }).then(() => 'changed');
    expect(await Promise.race([changing, waitingConnections(opened.db)])).toBe(1);
  });
  expect(await changing).toBe('changed');
  await opened.db.transaction().execute(async (claim) => {
    expect(await openPlatforms(claim, ['linux', 'windows'])).toEqual(['linux']);
  });
});
