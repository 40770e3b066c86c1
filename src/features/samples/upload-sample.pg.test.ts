import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { settingsFrom } from '../../config.ts';
import type { OpenDatabase } from '../../db/open-database.ts';
import type { BlobStore } from '../../storage/blob-store.ts';
import { openFileBlobStore } from '../../storage/file-blob-store.ts';
import { openMigratedPostgres } from '../../testing/migrated-postgres.ts';
import { insertTenant, type Tenant } from '../../testing/run-fixture.ts';
import { waitingConnections } from '../../testing/waiting-connections.ts';
import { insertMissingTags } from './samples.queries.ts';
import { uploadSample } from './upload-sample.ts';

const settings = settingsFrom({});
let opened: OpenDatabase;
let directory: string;
let blobs: BlobStore;
let tenant: Tenant;

beforeAll(async () => {
  opened = await openMigratedPostgres();
  tenant = await insertTenant(opened.db, 'own');
  directory = await mkdtemp(join(tmpdir(), 'spci-samples-'));
  blobs = await openFileBlobStore(directory);
});

afterAll(async () => {
  await opened.close();
  await rm(directory, { recursive: true });
});

function upload(content: string, tags: readonly string[]) {
  const account = { domainId: tenant.domain_id, accountId: tenant.account_id };
  const body = Readable.from([Buffer.from(content)]);
  const { signal } = new AbortController();
  const sample = { body, filename: 'pop-on.m2ts', expectedSha256: undefined, tags, signal };
  return uploadSample({ db: opened.db, blobs, settings }, account, sample);
}

test('of many uploads of one content one is kept and every other names it', async () => {
  const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => upload('captions', ['CEA-608'])));
  const kept = outcomes.filter((outcome) => outcome.status === 'fulfilled').map(({ value }) => value.id);
  const refused = outcomes.filter((outcome) => outcome.status === 'rejected').map(({ reason }) => reason);
  expect(kept).toHaveLength(1);
  const refusal = { code: 'conflict', details: { sample_id: kept[0] } };
  expect(refused).toMatchObject(Array.from({ length: 9 }, () => refusal));
});

test('uploads that make the same tags at once wait for each other in a line, in whatever order they name them', async () => {
  const uploads = await opened.db.transaction().execute(async (trx) => {
    await insertMissingTags(trx, tenant.domain_id, ['m']);
    const pending = Promise.all([upload('one', ['a', 'm', 'z']), upload('other', ['z', 'M', 'a'])]);
    await waitingConnections(opened.db, 2);
    return { pending };
  });
  const tags = (await uploads.pending).map((sample) => sample.tags);
  expect(tags).toEqual([
    ['a', 'm', 'z'],
    ['a', 'm', 'z'],
  ]);
});
