import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { OpenDatabase } from '../../db/open-database.ts';
import { openMigratedPostgres } from '../../testing/migrated-postgres.ts';
import { insertTenant } from '../../testing/run-fixture.ts';
import { waitingConnections } from '../../testing/waiting-connections.ts';
import { createRunWakeup } from '../queue/run-wakeup.ts';
import { changeMaintenance, openPlatforms } from './maintenance.ts';

let opened: OpenDatabase;

beforeAll(async () => {
  opened = await openMigratedPostgres();
});
afterAll(async () => {
  await opened.close();
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
