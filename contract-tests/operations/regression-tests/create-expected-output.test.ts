import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { components } from '../../../generated/client.ts';
import { expectForeignHidden } from '../../harness/foreign-id.ts';
import { missingId } from '../../harness/missing-ids.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { runOnce } from '../../harness/held-run.ts';
import { describeJsonBody } from '../../harness/json-refusals.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { failureOf, faultyFields } from '../../harness/refusals.ts';
import { fetchFile } from '../../harness/stored-file.ts';
import { makeSuite, queueRun, type Suite } from '../../harness/suite.ts';
import { openWorld, sha256, type World } from '../../harness/world.ts';

type Draft = components['schemas']['ExpectedOutputDraft'];

let world: World;
let suite: Suite;
let path: { regression_test_id: number };

beforeAll(async () => {
  world = await openWorld();
});
beforeEach(async () => {
  suite = await makeSuite(world);
  path = { regression_test_id: suite.tests[0]?.regression_test_id ?? 0 };
});

const create = (body: Draft) => world.admin.expect('createExpectedOutput', 201, { path, body });
const outputs = async () => (await world.admin.expect('getRegressionTest', 200, { path })).outputs;

async function baselineOf(output_id: number): Promise<Buffer> {
  const at = { ...path, output_id };
  return (await fetchFile((await world.admin.expect('getBaselineDownload', 200, { path: at })).download_url)).bytes;
}

describe('201', () => {
  test('declares an output that awaits its approval', async () => {
    const before = await outputs();
    const created = await create({ expected_filename: 'report.txt' });
    expect(created).toEqual({
      ...{ id: expect.any(Number), correct: null, correct_extension: '.bin' },
      ...{ expected_filename: 'report.txt', ignore: false, variants: [] },
    });
    expect(await outputs()).toEqual([...before, created]);
  });

  test.each([
    ['text', { content: 'né 字幕\n' }, Buffer.from('né 字幕\n')],
    ['bytes', { encoding: 'base64' as const, content: 'AP+A' }, Buffer.from([0, 255, 128])],
    ['nothing at all, which is content too', { content: '' }, Buffer.alloc(0)],
  ])('approves %s that is given with it', async (_, expected, bytes) => {
    const { id, correct } = await create({ expected_filename: 'report.txt', expected });
    expect(correct).toBe(sha256(bytes));
    expect(await baselineOf(id)).toEqual(bytes);
  });

  test('runs that come judge by it; a run that waits keeps what it froze', async () => {
    const waiting = await queueRun(world, suite, 'windows');
    const config = () => world.admin.expect('getRun', 200, { path: { run_id: waiting.run_id } });
    const frozen = await config();
    await create({ expected_filename: 'report.txt', expected: { content: 'as given' } });
    expect((await runOnce(world, suite, 'the first output only')).status).toBe('fail');
    expect(await config()).toEqual(frozen);
  });

  test('a baseline of one platform applies there alone', async () => {
    const { id, correct } = await create({
      expected_filename: 'report.txt',
      ignore: true,
      expected: { content: 'on linux', platform: 'linux', comment: 'Line endings' },
    });
    expect(correct).toBeNull();
    const { data } = await world.admin.expect('listTestApprovals', 200, { path });
    expect(data).toEqual([expect.objectContaining({ output_id: id, platform: 'linux', comment: 'Line endings' })]);
  });
});

describe('409 and 422', () => {
  test('a 21st output', async () => {
    for (let count = 2; count <= 20; count += 1) await create({ expected_filename: `${count}.txt` });
    const answer = await world.admin.call('createExpectedOutput', { path, body: { expected_filename: '21.txt' } });
    expect(failureOf(answer, 409).details).toMatchObject({ outputs_max: 20 });
    expect(await outputs()).toHaveLength(20);
  });

  test.each([
    [409, 'a name that the test has', { expected_filename: 'out.srt' }],
    [422, 'a name that is a folder', { expected_filename: '..' }],
    [
      422,
      'what is no base64',
      { expected_filename: 'report.txt', expected: { encoding: 'base64' as const, content: '=a' } },
    ],
  ] as const)('%i: %s declares nothing', async (status, _, body) => {
    const before = await outputs();
    await world.admin.expect('createExpectedOutput', status, { path, body });
    expect(await outputs()).toEqual(before);
  });
});

test('404: a test of another domain answers like one that does not exist', async () => {
  const raw = JSON.stringify({ expected_filename: 'report.txt', expected: { content: 'anything' } });
  const stranger = (await openWorld()).admin;
  const missing = { path: { regression_test_id: missingId }, raw };
  await expectForeignHidden(stranger, 'createExpectedOutput', { path, raw }, missing);
});

test.each([
  ['body.expected_filename', {}],
  ['body.expected.content', { expected_filename: 'report.txt', expected: {} }],
  ['body.expected.comment', { expected_filename: 'report.txt', expected: { content: '', comment: '' } }],
])('400: names %s', async (field, body) => {
  const answer = await callLoosely(world.admin, 'createExpectedOutput', { path, raw: JSON.stringify(body) });
  expect(faultyFields(answer)).toEqual([field]);
});

const anywhere = { path: { regression_test_id: 1 }, raw: '{"expected_filename":"report.txt"}' };
describeJsonBody(() => world, 'createExpectedOutput', anywhere);
describeGuard(() => world, 'createExpectedOutput', anywhere, { scope: 'baselines:write' });
