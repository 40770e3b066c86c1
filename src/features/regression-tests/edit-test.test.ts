import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { OpenDatabase } from '../../db/open-database.ts';
import { openMigrated } from '../../testing/migrated-database.ts';
import { insertTenant, type Tenant } from '../../testing/run-fixture.ts';
import { countCategories, listCategories } from './categories.queries.ts';
import { addCategory } from './categories.ts';
import {
  addRegressionTest,
  changeRegressionTest,
  removeRegressionTest,
  type RegressionTestDraft,
} from './edit-test.ts';
import { countRegressionTests, listRegressionTests, type RegressionTestFilter } from './regression-tests.queries.ts';
import { toCategory, toRegressionTest, toRegressionTestDetail } from './regression-tests.view.ts';
import { existingRegressionTest } from './test-lookup.ts';

const page = { limit: 50, offset: 0 };
let opened: OpenDatabase;
let own: number;
let owner: { readonly domainId: number; readonly accountId: number };
let foreign: number;
let sample: number;
let foreignSample: number;

const draft = (changes: Partial<RegressionTestDraft> = {}): RegressionTestDraft => ({
  sample_id: sample,
  command: '--format srt',
  categories: ['captions'],
  input_type: 'file',
  output_type: 'file',
  expected_rc: 0,
  description: 'Pop-on captions come out whole',
  active: true,
  timeout_ms: 60_000,
  outputs: [{ expected_filename: 'captions.srt', correct_extension: '.srt', ignore: false }],
  ...changes,
});

async function tagSample({ domain_id, sample_id }: Tenant, name: string): Promise<void> {
  const tag = await opened.db.insertInto('tags').values({ domain_id, name }).returning('id').executeTakeFirstOrThrow();
  await opened.db.insertInto('sample_tags').values({ sample_id, tag_id: tag.id }).execute();
}

beforeAll(async () => {
  opened = await openMigrated();
  const tenant = await insertTenant(opened.db, 'own');
  const other = await insertTenant(opened.db, 'other');
  ({ domain_id: own, sample_id: sample } = tenant);
  owner = { domainId: own, accountId: tenant.account_id };
  ({ domain_id: foreign, sample_id: foreignSample } = other);
  for (const rows of [tenant, other]) await tagSample(rows, 'CEA-608');
  for (const name of ['captions', 'Robustness']) await addCategory(opened, own, { name, description: '' });
  await addCategory(opened, foreign, { name: 'theirs', description: '' });
});

afterAll(() => opened.close());

describe('a new test', () => {
  test('is shown with its sample, its categories by name and its outputs without a baseline', async () => {
    const made = await addRegressionTest(opened, own, draft({ categories: ['Robustness', 'captions'] }));
    expect(toRegressionTestDetail(made)).toEqual({
      regression_test_id: made.id,
      sample_id: sample,
      command: '--format srt',
      sample_name: 'Pop-On.m2ts',
      input_type: 'file',
      output_type: 'file',
      expected_rc: 0,
      active: true,
      categories: ['captions', 'Robustness'],
      description: 'Pop-on captions come out whole',
      timeout_ms: 60_000,
      expected_rc_by_platform: { linux: null, windows: null },
      outputs: [
        {
          id: expect.any(Number),
          correct: null,
          correct_extension: '.srt',
          expected_filename: 'captions.srt',
          ignore: false,
          variants: [],
        },
      ],
    });
    expect(await existingRegressionTest(opened.db, own, made.id)).toEqual(made);
  });

  test('is in a category once, however often its name is spelled', async () => {
    const made = await addRegressionTest(opened, own, draft({ categories: ['CAPTIONS', 'captions'] }));
    expect(made.categories).toEqual(['captions']);
  });

  test('may print what it must produce, and may produce nothing', async () => {
    const stdout = { expected_filename: 'stdout', correct_extension: '.txt', ignore: false };
    const printing = await addRegressionTest(opened, own, draft({ output_type: 'null', outputs: [stdout] }));
    const silent = await addRegressionTest(opened, own, draft({ output_type: 'null', outputs: [] }));
    expect([printing.outputs.length, silent.outputs.length]).toEqual([1, 0]);
  });

  const file = (expected_filename: string) => ({ expected_filename, correct_extension: '.srt', ignore: false });

  test.each<[string, () => Partial<RegressionTestDraft>, object]>([
    ['a quote that is never closed', () => ({ command: `--title 'open` }), {}],
    ['a sample that does not exist', () => ({ sample_id: 4711 }), { sample_id: 4711 }],
    ['a sample of another domain', () => ({ sample_id: foreignSample }), { sample_id: expect.any(Number) }],
    [
      'categories that do not exist',
      () => ({ categories: ['captions', 'ghosts', 'theirs'] }),
      { categories: ['ghosts', 'theirs'] },
    ],
    ['two outputs of one name', () => ({ outputs: [file('a'), file('b'), file('a')] }), { expected_filenames: ['a'] }],
    [
      'a file that no test can write',
      () => ({ outputs: [file('..'), file('é'.repeat(128))] }),
      { expected_filenames: ['..', 'é'.repeat(128)] },
    ],
    [
      'a file of a test that writes none',
      () => ({ output_type: 'null', outputs: [file('a')] }),
      { expected_filenames: ['a'] },
    ],
  ])('with %s is refused and leaves nothing', async (_, changes, details) => {
    const before = await countRegressionTests(opened.db, own, { active: 'all' });
    await expect(addRegressionTest(opened, own, draft(changes()))).rejects.toMatchObject({
      code: 'unprocessable',
      details,
    });
    expect(await countRegressionTests(opened.db, own, { active: 'all' })).toBe(before);
  });
});

describe('a change', () => {
  test('touches what it names and nothing else', async () => {
    const made = await addRegressionTest(opened, own, draft());
    const changed = await changeRegressionTest(opened, owner, made.id, { command: '--format vtt', expected_rc: 2 });
    expect(changed).toEqual({ ...made, command: '--format vtt', expected_rc: 2 });
  });

  test('of the categories alone replaces them', async () => {
    const made = await addRegressionTest(opened, own, draft());
    const changed = await changeRegressionTest(opened, owner, made.id, { categories: ['robustness'] });
    expect(changed).toEqual({ ...made, categories: ['Robustness'] });
  });

  test.each([
    ['an unbalanced command', { command: '"', active: false }],
    ['a category that does not exist', { active: false, categories: ['ghosts'] }],
    ['an output type without files', { active: false, output_type: 'null' as const }],
  ])('to %s is refused and changes nothing', async (_, edit) => {
    const made = await addRegressionTest(opened, own, draft());
    await expect(changeRegressionTest(opened, owner, made.id, edit)).rejects.toMatchObject({ code: 'unprocessable' });
    expect(await existingRegressionTest(opened.db, own, made.id)).toEqual(made);
  });
});

test('a test of another domain is answered like one that does not exist', async () => {
  const theirs = await addRegressionTest(opened, foreign, draft({ sample_id: foreignSample, categories: ['theirs'] }));
  for (const id of [theirs.id, 4711]) {
    const missing = { code: 'not_found', message: 'There is no such regression test.', details: {} };
    await expect(existingRegressionTest(opened.db, own, id)).rejects.toMatchObject(missing);
    await expect(changeRegressionTest(opened, owner, id, { active: false })).rejects.toMatchObject(missing);
    await expect(removeRegressionTest(opened, own, id)).rejects.toMatchObject(missing);
  }
  expect(await existingRegressionTest(opened.db, foreign, theirs.id)).toEqual(theirs);
});

test('a test that no run planned is deleted with its outputs and leaves its categories', async () => {
  const made = await addRegressionTest(opened, own, draft());
  await removeRegressionTest(opened, own, made.id);
  await expect(existingRegressionTest(opened.db, own, made.id)).rejects.toMatchObject({ code: 'not_found' });
  expect(await countCategories(opened.db, own)).toBe(2);
});

describe('a list', () => {
  const idsOf = async (filter: Partial<RegressionTestFilter>, { limit, offset } = page): Promise<number[]> => {
    const tests = await listRegressionTests(opened.db, own, { active: 'all', ...filter }, { limit, offset });
    return tests.map((row) => toRegressionTest(row).regression_test_id);
  };

  let first: number;
  let second: number;

  beforeAll(async () => {
    await opened.db.deleteFrom('regression_tests').where('domain_id', '=', own).execute();
    first = (await addRegressionTest(opened, own, draft())).id;
    second = (await addRegressionTest(opened, own, draft({ active: false, categories: ['Robustness'] }))).id;
  });

  test('is filtered by state, sample, category and tag, by id and a page at a time', async () => {
    expect(await idsOf({})).toEqual([first, second]);
    expect(await idsOf({ active: 'true' })).toEqual([first]);
    expect(await idsOf({ active: 'false' })).toEqual([second]);
    expect(await idsOf({ category: 'robustness' })).toEqual([second]);
    expect(await idsOf({ category: 'robust' })).toEqual([]);
    expect(await idsOf({ tag: 'cea-608' })).toEqual([first, second]);
    expect(await idsOf({ tag: 'cea' })).toEqual([]);
    expect(await idsOf({ sample_id: sample })).toEqual([first, second]);
    expect(await idsOf({ sample_id: foreignSample })).toEqual([]);
    expect(await idsOf({}, { limit: 1, offset: 1 })).toEqual([second]);
    expect(await countRegressionTests(opened.db, own, { active: 'false', tag: 'CEA-608' })).toBe(1);
  });

  test('of categories is by name in any case, with how many tests each has', async () => {
    const categories = await listCategories(opened.db, own, page);
    expect(categories.map(toCategory)).toEqual([
      { id: expect.any(Number), name: 'captions', description: '', test_count: 1 },
      { id: expect.any(Number), name: 'Robustness', description: '', test_count: 1 },
    ]);
    expect(await listCategories(opened.db, own, { limit: 1, offset: 1 })).toEqual(categories.slice(1));
  });
});

test('a category has its name alone in its domain, in any case', async () => {
  const again = addCategory(opened, own, { name: 'CAPTIONS', description: '' });
  await expect(again).rejects.toMatchObject({ code: 'conflict' });
  expect(await addCategory(opened, foreign, { name: 'captions', description: 'x' })).toMatchObject({ test_count: 0 });
});
