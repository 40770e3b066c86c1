import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { migrate } from '../../db/migrator.ts';
import { openDatabase, type OpenDatabase } from '../../db/open-database.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/postgres-databases.ts';
import { testPostgres, type TestServer } from '../../testing/postgres-server.ts';
import { insertTenant } from '../../testing/run-fixture.ts';
import { waitingConnections } from '../../testing/waiting-connections.ts';
import { deleteSample } from './change-sample.ts';
import { holdSample } from './sample-lookup.ts';

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

test('a sample is not deleted under a test that is being made of it: the deletion waits, and is refused', async () => {
  const { domain_id, sample_id } = await insertTenant(opened.db, 'own');
  let deleting: Promise<string> | undefined;
  await opened.db.transaction().execute(async (trx) => {
    expect(await holdSample(trx, domain_id, sample_id)).toBe(true);
    deleting = deleteSample(opened, domain_id, sample_id).then(
      () => 'deleted',
      (error: { code: string }) => error.code,
    );
    expect(await Promise.race([deleting, waitingConnections(opened.db)])).toBe(1);
    const test = { command: '--x', input_type: 'file', output_type: 'file', description: '' } as const;
    const row = { domain_id, sample_id, ...test, expected_rc: 0, active: true, timeout_ms: 1 };
    await trx.insertInto('regression_tests').values(row).execute();
  });
  expect(await deleting).toBe('conflict');
});
