import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { OpenDatabase } from '../../db/open-database.ts';
import type { LeasePrincipal } from '../../principal.ts';
import { openMigratedPostgres } from '../../testing/migrated-postgres.ts';
import { insertLease, insertRun, insertTenant } from '../../testing/run-fixture.ts';
import { appendLines } from './log-intake.ts';

let opened: OpenDatabase;
let lease: LeasePrincipal;

beforeAll(async () => {
  opened = await openMigratedPostgres();
  const tenant = await insertTenant(opened.db, 'own');
  lease = await insertLease(opened.db, await insertRun(opened.db, tenant, { status: 'running', attempt: 1 }));
});
afterAll(async () => {
  await opened.close();
});

const batch = (first_line: number) => ({
  first_line,
  lines: Array.from({ length: 50 }, (_, index) => ({
    at: '2026-11-22T10:00:00Z',
    level: 'info' as const,
    source: 'worker' as const,
    message: `line ${first_line + index}`,
  })),
});

test('batches that come at once, out of order and again leave each line once and no gap', async () => {
  const waiting = [200, 150, 100, 50, 0].flatMap((first) => [first, first, first]);
  // A batch behind a gap is refused and comes again, as a worker would send it.
  while (waiting.length > 0) {
    const sent = waiting.splice(0);
    const outcomes = await Promise.allSettled(sent.map((first) => appendLines(opened, lease, batch(first))));
    for (const [index, outcome] of outcomes.entries()) {
      if (outcome.status === 'fulfilled') continue;
      expect(outcome.reason).toMatchObject({ code: 'unprocessable' });
      waiting.push(...sent.slice(index, index + 1));
    }
  }
  const lines = await opened.db.selectFrom('log_lines').select(['line', 'message']).orderBy('line').execute();
  expect(lines).toEqual(Array.from({ length: 250 }, (_, line) => ({ line, message: `line ${line}` })));
});
