import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { settingsFrom } from '../../config.ts';
import { migrate } from '../../db/migrator.ts';
import { openInMemory, type OpenDatabase } from '../../db/open-database.ts';
import { createLogger } from '../../logger.ts';
import type { MediaProbe, ProbeOutcome } from '../../media/media-probe.ts';
import type { BlobStore } from '../../storage/blob-store.ts';
import { openFileBlobStore } from '../../storage/file-blob-store.ts';
import { insertTenant, type Tenant } from '../../testing/run-fixture.ts';
import { deleteSample } from './change-sample.ts';
import { claimDueSample, findMediaInfo } from './media-infos.queries.ts';
import { probeSamples } from './media-probing.ts';
import { uploadSample } from './upload-sample.ts';

let opened: OpenDatabase;
let tenant: Tenant;
let directory: string;
let blobs: BlobStore;
let asked: string[];
let serial = 0;

beforeAll(async () => {
  opened = await openInMemory();
  await migrate(opened.db);
  tenant = await insertTenant(opened.db, 'own');
  directory = await mkdtemp(join(tmpdir(), 'spci-probing-'));
  blobs = await openFileBlobStore(join(directory, 'blobs'));
});
afterAll(async () => {
  await opened.close();
  await rm(directory, { recursive: true });
});
beforeEach(async () => {
  asked = [];
  await opened.db.deleteFrom('media_infos').execute();
  await opened.db.deleteFrom('discarded_contents').execute();
});

const said = Buffer.from('{"format":{"duration":"1.0"},"streams":[{"codec_type":"video"}]}');
const told: ProbeOutcome = { kind: 'told', said };
const cut: ProbeOutcome = { kind: 'cut', why: 'it took too long' };

/** Says what comes next, and keeps what it was asked about. */
const saying = (...outcomes: (ProbeOutcome | Error | (() => Promise<ProbeOutcome>))[]): MediaProbe => ({
  ask: async (file) => {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(100), 0, 100, 0);
    asked.push(buffer.subarray(0, bytesRead).toString());
    const outcome = outcomes.shift();
    if (outcome === undefined) throw new Error('nobody expected this question');
    if (outcome instanceof Error) throw outcome;
    return typeof outcome === 'function' ? outcome() : outcome;
  },
});

const context = (stopping = new AbortController().signal) => ({
  ...{ db: opened.db, blobs, stopping, logger: createLogger('silent', { write: () => undefined }) },
  settings: settingsFrom({ SPCI_DATA_DIR: directory }),
});

async function upload(content = `sample ${(serial += 1)}\0`): Promise<{ id: number; content: string }> {
  const { signal } = new AbortController();
  const body = Readable.from([Buffer.from(content)]);
  const sample = { body, filename: 'a.ts', expectedSha256: undefined, tags: [], signal };
  const owner = { domainId: tenant.domain_id, accountId: tenant.account_id };
  return { id: (await uploadSample(context(), owner, sample)).id, content };
}

async function makeDue(): Promise<void> {
  await opened.db
    .updateTable('media_infos')
    .set({ next_attempt_at: sql<string>`now()` })
    .execute();
}

test('each sample is looked into once, from its beginning, and what was said is kept as bytes and rows', async () => {
  const [first, second] = [await upload(), await upload()];
  await probeSamples(context(), saying(told, told));
  await probeSamples(context(), saying());
  expect(asked).toEqual([first.content, second.content]);
  const info = await findMediaInfo(opened.db, first.id);
  const tracks = [
    { kind: 'container', duration: '1.0' },
    { kind: 'video', codec_type: 'video' },
  ];
  expect(info).toMatchObject({ outcome: 'told', size_bytes: said.length, tracks });
  expect(await blobs.readAll(info?.sha256 ?? '', 1000)).toEqual(said);
  expect((await readdir(directory)).filter((name) => name.startsWith('.probed'))).toEqual([]);
});

test.each<[string, ProbeOutcome]>([
  ['what it does not know', { kind: 'unreadable', why: 'exit 1' }],
  ['what has no stream', { kind: 'told', said: Buffer.from('{"format":{},"streams":[]}') }],
])('%s is unreadable, and not looked into again', async (_, outcome) => {
  const { id } = await upload();
  await probeSamples(context(), saying(outcome));
  await makeDue();
  await probeSamples(context(), saying());
  expect(await findMediaInfo(opened.db, id)).toMatchObject({ outcome: 'unreadable', sha256: null, tracks: null });
});

test('what is cut is looked into three times, none right after the other', async () => {
  const { id } = await upload();
  for (const attempts of [1, 2, 3]) {
    await probeSamples(context(), saying(cut));
    await probeSamples(context(), saying());
    const outcome = attempts === 3 ? 'unreadable' : null;
    expect(await findMediaInfo(opened.db, id)).toMatchObject({ attempts, outcome });
    await makeDue();
  }
  await probeSamples(context(), saying());
});

test('what a server left when it died is taken again when its time is over, and not for ever', async () => {
  const { id } = await upload();
  await claimDueSample(opened.db, 120_000);
  await probeSamples(context(), saying());
  expect(await findMediaInfo(opened.db, id)).toMatchObject({ outcome: null });
  await makeDue();
  await probeSamples(context(), saying(told));
  expect(await findMediaInfo(opened.db, id)).toMatchObject({ outcome: 'told', attempts: 2 });
  const deadly = await upload();
  for (let death = 0; death < 3; death += 1) {
    await makeDue();
    await claimDueSample(opened.db, 120_000);
  }
  await makeDue();
  await probeSamples(context(), saying());
  expect(await findMediaInfo(opened.db, deadly.id)).toMatchObject({ outcome: 'unreadable' });
});

test('a failure that is not the sample’s, and a stop, count for nothing', async () => {
  const { id } = await upload();
  await expect(probeSamples(context(), saying(new Error('no such program')))).rejects.toThrow('no such program');
  expect(await findMediaInfo(opened.db, id)).toMatchObject({ outcome: null, attempts: 0 });
  await makeDue();
  const stopping = new AbortController();
  const stopped = async (): Promise<ProbeOutcome> => {
    stopping.abort(new Error('stopped'));
    throw new Error('stopped');
  };
  await probeSamples(context(stopping.signal), saying(stopped));
  expect(await findMediaInfo(opened.db, id)).toMatchObject({ outcome: null, attempts: 0 });
});

test('bytes that are missing may come back', async () => {
  const { id, content } = await upload();
  const sample = await opened.db.selectFrom('samples').select('sha256').where('id', '=', id).executeTakeFirstOrThrow();
  await blobs.remove(sample.sha256, 0);
  await probeSamples(context(), saying());
  await blobs.put(Readable.from([Buffer.from(content)]), { bytesMax: 100 });
  await makeDue();
  await probeSamples(context(), saying(told));
  expect(await findMediaInfo(opened.db, id)).toMatchObject({ outcome: 'told' });
});

test('what was said of a sample goes with it, also when it goes while it is looked into', async () => {
  const discarded = async () => (await opened.db.selectFrom('discarded_contents').selectAll().execute()).length;
  const { id } = await upload();
  await probeSamples(context(), saying(told));
  await deleteSample(context(), tenant.domain_id, id);
  expect(await discarded()).toBe(2);
  await opened.db.deleteFrom('discarded_contents').execute();
  const other = await upload();
  const deleting = async (): Promise<ProbeOutcome> => {
    await deleteSample(context(), tenant.domain_id, other.id);
    return told;
  };
  await probeSamples(context(), saying(deleting));
  expect(await discarded()).toBe(2);
});

test('without a program a sample waits for one, and is told to', async () => {
  const { id } = await upload();
  await probeSamples(context(), undefined);
  expect(await findMediaInfo(opened.db, id)).toMatchObject({ lacks_program: true, outcome: null });
  await probeSamples(context(), saying(told));
  expect(await findMediaInfo(opened.db, id)).toMatchObject({ lacks_program: false, outcome: 'told' });
});

test('text is not looked into, nor bytes whose beginning ends within a character of text', async () => {
  await upload('plain');
  await upload(`${'a'.repeat(4099)}é`);
  expect(await opened.db.selectFrom('media_infos').selectAll().execute()).toEqual([]);
});
