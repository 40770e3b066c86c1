import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { OpenDatabase } from '../../db/open-database.ts';
import { openMigratedPostgres } from '../../testing/migrated-postgres.ts';
import { insertTenant } from '../../testing/run-fixture.ts';
import { waitingConnections } from '../../testing/waiting-connections.ts';
import { deleteSample } from './change-sample.ts';
import { holdSample } from './sample-lookup.ts';

let opened: OpenDatabase;

beforeAll(async () => {
  opened = await openMigratedPostgres();
});
afterAll(async () => {
  await opened.close();
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
