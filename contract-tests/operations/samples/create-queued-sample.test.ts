import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { fileFormOf, formOf, formType } from '../../harness/file-form.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { failureOf, faultyFields } from '../../harness/refusals.ts';
import { fetchFile } from '../../harness/stored-file.ts';
import { uploadSample } from '../../harness/suite.ts';
import { newExtension, openWorld, sha256, unique, type World } from '../../harness/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

const queue = (content: string, filename?: string) =>
  world.admin.expect('createQueuedSample', 201, { raw: fileFormOf(content, filename) });
const total = async () => (await world.admin.expect('listQueuedSamples', 200)).pagination.total;

describe('201', () => {
  test('the file waits under its digest, and no sample is made of it', async () => {
    const content = unique('content');
    const answer = await world.admin.call('createQueuedSample', { raw: fileFormOf(content, 'Pop-On.M2TS') });
    if (answer.status !== 201) throw new Error(answer.text);
    const { body, headers } = answer;
    const said = { sha: sha256(content), size_bytes: content.length, original_name: 'Pop-On.M2TS', extension: 'm2ts' };
    expect(body).toMatchObject(said);
    expect(headers.get('location')).toBe(`/api/v1/queued-samples/${body.id}`);
    expect(await world.admin.expect('getQueuedSample', 200, { path: { queued_id: body.id } })).toEqual(body);
    expect((await world.admin.expect('listSamples', 200)).pagination.total).toBe(0);
  });

  test('3 MB that hold what divides the parts of forms come back as they were sent', async () => {
    const [, boundary = ''] = formType.split('boundary=');
    const near = Buffer.from(`\r\n--${boundary.slice(0, -1)}\r\n--\r\n\r\n`);
    const content = Buffer.concat([
      randomBytes(1_500_000),
      near,
      Buffer.alloc(70_000, '\r\n--'),
      randomBytes(1_500_000),
    ]);
    const { id } = await world.admin.expect('createQueuedSample', 201, { raw: fileFormOf(content) });
    const body = { version: '1', platform: 'linux', parameters: '', notes: '' } as const;
    const path = { queued_id: id };
    const { sample_id } = await world.admin.expect('finalizeQueuedSample', 201, { path, body });
    const { download_url } = await world.admin.expect('getSampleDownload', 200, { path: { sample_id } });
    expect(sha256((await fetchFile(download_url)).bytes)).toBe(sha256(content));
  });

  test.each([
    ['né 字幕 🎬.m2ts', 'né 字幕 🎬.m2ts', 'm2ts'],
    ['a b; c=d.ts', 'a b; c=d.ts', 'ts'],
    ['../../etc/passwd', 'passwd', ''],
    ['C:\\fakepath\\clip.MP4', 'clip.MP4', 'mp4'],
    ['a'.repeat(255), 'a'.repeat(255), ''],
  ])('of the name %j the directories are dropped, the rest is data', async (filename, original_name, extension) => {
    expect(await queue(unique('named'), filename)).toMatchObject({ original_name, extension });
  });

  test.each(['user', 'tester', 'contributor'] as const)('the role %s may upload, for itself', async (role) => {
    const member = await world.member(role, ['runs:write']);
    const { user_id } = await member.expect('createQueuedSample', 201, { raw: fileFormOf(unique(role)) });
    expect(user_id).toBe(member.userId);
  });

  test('another domain queues the same content for itself', async () => {
    const content = unique('shared');
    const own = await queue(content);
    const theirs = await (await openWorld()).admin.expect('createQueuedSample', 201, { raw: fileFormOf(content) });
    expect([theirs.sha, theirs.id === own.id]).toEqual([own.sha, false]);
  });
});

describe('409', () => {
  test('content that a sample has', async () => {
    const content = unique('other');
    const { sha, sample_id } = await uploadSample(world, content);
    const { code, details } = await world.admin.expect('createQueuedSample', 409, { raw: fileFormOf(content) });
    expect({ code, ...details }).toMatchObject({ code: 'conflict', sha256: sha, sample_id });
  });

  test('content that waits already, whose row is told to those who may see it', async () => {
    const content = unique('waits');
    const { id } = await queue(content);
    const { details } = await world.admin.expect('createQueuedSample', 409, { raw: fileFormOf(content) });
    expect(details).toMatchObject({ sha256: sha256(content), queued_id: id });
    const member = await world.member('user');
    const theirs = await member.expect('createQueuedSample', 409, { raw: fileFormOf(content) });
    expect(theirs.details).toMatchObject({ sha256: sha256(content) });
    expect(Object.keys(theirs.details)).not.toContain('queued_id');
  });
});

describe('403', () => {
  test('a forbidden extension, by name, and a type that has one, by content', async () => {
    const before = await total();
    const { extension } = await world.operator.expect('createForbiddenExtension', 201, {
      body: { extension: newExtension() },
    });
    const raw = fileFormOf(unique('named'), `a.${extension}`);
    expect((await world.admin.expect('createQueuedSample', 403, { raw })).details).toMatchObject({ extension });
    await world.operator.expect('createForbiddenExtension', 201, { body: { extension: 'flac' } });
    const flac = fileFormOf(Buffer.concat([Buffer.from('fLaC'), Buffer.alloc(9000)]), 'a.ts');
    const { details } = await world.admin.expect('createQueuedSample', 403, { raw: flac });
    await world.operator.expect('deleteForbiddenExtension', 200, { path: { extension: 'flac' } });
    expect([details, await total()]).toEqual([expect.objectContaining({ extension: 'flac' }), before]);
  });
});

test('422: an empty file', async () => {
  const before = await total();
  const { code } = await world.admin.expect('createQueuedSample', 422, { raw: fileFormOf('') });
  expect([code, await total()]).toEqual(['unprocessable', before]);
});

describe('400', () => {
  const file = { filename: 'a.ts', content: 'some content' };

  test.each<[string, string, string | Uint8Array<ArrayBuffer>]>([
    ['no part', 'body.file', formOf()],
    ['a part of another name', 'body.data', formOf({ ...file, part: 'data' })],
    ['a part beside the file', 'body', formOf(file, { part: 'notes', content: 'x' })],
    ['two files', 'body', formOf(file, file)],
    ['a file without a name', 'body.file', formOf({ content: 'some content' })],
    ['a name of directories alone', 'body.file', formOf({ ...file, filename: 'a/' })],
    ['a name with NUL', 'body.file', formOf({ ...file, filename: 'a\0.ts' })],
    ['a name of 256 characters', 'body.file', formOf({ ...file, filename: 'a'.repeat(256) })],
    ['a form that ends within the file', 'body', Buffer.from(formOf(file)).toString().slice(0, -30)],
    ['a form that ends within a head', 'body', Buffer.from(formOf(file)).toString().slice(0, 40)],
    ['no form at all', 'body', '{"file":"a"}'],
    ['nothing', 'body', ''],
  ])('%s is named, and nothing waits', async (_, field, raw) => {
    const before = await total();
    expect(faultyFields(await world.admin.call('createQueuedSample', { raw }))).toEqual([field]);
    expect(await total()).toBe(before);
  });
});

test('400: no body, and so no type of one', async () => {
  const headers = { Authorization: `Bearer ${world.admin.token}` };
  const response = await fetch(`${world.url}/api/v1/samples/upload`, { method: 'POST', headers });
  const { code, details } = (await response.json()) as { code: string; details: { fields: object } };
  expect([response.status, code, Object.keys(details.fields)]).toEqual([400, 'validation_error', ['body']]);
});

test.each([
  'multipart/form-data',
  'multipart/form-data; boundary=',
  `multipart/form-data; boundary=${'b'.repeat(71)}`,
  'multipart/mixed; boundary=a',
  'application/octet-stream',
])('415: %s', async (type) => {
  const raw = Buffer.from(fileFormOf('typed')).toString();
  const answer = await callLoosely(world.admin, 'createQueuedSample', { raw, headers: { 'Content-Type': type } });
  expect(failureOf(answer, 415).details).toMatchObject({ available: ['multipart/form-data'] });
});

const input = { raw: Buffer.from(fileFormOf('guarded')).toString() };
describeGuard(() => world, 'createQueuedSample', input, { scope: 'runs:write' });
