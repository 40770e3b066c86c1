import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { OpenDatabase } from '../../db/open-database.ts';
import { openMigrated } from '../../testing/migrated-database.ts';
import { existingSample } from './sample-lookup.ts';
import {
  findSample,
  countSamples,
  insertMissingTags,
  insertSampleTags,
  listSamples,
  type SampleFilter,
} from './samples.queries.ts';
import { toSample, toTag } from './samples.view.ts';
import { countTags, listTags } from './tags.queries.ts';
import { addTag } from './tags.ts';

const own = 1;
const page = { limit: 50, offset: 0 };
const digest = (letter: string): string => letter.repeat(64);
let opened: OpenDatabase;
let foreign: number;
let popOn: number;
let literal: number;
let theirs: number;

async function insertSample(domainId: number, name: string, sha256: string, extension = 'm2ts'): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    with account as (
      insert into accounts (domain_id, name, email, password_hash, role)
      values (${domainId}, ${name}, ${name}, '', 'admin') returning id
    )
    insert into samples (domain_id, sha256, size_bytes, original_name, extension, account_id)
    select ${domainId}::integer, ${sha256}::text, 48128, ${name}::text, ${extension}::text, id from account
    returning id`.execute(opened.db);
  return rows[0]?.id ?? 0;
}

async function insertTests(sampleId: number, ...actives: boolean[]): Promise<void> {
  const test = { command: '-', input_type: 'file', output_type: 'file', expected_rc: 0, description: '' } as const;
  const rows = actives.map((active) => ({ ...test, domain_id: own, sample_id: sampleId, timeout_ms: 1000, active }));
  await opened.db.insertInto('regression_tests').values(rows).execute();
}

async function putTags(sampleId: number, ...names: string[]): Promise<void> {
  await opened.db.transaction().execute(async (trx) => {
    await insertMissingTags(trx, own, names);
    await insertSampleTags(trx, { domainId: own, sampleId, names });
  });
}

beforeAll(async () => {
  opened = await openMigrated();
  const domain = await opened.db
    .insertInto('domains')
    .values({ slug: 'other' })
    .returning('id')
    .executeTakeFirstOrThrow();
  foreign = domain.id;
  popOn = await insertSample(own, 'pop-on.m2ts', digest('a'));
  literal = await insertSample(own, '100%_CC\\.MP4', digest('b'), '');
  theirs = await insertSample(foreign, 'pop-on.m2ts.theirs', digest('a'));
  await insertTests(popOn, true, true, false);
  await insertTests(literal, false);
  await putTags(popOn, 'roll', 'CEA-608', 'Roll');
});

afterAll(() => opened.close());

test('a sample shows its tags by name and how many active tests use it', async () => {
  expect(toSample(await existingSample(opened.db, own, popOn))).toEqual({
    sample_id: popOn,
    sha: digest('a'),
    extension: 'm2ts',
    original_name: 'pop-on.m2ts',
    filename: 'aaaaaaaaaaaaaaaa.m2ts',
    size_bytes: 48_128,
    tags: ['CEA-608', expect.stringMatching(/^roll$/i)],
    regression_test_count: 2,
    active: true,
    created_at: expect.stringMatching(/^\d{4}-.*Z$/),
  });
});

test('a sample without an extension or an active test says so', async () => {
  const sample = toSample(await existingSample(opened.db, own, literal));
  expect(sample).toMatchObject({ filename: 'bbbbbbbbbbbbbbbb', tags: [], regression_test_count: 0, active: false });
});

test('a sample of another domain is answered like one that does not exist', async () => {
  for (const id of [theirs, 4711]) {
    expect(await findSample(opened.db, own, id)).toBeUndefined();
    const missing = { code: 'not_found', message: 'There is no such sample.', details: {} };
    await expect(existingSample(opened.db, own, id)).rejects.toMatchObject(missing);
  }
});

describe('a list of samples', () => {
  const idsOf = async (filter: SampleFilter, { limit, offset } = page): Promise<number[]> =>
    (await listSamples(opened.db, own, filter, { limit, offset })).map((sample) => toSample(sample).sample_id);

  test('is by id, a page at a time, with an exact total', async () => {
    expect(await idsOf({})).toEqual([popOn, literal]);
    expect(await idsOf({}, { limit: 1, offset: 1 })).toEqual([literal]);
    expect(await countSamples(opened.db, own, {})).toBe(2);
  });

  test.each<[SampleFilter, () => number[]]>([
    [{ name: 'POP' }, () => [popOn]],
    [{ name: '%_cc\\' }, () => [literal]],
    [{ name: 'p%n' }, () => []],
    [{ name: 'p_p' }, () => []],
    [{ tag: 'cea-608' }, () => [popOn]],
    [{ tag: 'cea' }, () => []],
    [{ sha256: digest('b') }, () => [literal]],
    [{ extension: 'M2TS' }, () => [popOn]],
    [{ status: 'active' }, () => [popOn]],
    [{ status: 'inactive' }, () => [literal]],
    [{ status: 'inactive', name: 'pop' }, () => []],
  ])('of %j has what fits and counts it', async (filter, ids) => {
    expect(await idsOf(filter)).toEqual(ids());
    expect(await countSamples(opened.db, own, filter)).toBe(ids().length);
  });
});

describe('a tag', () => {
  test('has its name alone in its domain, in any case', async () => {
    const tag = { name: 'VBI', description: 'Carries lines of the blanking interval' };
    expect(toTag(await addTag(opened, own, tag))).toEqual({ id: expect.any(Number), ...tag });
    await expect(addTag(opened, own, { ...tag, name: 'vbi' })).rejects.toMatchObject({ code: 'conflict' });
    await expect(addTag(opened, foreign, { ...tag, name: 'vbi' })).resolves.toMatchObject({ name: 'vbi' });
  });

  test('that exists keeps its spelling and its description when a sample is given it', async () => {
    await addTag(opened, own, { name: 'Teletext', description: 'Pages' });
    await putTags(literal, 'teletext');
    expect((await existingSample(opened.db, own, literal)).tags).toEqual(['Teletext']);
  });

  test('is listed by name in any case, a page at a time', async () => {
    await putTags(literal, 'b-tag', 'A-tag', 'C-tag');
    const names = (await listTags(opened.db, own, page)).map((tag) => tag.name);
    expect(names).toEqual(names.toSorted((one, other) => (one.toLowerCase() < other.toLowerCase() ? -1 : 1)));
    expect(names).toHaveLength(await countTags(opened.db, own));
    expect((await listTags(opened.db, own, { limit: 1, offset: 1 })).map((tag) => tag.name)).toEqual([names[1]]);
  });
});
