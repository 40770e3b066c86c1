import { beforeAll, describe, expect, test } from '@jest/globals';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { faultyFields, failureOf } from '../../harness/refusals.ts';
import { uploadSample } from '../../harness/suite.ts';
import { openWorld, sha256, unique, type World } from '../../harness/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

const total = async (query: object = {}): Promise<number> =>
  (await world.admin.expect('listSamples', 200, { query })).pagination.total;

describe('201', () => {
  test('keeps the bytes under their digest and says where the sample is', async () => {
    const content = unique('content');
    const query = { filename: 'Pop-On.M2TS', sha256: sha256(content), tags: ['b', 'A'] };
    const answer = await world.admin.call('createSample', { query, raw: content });
    if (answer.status !== 201) throw new Error(answer.text);
    const { body, headers } = answer;
    expect(body).toMatchObject({
      sha: sha256(content),
      size_bytes: content.length,
      original_name: 'Pop-On.M2TS',
      extension: 'm2ts',
      tags: ['A', 'b'],
      regression_test_count: 0,
      active: false,
    });
    expect(headers.get('location')).toBe(`/api/v1/samples/${body.sample_id}`);
    expect(await world.admin.expect('getSample', 200, { path: { sample_id: body.sample_id } })).toEqual(body);
  });

  test('takes any bytes, whatever text they are not', async () => {
    const bytes = Buffer.concat([Buffer.from([0, 255, 13, 10, 0xed, 0xa0, 0x80]), Buffer.from(unique('bytes'))]);
    const raw = new Uint8Array(bytes);
    const { sha } = await world.admin.expect('createSample', 201, { query: { filename: 'raw.bin' }, raw });
    expect(sha).toBe(sha256(bytes));
  });

  test('makes the tags that are missing and keeps the spelling of those that are there', async () => {
    const [old, fresh] = [unique('Old'), unique('Fresh')];
    const description = 'Made before';
    const known = await world.admin.expect('createTag', 201, { body: { name: old, description } });
    const query = { filename: 'a.ts', tags: [old.toUpperCase(), fresh, fresh.toUpperCase()] };
    const { tags } = await world.admin.expect('createSample', 201, { query, raw: unique('tagged') });
    expect(tags).toEqual([expect.stringMatching(new RegExp(`^${fresh}$`, 'i')), old]);
    const { data } = await world.admin.expect('listTags', 200);
    expect(data.filter(({ name }) => name.toLowerCase() === old.toLowerCase())).toEqual([known]);
    expect(data.filter(({ name }) => name.toLowerCase() === fresh.toLowerCase())).toHaveLength(1);
  });

  test.each([
    ['..', ''],
    ['.', ''],
    ['.profile', ''],
    ['a.tar.GZ', 'gz'],
    [`"a"; x='b'.ts`, 'ts'],
    ['a b&c=d?e#f%41+g.mp4', 'mp4'],
    ['né 字幕 🎬.m2ts', 'm2ts'],
    ['\u202egnp.exe\u2028.ts', 'ts'],
    ['C:autoexec.bat', 'bat'],
    ['<script>alert(1)<%2fscript>.ts', 'ts'],
    ["'; drop table samples; --.ts", 'ts'],
    ['a'.repeat(255), ''],
    [`${'🎬'.repeat(252)}.ts`, 'ts'],
  ])('LOW-4: the name %j is data: it comes back as it was sent', async (filename, extension) => {
    const sample = await uploadSample(world, unique('named'), filename);
    expect(sample).toMatchObject({ original_name: filename, extension });
    expect(sample.filename).toMatch(/^[0-9a-f]{16}(\.[a-z0-9]{1,10})?$/);
  });

  test.each(['user', 'tester', 'contributor'] as const)('the role %s may upload', async (role) => {
    const member = await world.member(role, ['runs:write']);
    await member.expect('createSample', 201, { query: { filename: 'a.ts' }, raw: unique(role) });
  });

  test('another domain keeps the same content as a sample of its own', async () => {
    const content = unique('shared');
    const [own, theirs] = [await uploadSample(world, content), await uploadSample(await openWorld(), content)];
    expect(theirs.sha).toBe(own.sha);
    expect(theirs.sample_id).not.toBe(own.sample_id);
  });
});

describe('409', () => {
  test('the same content again names the sample that has it and changes nothing of it', async () => {
    const content = unique('twice');
    const kept = await uploadSample(world, content, 'first.ts');
    const before = await total();
    for (const digest of [{}, { sha256: sha256(content) }]) {
      const query = { filename: 'second.mp4', tags: [unique('late')], ...digest };
      const { code, details } = await world.admin.expect('createSample', 409, { query, raw: content });
      expect({ code, sample_id: details['sample_id'] }).toEqual({ code: 'conflict', sample_id: kept.sample_id });
    }
    expect(await total()).toBe(before);
    expect(await world.admin.expect('getSample', 200, { path: { sample_id: kept.sample_id } })).toEqual(kept);
  });

  test('of uploads of one content at once one is kept, and every other names it', async () => {
    const raw = unique('race');
    const uploads = Array.from({ length: 6 }, (_, position) =>
      world.admin.call('createSample', { query: { filename: `${position}.ts`, tags: ['race'] }, raw }),
    );
    const answers = await Promise.all(uploads);
    const kept = answers.filter(({ status }) => status === 201).map(({ text }) => JSON.parse(text) as object);
    expect(kept).toHaveLength(1);
    const { data } = await world.admin.expect('listSamples', 200, { query: { sha256: sha256(raw) } });
    expect(data).toEqual(kept);
    const others = answers.filter(({ status }) => status !== 201);
    for (const { status, text } of others)
      expect({ status, ...(JSON.parse(text) as object) }).toMatchObject({
        status: 409,
        code: 'conflict',
        details: { sample_id: data[0]?.sample_id },
      });
  });
});

describe('422', () => {
  test('keeps nothing of content that has another digest than announced', async () => {
    const content = unique('wrong');
    const late = unique('tag');
    const query = { filename: 'a.ts', sha256: sha256('other'), tags: [late] };
    const { code } = await world.admin.expect('createSample', 422, { query, raw: content });
    expect(code).toBe('unprocessable');
    expect([await total({ sha256: sha256(content) }), await total({ sha256: sha256('other') })]).toEqual([0, 0]);
    const { data } = await world.admin.expect('listTags', 200, { query: { limit: 100 } });
    expect(data.map(({ name }) => name)).not.toContain(late);
    await uploadSample(world, content);
  });

  test('an empty body is no sample', async () => {
    const { code } = await world.admin.expect('createSample', 422, { query: { filename: 'a.ts' }, raw: '' });
    expect(code).toBe('unprocessable');
    const announced = { filename: 'a.ts', sha256: sha256('') };
    await world.admin.expect('createSample', 422, { query: announced, raw: '' });
    expect(await total({ sha256: sha256('') })).toBe(0);
  });
});

describe('400', () => {
  test.each([
    ['a slash', { filename: '../a.ts' }, 'filename'],
    ['a backslash', { filename: 'a\\b.ts' }, 'filename'],
    ['a line break', { filename: 'a\r\nSet-Cookie: b' }, 'filename'],
    ['NUL', { filename: 'a\0.ts' }, 'filename'],
    ['DEL', { filename: 'a\x7f.ts' }, 'filename'],
    ['256 characters', { filename: 'a'.repeat(256) }, 'filename'],
    ['nothing', { filename: '' }, 'filename'],
    ['a digest in upper case', { filename: 'a', sha256: 'A'.repeat(64) }, 'sha256'],
    ['a tag with NUL', { filename: 'a', tags: 'a,b\0' }, 'tags'],
    ['a tag twice', { filename: 'a', tags: 'a,a' }, 'tags'],
    ['51 tags', { filename: 'a', tags: Array.from({ length: 51 }, (_, n) => `t${n}`).join(',') }, 'tags'],
    ['an unknown parameter', { filename: 'a', name: 'b' }, 'name'],
  ])('%s is named, and nothing is kept', async (_, query, name) => {
    const raw = unique('refused');
    const fields = faultyFields(await callLoosely(world.admin, 'createSample', { query, raw }));
    expect(fields.map((field) => field.replace(/\[\d+\]$/, ''))).toEqual([`query.${name}`]);
    expect(await total({ sha256: sha256(raw) })).toBe(0);
  });

  test('a name is needed', async () => {
    expect(faultyFields(await callLoosely(world.admin, 'createSample', { raw: 'a' }))).toEqual(['query.filename']);
  });

  test('a tag of 65 characters is named by its place', async () => {
    const query = { filename: 'a', tags: `ok,${'t'.repeat(65)}` };
    expect(faultyFields(await callLoosely(world.admin, 'createSample', { query, raw: 'a' }))).toEqual([
      'query.tags[1]',
    ]);
  });
});

describe('415', () => {
  test.each([
    ['a form', { 'Content-Type': 'multipart/form-data; boundary=x' }],
    ['JSON', { 'Content-Type': 'application/json' }],
    ['a coding', { 'Content-Type': 'application/octet-stream', 'Content-Encoding': 'gzip' }],
  ])('%s is refused with what is taken instead, and nothing is kept', async (_, headers) => {
    const raw = unique('form');
    const answer = await callLoosely(world.admin, 'createSample', { query: { filename: 'a.ts' }, raw, headers });
    const { code, details } = failureOf(answer, 415);
    expect({ code, details }).toMatchObject({
      code: 'unsupported_media_type',
      details: { available: ['application/octet-stream'] },
    });
    expect(await total({ sha256: sha256(raw) })).toBe(0);
  });
});

describeGuard(() => world, 'createSample', { query: { filename: 'a.ts' }, raw: 'a' }, { scope: 'runs:write' });
