import { beforeAll, describe, expect, test } from '@jest/globals';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { describeJsonBody } from '../../harness/json-refusals.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { everyPage } from '../../harness/paging.ts';
import { faultyFields } from '../../harness/refusals.ts';
import { operatorEmail, operatorPassword } from '../../harness/operator.ts';
import { newExtension, openWorld, signIn, unique, type Scope, type World } from '../../harness/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

const forbid = (extension: string) => world.operator.expect('createForbiddenExtension', 201, { body: { extension } });
const allow = (extension: string) => world.operator.expect('deleteForbiddenExtension', 200, { path: { extension } });
const listed = () => everyPage((query) => world.admin.expect('listForbiddenExtensions', 200, { query }), 100);
const samples = async () => (await world.admin.expect('listSamples', 200)).pagination.total;
const padded = (beginning: string | number[]): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.concat([Buffer.from(beginning as string), Buffer.alloc(300), Buffer.from(unique('rest'))]));

async function expectRefused(filename: string, raw: string | Uint8Array<ArrayBuffer>, extension: string) {
  const before = await samples();
  const { code, details } = await world.admin.expect('createSample', 403, { query: { filename }, raw });
  expect({ code, extension: details['extension'] }).toEqual({ code: 'forbidden', extension });
  expect(await samples()).toBe(before);
}

describe('201', () => {
  test('is kept in lower case and listed to the administrators of every domain', async () => {
    const extension = newExtension();
    expect(await forbid(extension.toUpperCase())).toEqual({ extension });
    expect(await listed()).toContain(extension);
  });

  test.each<[string, (extension: string) => string]>([
    ['as it is', (extension) => `a.${extension}`],
    ['in upper case', (extension) => `a.b.${extension.toUpperCase()}`],
    ['with dots and spaces behind it', (extension) => `a.${extension} . `],
    ['alone', (extension) => `.${extension}`],
  ])('a sample whose name ends in it, %s, is refused in every domain', async (_, name) => {
    const extension = newExtension();
    const query = { filename: name(extension) };
    await world.admin.expect('createSample', 201, { query, raw: unique('before') });
    await forbid(extension);
    await expectRefused(query.filename, unique('after'), extension);
    const { admin } = await openWorld();
    await admin.expect('createSample', 403, { query, raw: unique('elsewhere') });
  });

  test('a name that only holds it is none that ends in it', async () => {
    const { extension } = await forbid(newExtension());
    for (const filename of [`${extension}.ts`, `a.${extension}.ts`, `a.x${extension}`, extension])
      await world.admin.expect('createSample', 201, { query: { filename }, raw: unique('other') });
  });

  // Types that no other test uploads: the list is the installation's.
  test.each<[string, string, string | number[]]>([
    ['flac', 'a.ts', 'fLaC'],
    ['jpe', 'a.m2ts', [0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70, 0]],
    ['dll', 'a', 'MZ'],
  ])('content of the type %s is refused under the name %s', async (extension, filename, beginning) => {
    await world.admin.expect('createSample', 201, { query: { filename }, raw: padded(beginning) });
    await forbid(extension);
    try {
      await expectRefused(filename, padded(beginning), extension);
      await world.admin.expect('createSample', 201, { query: { filename }, raw: unique('text') });
    } finally {
      await allow(extension);
    }
    await world.admin.expect('createSample', 201, { query: { filename }, raw: padded(beginning) });
  });

  test('a sample that is there stays', async () => {
    const extension = newExtension();
    const query = { filename: `a.${extension}` };
    const sample = await world.admin.expect('createSample', 201, { query, raw: unique('kept') });
    await forbid(extension);
    const path = { sample_id: sample.sample_id };
    expect(await world.admin.expect('getSample', 200, { path })).toEqual(sample);
    await world.admin.expect('getSampleDownload', 200, { path });
  });
});

test('409: an extension is forbidden once, in any case', async () => {
  const { extension } = await forbid(newExtension());
  const body = { extension: extension.toUpperCase() };
  expect(await world.operator.expect('createForbiddenExtension', 409, { body })).toMatchObject({ code: 'conflict' });
  expect((await listed()).filter((other) => other === extension)).toHaveLength(1);
});

describe('400', () => {
  test.each<[string, object]>([
    ['body.extension', {}],
    ['body.extension', { extension: '' }],
    ['body.extension', { extension: '.exe' }],
    ['body.extension', { extension: 'tar.gz' }],
    ['body.extension', { extension: 'é' }],
    ['body.extension', { extension: 'a'.repeat(33) }],
    ['body.reason', { extension: 'q', reason: 'none' }],
  ])('names %s in %j, and forbids nothing', async (field, body) => {
    const before = await listed();
    const answer = await callLoosely(world.operator, 'createForbiddenExtension', { raw: JSON.stringify(body) });
    expect(faultyFields(answer)).toEqual([field]);
    expect(await listed()).toEqual(before);
  });
});

test('403: an administrator who is no operator forbids nothing', async () => {
  const before = await listed();
  await world.admin.expect('createForbiddenExtension', 403, { body: { extension: newExtension() } });
  expect(await listed()).toEqual(before);
});

/** Operators alone get as far as to be asked for the scope. */
const asOperator = (): World => ({
  ...world,
  admin: world.operator,
  adminWith: (scopes: Scope[]) => signIn(world.url, operatorEmail, operatorPassword, scopes),
});
describeJsonBody(asOperator, 'createForbiddenExtension');
const input = { raw: JSON.stringify({ extension: newExtension() }) };
describeGuard(asOperator, 'createForbiddenExtension', input, { scope: 'system:write' });
