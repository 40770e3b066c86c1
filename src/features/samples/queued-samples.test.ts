import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OpenDatabase } from '../../db/open-database.ts';
import { openFileBlobStore } from '../../storage/file-blob-store.ts';
import { openMigrated } from '../../testing/migrated-database.ts';
import { digest, insertTenant, type Tenant } from '../../testing/run-fixture.ts';
import { deleteSample } from './change-sample.ts';
import {
  dropQueuedSample,
  extraFilesMax,
  finalizeQueuedSample,
  linkQueuedSample,
  queueFile,
} from './queued-samples.ts';
import { listQueuedSampleRows } from './queued-samples.queries.ts';

let opened: OpenDatabase;
let directory: string;
let own: Tenant;

beforeAll(async () => {
  opened = await openMigrated();
  own = await insertTenant(opened.db, 'own');
  directory = await mkdtemp(join(tmpdir(), 'spci-queue-'));
});
afterAll(async () => {
  await opened.close();
  await rm(directory, { recursive: true });
});

async function contextOf() {
  return { db: opened.db, blobs: await openFileBlobStore(directory) };
}
const person = () => ({ domainId: own.domain_id, accountId: own.account_id, role: 'user' as const });
const queue = async (sha256: string) =>
  queueFile(await contextOf(), person(), { name: 'a.ts', sha256, size_bytes: 1, isText: true });
const queued = async () =>
  (await listQueuedSampleRows(opened.db, { domainId: own.domain_id }, { limit: 9, offset: 0 })).map(({ id }) => id);
const said = { version: '1', platform: 'linux', parameters: '', notes: '' } as const;

test('a file whose bytes are gone from the store is no sample and no extra file, and waits on', async () => {
  const context = await contextOf();
  const { id } = await queue(digest('a'));
  const gone = { code: 'conflict', details: { sha256: digest('a') } };
  await expect(finalizeQueuedSample(context, person(), id, said)).rejects.toMatchObject(gone);
  await expect(linkQueuedSample(context, person(), id, own.sample_id)).rejects.toMatchObject(gone);
  expect(await queued()).toEqual([id]);
});

test('the bytes of a dropped file are looked after in the same transaction', async () => {
  const { id } = await queue(digest('b'));
  await dropQueuedSample(await contextOf(), person(), id);
  const discarded = await opened.db.selectFrom('discarded_contents').select('sha256').execute();
  expect(discarded).toEqual([{ sha256: digest('b') }]);
});

test('a sample has one hundred files at most', async () => {
  const { blobs } = await contextOf();
  const { sha256 } = await blobs.put(
    (async function* () {
      yield Buffer.from('one more');
    })(),
    { bytesMax: 10 },
  );
  const { id } = await queue(sha256);
  const file = { sample_id: own.sample_id, account_id: own.account_id, size_bytes: 1 };
  const files = Array.from({ length: extraFilesMax }, (_, number) => ({
    ...{ ...file, sha256: String(number), original_name: 'a.srt', extension: 'srt' },
  }));
  await opened.db.insertInto('sample_extra_files').values(files).execute();
  const linking = async () => linkQueuedSample(await contextOf(), person(), id, own.sample_id);
  await expect(linking()).rejects.toMatchObject({ code: 'conflict' });
  expect(await queued()).toContain(id);
  await opened.db.deleteFrom('sample_extra_files').where('sha256', '=', '0').execute();
  expect(await linking()).toMatchObject({ sample_id: own.sample_id, sha256 });
});

test('the bytes of a deleted sample and of the files beside it are looked after in the same transaction', async () => {
  const other = await insertTenant(opened.db, 'other');
  const file = { sample_id: other.sample_id, account_id: other.account_id, size_bytes: 1 };
  const named = { original_name: 'a.srt', extension: 'srt' };
  await opened.db
    .insertInto('sample_extra_files')
    .values({ ...file, ...named, sha256: digest('c') })
    .execute();
  await opened.db.deleteFrom('discarded_contents').execute();
  await deleteSample({ db: opened.db }, other.domain_id, other.sample_id);
  const discarded = await opened.db.selectFrom('discarded_contents').select('sha256').orderBy('sha256').execute();
  expect(discarded.map(({ sha256 }) => sha256)).toEqual([digest('5'), digest('c')]);
});
