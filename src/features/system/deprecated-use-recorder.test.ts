import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import pino from 'pino';
import { settingsFrom } from '../../config.ts';
import type { DeprecatedUse } from '../../deprecations.ts';
import type { OpenDatabase } from '../../db/open-database.ts';
import { newKey } from '../../secrets.ts';
import { openMigrated } from '../../testing/migrated-database.ts';
import { createAccount } from '../accounts/account-creation.ts';
import { mintToken } from '../tokens/token-minting.ts';
import { createDeprecatedUseRecorder, startDeprecatedUseRecorder } from './deprecated-use-recorder.ts';
import { countDeprecatedUses, listDeprecatedUses, listItemStandings } from './deprecated-uses.queries.ts';
import { sweepDeprecatedUses } from './deprecated-uses.ts';

const [item, other] = ['query.access_token', 'body.access_token'] as const;
const items = [item, other];
const lines: string[] = [];
const logger = pino({}, { write: (line) => void lines.push(line) });
let database: OpenDatabase;
let tokenId: number;

const use = (changes: Partial<DeprecatedUse> = {}): DeprecatedUse => ({
  ...{ domainId: 1, tokenId, operationId: 'listRuns', items: [item], userAgent: 'curl/8.5.0', ...changes },
});
const recorder = () => createDeprecatedUseRecorder({ db: database.db, logger });
const kept = () => listDeprecatedUses(database.db, 1, items, {}, { limit: 100, offset: 0 });
const clients = async () => (await kept()).map(({ client, use_count }) => [client, use_count]);

beforeAll(async () => {
  database = await openMigrated();
  const key = newKey();
  const person = { name: 'Ada', email: 'ada@example.org', password: 'correct horse battery staple' };
  const account = await createAccount(database.db, 1, { ...person, role: 'admin' });
  const keys = { active: key, all: [key] };
  const asked = { token_name: 'pipeline', expires_in_days: 7, scopes: [] };
  tokenId = (await mintToken({ db: database.db, keys }, account, asked)).row.id;
  const started = await startDeprecatedUseRecorder({ db: database.db, logger, settings: settingsFrom({}) });
  await started.stop();
});
beforeEach(async () => {
  lines.length = 0;
  await database.db.deleteFrom('deprecated_uses').execute();
});
afterAll(() => database.close());

describe('uses are recorded', () => {
  test('in one statement for all of a batch, and none where there is nothing', async () => {
    const statements: string[] = [];
    const db = database.db.withPlugin({
      transformQuery: ({ node }) => (statements.push(node.kind), node),
      transformResult: async ({ result }) => result,
    });
    const { record, flush, stop } = createDeprecatedUseRecorder({ db, logger });
    await flush();
    for (const operationId of ['listRuns', 'listSamples', 'listRuns']) record(use({ operationId, items }));
    expect(statements).toEqual([]);
    await stop();
    expect(statements).toEqual(['RawNode']);
    const operations = [
      { operation_id: 'listRuns', use_count: 2 },
      { operation_id: 'listSamples', use_count: 1 },
    ];
    const each = { token_id: tokenId, token_name: 'pipeline', user_name: 'Ada', client: 'curl/8.5.0', use_count: 3 };
    expect(await kept()).toMatchObject([
      { item: other, ...each, operations },
      { item, ...each, operations },
    ]);
    expect(await countDeprecatedUses(database.db, 1, items, {})).toBe(2);
  });

  test('and add up, whoever flushes and how often', async () => {
    const replicas = [recorder(), recorder()];
    for (const { record } of replicas) for (let count = 0; count < 3; count += 1) record(use());
    await Promise.all(replicas.map(({ flush }) => flush()));
    const [before] = await kept();
    expect(before).toMatchObject({ use_count: 6 });
    replicas[0]?.record(use());
    await Promise.all(replicas.map(({ stop }) => stop()));
    await Promise.all(replicas.map(({ stop }) => stop()));
    const [after] = await kept();
    expect(after).toMatchObject({ use_count: 7, first_used_at: before?.first_used_at });
    expect(Date.parse(after?.last_used_at ?? '')).toBeGreaterThan(Date.parse(before?.last_used_at ?? ''));
  });

  test('without those whose token is gone, and of these alone', async () => {
    const { record, stop } = recorder();
    record(use({ tokenId: tokenId + 1000 }));
    record(use());
    await stop();
    expect(await clients()).toEqual([['curl/8.5.0', 1]]);
    expect(lines).toEqual([]);
  });

  test('or lost, which is logged, and never tried twice', async () => {
    const { record, stop } = recorder();
    record(use({ items: ['unknown'] }));
    record(use());
    await stop();
    await stop();
    expect(await kept()).toEqual([]);
    expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([{ level: 40, entries: 2 }]);
  });
});

describe('what a client calls itself', () => {
  const secret = 'spci_0123456789abcdefghijABCDEFGHIJ0123456789abcdef';

  test.each([
    ['curl/8.5.0', 'curl/8.5.0'],
    ['Mozilla/5.0 (X11; Linux x86_64) Firefox/120.0', 'Mozilla/5.0'],
    ['video-ci(beta)', 'video-ci'],
    ['python-requests/2.31.0', 'python-requests/2.31.0'],
    ['tool/deadbeef', 'tool'],
    ['a/1/2', 'other'],
    ['', 'other'],
    [undefined, 'other'],
    ['ключ/1', 'other'],
    [secret, 'other'],
    [`curl/${secret}`, 'curl'],
    [secret.replaceAll(/[0-9]/g, 'x'), 'other'],
    ['d41d8cd98f00b204e9800998ecf8427e', 'other'],
  ])('%s is recorded as %s', async (userAgent, client) => {
    const { record, stop } = recorder();
    record(use({ userAgent }));
    await stop();
    expect(await clients()).toEqual([[client, 1]]);
  });

  test('is kept apart for 20 of a token, in whatever batches they come', async () => {
    const { record, flush, stop } = recorder();
    for (let version = 0; version < 15; version += 1) record(use({ userAgent: `curl/1.${version}` }));
    await flush();
    for (let version = 10; version < 30; version += 1) record(use({ userAgent: `curl/1.${version}` }));
    await flush();
    record(use({ userAgent: 'curl/1.29' }));
    record(use({ userAgent: 'curl/1.0' }));
    record(use({ items: [other], userAgent: 'curl/1.29' }));
    await stop();
    const counts = new Map((await kept()).filter((row) => row.item === item).map((row) => [row.client, row.use_count]));
    expect(counts.size).toBe(21);
    expect([counts.get('other'), counts.get('curl/1.0'), counts.get('curl/1.12')]).toEqual([11, 2, 2]);
    expect((await kept())[0]).toMatchObject({ item: other, client: 'curl/1.29' });
  });
});

test('what is held in memory is bounded, and what does not fit is told', async () => {
  const { record, stop } = recorder();
  for (let number = 0; number < 5_010; number += 1) record(use({ operationId: `operation${number}` }));
  record(use({ operationId: 'operation0' }));
  await stop();
  expect(await kept()).toMatchObject([{ use_count: 5_001 }]);
  expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([{ level: 40, uses: 10 }]);
});

describe('an item is safe to remove', () => {
  const age = (table: 'deprecated_items' | 'deprecated_uses', days: number) =>
    table === 'deprecated_items'
      ? sql`update deprecated_items set recording_began_at = now() - ${days} * interval '1 day'`.execute(database.db)
      : sql`update deprecated_uses set last_used_at = now() - ${days} * interval '1 day',
          first_used_at = now() - ${days} * interval '1 day'`.execute(database.db);
  const safe = async (days: number, domainId = 1) =>
    (await listItemStandings(database.db, domainId, items, days)).map(({ safe_to_remove }) => safe_to_remove);

  test('when all of the days are recorded, and the domain did not use it', async () => {
    await age('deprecated_items', 89);
    expect(await safe(90)).toEqual([false, false]);
    await age('deprecated_items', 91);
    expect(await safe(90)).toEqual([true, true]);
    const { record, stop } = recorder();
    record(use());
    await stop();
    expect(await safe(90)).toEqual([true, false]);
    expect(await safe(90, 2)).toEqual([true, true]);
    await age('deprecated_uses', 50);
    expect([await safe(51), await safe(49)]).toEqual([
      [true, false],
      [true, true],
    ]);
  });

  test('whichever process began to record when: the first counts', async () => {
    await age('deprecated_items', 91);
    await (await startDeprecatedUseRecorder({ db: database.db, logger, settings: settingsFrom({}) })).stop();
    expect(await safe(90)).toEqual([true, true]);
  });

  test('and uses are kept for 400 days', async () => {
    const { record, stop } = recorder();
    record(use());
    await stop();
    await age('deprecated_uses', 399);
    await sweepDeprecatedUses(database);
    expect(await kept()).toHaveLength(1);
    await age('deprecated_uses', 401);
    await sweepDeprecatedUses(database);
    expect(await kept()).toEqual([]);
  });
});
