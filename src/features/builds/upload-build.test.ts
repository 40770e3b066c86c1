import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
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
import { existingBuild } from './build-lookup.ts';
import { countBuilds, listBuilds, type BuildFilter } from './builds.queries.ts';
import { toBuild } from './builds.view.ts';
import { createRunWakeup } from '../queue/run-wakeup.ts';
import { uploadBuild, type BuildUpload } from './upload-build.ts';

type Account = Pick<AccountPrincipal, 'domainId' | 'accountId' | 'role'>;

const settings = settingsFrom({ SPCI_MAX_UPLOAD_BYTES: '100' });
const page = { limit: 50, offset: 0 };
const commit = 'Ab'.repeat(20);
const template = '{command} {sample} -o {output}';
let opened: OpenDatabase;
let own: Account;
let foreign: Account;
let directory: string;
let blobs: BlobStore;

/** Counts how many bodies were read. */
let bodiesRead = 0;

function bodyOf(content: string): Readable {
  return Readable.from(
    (function* () {
      bodiesRead += 1;
      yield Buffer.from(content);
    })(),
  );
}

function upload(changes: Partial<BuildUpload> & { content?: string } = {}, account = own) {
  const { content = 'program', ...rest } = changes;
  const build: BuildUpload = {
    body: bodyOf(content),
    repository: 'VIDEO/extractor',
    commit_sha: commit,
    platform: 'linux',
    entry_point: 'extractor.cjs',
    arguments: template,
    expectedSha256: undefined,
    signal: new AbortController().signal,
    ...rest,
  };
  return uploadBuild({ db: opened.db, blobs, settings, runWakeup: createRunWakeup() }, account, build);
}

async function insertAccount(slug: string): Promise<Account> {
  const { domain_id, account_id } = await insertTenant(opened.db, slug);
  return { domainId: domain_id, accountId: account_id, role: 'admin' };
}

beforeAll(async () => {
  opened = await openMigrated();
  own = await insertAccount('own');
  foreign = await insertAccount('other');
  directory = await mkdtemp(join(tmpdir(), 'spci-builds-'));
  blobs = await openFileBlobStore(directory);
});

beforeEach(async () => {
  await opened.db.deleteFrom('builds').execute();
  bodiesRead = 0;
});

afterAll(async () => {
  await opened.close();
  await rm(directory, { recursive: true });
});

test('a build is what was sent, for a commit in lower case and the repository by its registered name', async () => {
  const { build, created } = await upload();
  expect(created).toBe(true);
  expect(toBuild(build)).toEqual({
    build_id: build.id,
    repository: 'Video/Extractor',
    commit_sha: commit.toLowerCase(),
    platform: 'linux',
    entry_point: 'extractor.cjs',
    arguments: template,
    sha256: build.sha256,
    size_bytes: 7,
    created_at: expect.stringMatching(/Z$/),
  });
  expect(await blobs.has(build.sha256)).toBe(true);
  expect(await existingBuild(opened.db, own.domainId, build.id)).toEqual(build);
});

test('the same build again is the build that is there', async () => {
  const { build } = await upload();
  expect(await upload({ commit_sha: commit.toLowerCase() })).toEqual({ build, created: false });
  expect(await countBuilds(opened.db, own.domainId, {})).toBe(1);
});

test('of two uploads of the same build that race both get the one build', async () => {
  const [one, other] = await Promise.all([upload(), upload()]);
  expect(one.build).toEqual(other.build);
  expect([one.created, other.created].toSorted()).toEqual([false, true]);
});

test.each<[string, Partial<BuildUpload> & { content?: string }, number]>([
  ['other bytes', { content: 'another program' }, 1],
  ['bytes of another digest', { expectedSha256: '0'.repeat(64) }, 0],
  ['another entry point', { entry_point: 'other.cjs' }, 0],
  ['other arguments', { arguments: '{command} {sample}' }, 0],
])(
  '%s for a commit and platform that have a build are refused, read only if they must be',
  async (_, changes, reads) => {
    const { build } = await upload();
    bodiesRead = 0;
    const details = { build_id: build.id, sha256: build.sha256 };
    await expect(upload(changes)).rejects.toMatchObject({ code: 'conflict', details });
    expect(bodiesRead).toBe(reads);
    expect(await existingBuild(opened.db, own.domainId, build.id)).toEqual(build);
  },
);

test.each<[string, Partial<BuildUpload>]>([
  ['a repository that is not registered', { repository: 'video/other' }],
  ['arguments with a quote that is never closed', { arguments: `{command} '{sample}` }],
  ['arguments whose command is not a word of its own', { arguments: '--options={command}' }],
])('%s is refused before the body is read', async (_, changes) => {
  await expect(upload(changes)).rejects.toMatchObject({ code: 'unprocessable' });
  expect(bodiesRead).toBe(0);
});

test.each<[string, string, Partial<BuildUpload>]>([
  ['an empty body', 'unprocessable', { body: Readable.from([]) }],
  ['another content than announced', 'unprocessable', { expectedSha256: '0'.repeat(64) }],
  ['a body beyond the limit', 'payload_too_large', { body: Readable.from([Buffer.alloc(101)]) }],
])('%s leaves no build', async (_, code, changes) => {
  await expect(upload(changes)).rejects.toMatchObject({ code });
  expect(await countBuilds(opened.db, own.domainId, {})).toBe(0);
});

test('a build of another domain is answered like one that does not exist', async () => {
  const { build } = await upload({}, foreign);
  for (const id of [build.id, 4711]) {
    const missing = { code: 'not_found', message: 'There is no such build.', details: {} };
    await expect(existingBuild(opened.db, own.domainId, id)).rejects.toMatchObject(missing);
  }
  expect((await upload()).created).toBe(true);
});

describe('a list of builds', () => {
  test('is newest first, a page at a time, and filtered by repository, commit and platform', async () => {
    const idsOf = async (filter: BuildFilter, { limit, offset } = page): Promise<number[]> =>
      (await listBuilds(opened.db, own.domainId, filter, { limit, offset })).map((build) => toBuild(build).build_id);
    const { id: first } = (await upload()).build;
    const { id: second } = (await upload({ platform: 'windows' })).build;
    await upload({}, foreign);
    expect(await idsOf({})).toEqual([second, first]);
    expect(await idsOf({}, { limit: 1, offset: 1 })).toEqual([first]);
    expect(await idsOf({ platform: 'linux' })).toEqual([first]);
    expect(await idsOf({ repository: 'video/EXTRACTOR', commit_sha: commit })).toEqual([second, first]);
    expect(await idsOf({ repository: 'video/extract' })).toEqual([]);
    expect(await idsOf({ commit_sha: '0'.repeat(40) })).toEqual([]);
    expect(await countBuilds(opened.db, own.domainId, { platform: 'windows' })).toBe(1);
  });
});
