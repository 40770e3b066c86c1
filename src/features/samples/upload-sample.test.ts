import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { settingsFrom } from '../../config.ts';
import type { OpenDatabase } from '../../db/open-database.ts';
import type { AccountPrincipal } from '../../principal.ts';
import type { BlobStore } from '../../storage/blob-store.ts';
import { openFileBlobStore } from '../../storage/file-blob-store.ts';
import { openMigrated } from '../../testing/migrated-database.ts';
import { insertTenant } from '../../testing/run-fixture.ts';
import { countSamples } from './samples.queries.ts';
import { assertStorable } from './storable-text.ts';
import { extensionOf, uploadSample, type SampleUpload } from './upload-sample.ts';

const settings = settingsFrom({ SPCI_MAX_UPLOAD_BYTES: '100' });
let opened: OpenDatabase;
let account: Pick<AccountPrincipal, 'domainId' | 'accountId'>;
let directory: string;
let blobs: BlobStore;

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

function upload(content: string, changes: Partial<SampleUpload> = {}) {
  const body = Readable.from([Buffer.from(content)]);
  const { signal } = new AbortController();
  const sample = { body, filename: 'Pop-On.M2TS', expectedSha256: undefined, tags: [], signal, ...changes };
  return uploadSample({ db: opened.db, blobs, settings }, account, sample);
}

/** A body that tells whether anyone began to read it. */
function watchedBody(content: string) {
  const watched = { read: false, body: Readable.from([]) };
  watched.body = Readable.from(
    (function* () {
      watched.read = true;
      yield Buffer.from(content);
    })(),
  );
  return watched;
}

beforeAll(async () => {
  opened = await openMigrated();
  const { domain_id, account_id } = await insertTenant(opened.db, 'own');
  account = { domainId: domain_id, accountId: account_id };
  directory = await mkdtemp(join(tmpdir(), 'spci-samples-'));
  blobs = await openFileBlobStore(directory);
});

beforeEach(async () => {
  await opened.db.deleteFrom('samples').execute();
});

afterAll(async () => {
  await opened.close();
  await rm(directory, { recursive: true });
});

const sampleCount = (): Promise<number> => countSamples(opened.db, account.domainId, {});

test('a sample is what was sent, under the name it came with', async () => {
  const sample = await upload('captions', { tags: ['cea-608', 'CEA-608'], expectedSha256: digestOf('captions') });
  expect(sample).toMatchObject({
    sha256: digestOf('captions'),
    size_bytes: 8,
    original_name: 'Pop-On.M2TS',
    extension: 'm2ts',
    tags: [expect.stringMatching(/^cea-608$/i)],
    active_test_count: 0,
  });
  expect(await blobs.has(sample.sha256)).toBe(true);
});

test.each([
  ['a.tar.GZ', 'gz'],
  ['captions', ''],
  ['.profile', ''],
  ['captions.', ''],
  ['captions.m2 ts', ''],
  ['captions.é', ''],
  ['captions.elevenchars', ''],
  ['captions.tencharact', 'tencharact'],
])('the extension of %j is %j', (filename, extension) => {
  expect(extensionOf(filename)).toBe(extension);
});

describe('content that the domain has', () => {
  test('is refused with the sample that has it', async () => {
    const { id } = await upload('captions');
    const refusal = { code: 'conflict', details: { sample_id: id } };
    await expect(upload('captions', { filename: 'again.ts' })).rejects.toMatchObject(refusal);
    expect(await sampleCount()).toBe(1);
  });

  test('is refused before it is read when its digest is known', async () => {
    const { id, sha256 } = await upload('captions');
    const watched = watchedBody('captions');
    const refusal = { code: 'conflict', details: { sample_id: id } };
    await expect(upload('', { body: watched.body, expectedSha256: sha256 })).rejects.toMatchObject(refusal);
    expect(watched.read).toBe(false);
  });

  test('of two uploads that race one is kept and the other names it', async () => {
    const outcomes = await Promise.allSettled([upload('captions'), upload('captions')]);
    const kept = outcomes.filter((outcome) => outcome.status === 'fulfilled').map(({ value }) => value.id);
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected').map(({ reason }) => reason);
    expect(kept).toHaveLength(1);
    expect(refused).toMatchObject([{ code: 'conflict', details: { sample_id: kept[0] } }]);
  });
});

describe('nothing is visible of', () => {
  test.each([
    ['an empty body', '', {}, { code: 'unprocessable' }],
    ['another content than announced', 'captions', { expectedSha256: digestOf('other') }, { code: 'unprocessable' }],
    ['a body beyond the limit', 'x'.repeat(101), {}, { code: 'payload_too_large', details: { bytes_max: 100 } }],
  ])('%s', async (_, content, changes, refusal) => {
    await expect(upload(content, changes)).rejects.toMatchObject(refusal);
    expect(await sampleCount()).toBe(0);
  });

  test('an upload that its client gives up', async () => {
    const client = new AbortController();
    const body = new Readable({ read: () => undefined });
    body.push('begun');
    const pending = upload('', { body, signal: client.signal });
    client.abort();
    body.destroy();
    await expect(pending).rejects.toThrow();
    expect(await sampleCount()).toBe(0);
  });
});

test('text with NUL is refused by field', () => {
  const texts = { 'query.tags': ['a', 'b\0'], 'body.name': 'c\0', 'body.description': 'd', 'body.comment': undefined };
  const message = ['must not contain NUL'];
  expect(() => assertStorable(texts)).toThrow(
    expect.objectContaining({
      code: 'validation_error',
      details: { fields: { 'query.tags': message, 'body.name': message } },
    }),
  );
});
