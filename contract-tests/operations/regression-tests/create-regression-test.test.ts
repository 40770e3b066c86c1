import { beforeAll, describe, expect, test } from '@jest/globals';
import type { CallInput } from '../../harness/client.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { describeJsonBody } from '../../harness/json-refusals.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { faultyFields } from '../../harness/refusals.ts';
import { uploadSample } from '../../harness/suite.ts';
import { openWorld, unique, type World } from '../../harness/world.ts';

type Draft = NonNullable<CallInput<'createRegressionTest'>['body']>;

let world: World;
let sampleId: number;
const category = unique('Captions');

beforeAll(async () => {
  world = await openWorld();
  await world.admin.expect('createCategory', 201, { body: { name: category } });
  ({ sample_id: sampleId } = await uploadSample(world, unique('sample'), 'pop-on.m2ts'));
});

const draft = (changes: object = {}): Draft => ({
  ...{ sample_id: sampleId, command: '--format srt', categories: [category] },
  ...changes,
});
const make = (changes: object = {}) => world.admin.expect('createRegressionTest', 201, { body: draft(changes) });
const total = async (): Promise<number> => {
  const { pagination } = await world.admin.expect('listRegressionTests', 200, { query: { active: 'all' } });
  return pagination.total;
};

describe('201', () => {
  test('keeps every field and says where the test is', async () => {
    const outputs = [
      { expected_filename: 'captions.srt', correct_extension: '.srt', ignore: false },
      { expected_filename: 'stdout', correct_extension: '.txt', ignore: true },
    ];
    const fields = {
      ...{ command: `--title 'Pop on' --format "srt"`, input_type: 'stdin', output_type: 'stdout', expected_rc: 255 },
      ...{ description: 'né 🎬\n', active: true, timeout_ms: 3_600_000 },
      expected_rc_by_platform: { linux: 0, windows: null },
    };
    const answer = await world.admin.call('createRegressionTest', { body: draft({ ...fields, outputs }) });
    if (answer.status !== 201) throw new Error(answer.text);
    const { body, headers } = answer;
    expect(body).toEqual({
      ...{ regression_test_id: expect.any(Number), sample_id: sampleId, sample_name: 'pop-on.m2ts' },
      ...fields,
      categories: [category],
      outputs: outputs.map((output) => ({ ...output, id: expect.any(Number), correct: null, variants: [] })),
    });
    expect(headers.get('location')).toBe(`/api/v1/regression-tests/${body.regression_test_id}`);
    const path = { regression_test_id: body.regression_test_id };
    expect(await world.admin.expect('getRegressionTest', 200, { path })).toEqual(body);
  });

  test('is inactive, reads and writes files and must exit 0 within a minute unless said otherwise', async () => {
    expect(await make()).toMatchObject({
      ...{ active: false, input_type: 'file', output_type: 'file', expected_rc: 0, timeout_ms: 60_000 },
      ...{ description: '', outputs: [], expected_rc_by_platform: { linux: null, windows: null } },
    });
    const { outputs } = await make({ outputs: [{ expected_filename: 'out' }] });
    expect(outputs).toMatchObject([{ expected_filename: 'out', correct_extension: '.bin', ignore: false }]);
  });

  test('is in a category once, in its own spelling, however it is named', async () => {
    const { categories } = await make({ categories: [category.toUpperCase(), category.toLowerCase()] });
    expect(categories).toEqual([category]);
  });

  test('the same twice is two tests', async () => {
    const [one, two] = await Promise.all([make(), make()]);
    expect(one.regression_test_id).not.toBe(two.regression_test_id);
  });

  test.each([
    ['file', '.hidden'],
    ['file', `"a"; '$(b)' é.srt`],
    ['file', 'é'.repeat(127)],
    ['null', 'stdout'],
  ])('a test with output type %s may name %j', async (output_type, expected_filename) => {
    const { outputs } = await make({ output_type, outputs: [{ expected_filename }] });
    expect(outputs).toMatchObject([{ expected_filename }]);
  });

  test('20 outputs and 50 categories are taken', async () => {
    const categories = Array.from({ length: 50 }, () => unique('category'));
    for (const name of categories) await world.admin.expect('createCategory', 201, { body: { name } });
    const outputs = Array.from({ length: 20 }, (_, number) => ({ expected_filename: `${number}.srt` }));
    const made = await make({ categories, outputs });
    expect(made.categories).toEqual(categories.toSorted());
    expect(made.outputs.map((output) => output.expected_filename)).toEqual(outputs.map((o) => o.expected_filename));
  });

  test('a contributor may make one', async () => {
    const contributor = await world.member('contributor', ['runs:write']);
    await contributor.expect('createRegressionTest', 201, { body: draft() });
  });
});

describe('422', () => {
  test.each<[string, object, object]>([
    ['a quote that is never closed', { command: `--title 'a` }, {}],
    ['a backslash at the end', { command: 'a\\' }, {}],
    ['a category that is not there', { categories: [category, 'nowhere'] }, { categories: ['nowhere'] }],
    [
      'two outputs of one name',
      { outputs: [{ expected_filename: 'a' }, { expected_filename: 'b' }, { expected_filename: 'a' }] },
      { expected_filenames: ['a'] },
    ],
    ['an output that is a directory', { outputs: [{ expected_filename: '..' }] }, { expected_filenames: ['..'] }],
    [
      'an output longer than a file name can be',
      { outputs: [{ expected_filename: '🎬'.repeat(64) }] },
      { expected_filenames: ['🎬'.repeat(64)] },
    ],
    [
      'a file from a test without files',
      { output_type: 'null', outputs: [{ expected_filename: 'a' }] },
      { expected_filenames: ['a'] },
    ],
  ])('%s is refused and nothing is kept', async (_, changes, told) => {
    const before = await total();
    const { code, details } = await world.admin.expect('createRegressionTest', 422, { body: draft(changes) });
    expect({ code, details }).toMatchObject({ code: 'unprocessable', details: told });
    expect(await total()).toBe(before);
  });

  test('a sample of another domain is as unknown as any', async () => {
    const { sample_id } = await uploadSample(await openWorld());
    for (const id of [sample_id, 2_147_483_647]) {
      const body = draft({ sample_id: id });
      const { message, details } = await world.admin.expect('createRegressionTest', 422, { body });
      expect({ message, id: details['sample_id'] }).toEqual({ message: 'There is no such sample.', id });
    }
  });

  test('a category of another domain is as unknown as any', async () => {
    const name = unique('category');
    await (await openWorld()).admin.expect('createCategory', 201, { body: { name } });
    const body = draft({ categories: [name] });
    const { details } = await world.admin.expect('createRegressionTest', 422, { body });
    expect(details).toMatchObject({ categories: [name] });
  });
});

describe('400', () => {
  test.each<[string, object]>([
    ['body.sample_id', { sample_id: '1' }],
    ['body.sample_id', { sample_id: undefined }],
    ['body.command', { command: '' }],
    ['body.command', { command: 'a'.repeat(501) }],
    ['body.categories', { categories: [] }],
    ['body.categories', { categories: ['a', 'a'] }],
    ['body.categories[1]', { categories: ['a', ''] }],
    ['body.input_type', { input_type: 'pipe' }],
    ['body.output_type', { output_type: null }],
    ['body.expected_rc', { expected_rc: 256 }],
    ['body.expected_rc', { expected_rc: -1 }],
    ['body.active', { active: 'true' }],
    ['body.timeout_ms', { timeout_ms: 999 }],
    ['body.outputs', { outputs: Array.from({ length: 21 }, (_, n) => ({ expected_filename: `${n}` })) }],
    ['body.outputs[0].expected_filename', { outputs: [{ expected_filename: '../a' }] }],
    ['body.outputs[0].expected_filename', { outputs: [{}] }],
    [
      'body.outputs[1].correct_extension',
      { outputs: [{ expected_filename: 'a' }, { expected_filename: 'b', correct_extension: 'srt' }] },
    ],
    ['body.outputs[0].correct', { outputs: [{ expected_filename: 'a', correct: 'x' }] }],
    ['body.id', { id: 1 }],
    ['body', { description: 'a\0' }],
  ])('names %s in %j, and makes no test', async (field, changes) => {
    const before = await total();
    const answer = await callLoosely(world.admin, 'createRegressionTest', { raw: JSON.stringify(draft(changes)) });
    expect(faultyFields(answer)).toEqual([field]);
    expect(await total()).toBe(before);
  });

  test('all faults are named at once', async () => {
    const raw = JSON.stringify({ command: '', categories: [], active: 1 });
    expect(faultyFields(await callLoosely(world.admin, 'createRegressionTest', { raw })).toSorted()).toEqual([
      'body.active',
      'body.categories',
      'body.command',
      'body.sample_id',
    ]);
  });
});

describeJsonBody(() => world, 'createRegressionTest');

const input = { raw: JSON.stringify({ sample_id: 1, command: '-', categories: ['a'] }) };
describeGuard(() => world, 'createRegressionTest', input, { scope: 'runs:write', refusedRoles: ['tester', 'user'] });
