import { beforeAll, describe, expect, test } from '@jest/globals';
import type { components } from '../../../generated/client.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { approveRun, outputPath, runOnce, type OutputPath } from '../../harness/held-run.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { expectSameNotFound, failureOf, faultyFields } from '../../harness/refusals.ts';
import { makeSuite, queueRun, type Suite } from '../../harness/suite.ts';
import { openWorld, type World } from '../../harness/world.ts';

type Bytes = string | Uint8Array<ArrayBuffer>;

let world: World;
let suite: Suite;

beforeAll(async () => {
  world = await openWorld();
  suite = await makeSuite(world);
});

const produced = async (content: Bytes | null): Promise<OutputPath> =>
  outputPath(suite, (await runOnce(world, suite, content)).run_id);

/** Where a run that expected the one content produced the other. */
async function comparing(expected: Bytes, actual: Bytes | null): Promise<OutputPath> {
  await approveRun(world, suite, (await runOnce(world, suite, expected)).run_id);
  return produced(actual);
}

async function structured(path: OutputPath, context_lines = 3): Promise<components['schemas']['Diff']> {
  const diff = await world.admin.expect('getOutputDiff', 200, { path, query: { context_lines } });
  if (diff.format !== 'structured') throw new Error(`the format is ${diff.format}`);
  return diff;
}

async function unified(path: OutputPath): Promise<string> {
  const diff = await world.admin.expect('getOutputDiff', 200, { path, query: { format: 'unified' } });
  if (diff.format !== 'unified') throw new Error(`the format is ${diff.format}`);
  return diff.content;
}

const linesOf = ({ hunks }: components['schemas']['Diff']) =>
  hunks.flatMap(({ lines }) => lines.map((line) => [line.kind, line.expected_line, line.actual_line, line.text]));

test('a hostile diff keeps nobody waiting', async () => {
  const periodic = (length: number): string =>
    Array.from({ length: 100_000 }, (_, index) => `${index % length}\n`).join('');
  const path = await comparing(periodic(7), periodic(11));
  const ended: string[] = [];
  const diff = structured(path).finally(() => ended.push('diff'));
  // As many answers as would not fit before it, did the server compare where it answers.
  for (let answers = 0; answers < 25; answers += 1) await world.admin.expect('getLiveness', 200, {});
  expect(ended).toEqual([]);
  expect(await diff).toMatchObject({ whole_file: true, truncated: true });
});

describe('a difference of lines', () => {
  const numbers = Array.from({ length: 9 }, (_, index) => `${index + 1}\n`);

  test('is told with numbers on both sides, counts and context', async () => {
    const path = await comparing(numbers.join(''), numbers.toSpliced(4, 1, 'five\n', 'and a half\n').join(''));
    const diff = await structured(path, 1);
    expect(diff).toMatchObject({
      ...path,
      ...{ format: 'structured', status: 'different', class: 'lines_changed', binary: false, truncated: false },
      summary: { added_lines: 2, removed_lines: 1, changed_hunks: 1 },
      hunks: [{ expected_start: 4, actual_start: 4 }],
    });
    expect(linesOf(diff)).toEqual([
      ['context', 4, 4, '4'],
      ['removed', 5, null, '5'],
      ['added', null, 5, 'five'],
      ['added', null, 6, 'and a half'],
      ['context', 6, 7, '6'],
    ]);
    expect(linesOf(await structured(path))).toHaveLength(9);
    expect(await unified(path)).toBe(
      '--- expected\n+++ actual\n@@ -2,7 +2,8 @@\n 2\n 3\n 4\n-5\n+five\n+and a half\n 6\n 7\n 8\n',
    );
  });

  test('far apart makes hunks of their own', async () => {
    const path = await comparing(numbers.join(''), numbers.with(0, 'one\n').with(8, 'nine\n').join(''));
    const { hunks, summary } = await structured(path, 1);
    expect(summary).toEqual({ added_lines: 2, removed_lines: 2, changed_hunks: 2 });
    expect(hunks.map(({ expected_start }) => expected_start)).toEqual([1, 8]);
  });

  test('2.5: in lines that begin with -- and ++ is not taken for a header', async () => {
    const path = await comparing('-- a\n--- b\nsame\n', '++ a\n+++ b\nsame\n');
    expect(linesOf(await structured(path))).toEqual([
      ['removed', 1, null, '-- a'],
      ['removed', 2, null, '--- b'],
      ['added', null, 1, '++ a'],
      ['added', null, 2, '+++ b'],
      ['context', 3, 3, 'same'],
    ]);
    expect(await unified(path)).toBe(
      '--- expected\n+++ actual\n@@ -1,3 +1,3 @@\n--- a\n---- b\n+++ a\n++++ b\n same\n',
    );
  });

  test('in the last line’s end is shown', async () => {
    const path = await comparing('one\n', 'one');
    expect(await unified(path)).toBe(
      '--- expected\n+++ actual\n@@ -1,1 +1,1 @@\n-one\n+one\n\\ No newline at end of file\n',
    );
  });
});

describe('what is easily lost', () => {
  test('a byte order mark', async () => {
    const diff = await structured(await comparing('one\n', '\uFEFFone\n'));
    expect(diff).toMatchObject({ status: 'different', class: 'byte_order_mark' });
    expect(linesOf(diff)).toEqual([
      ['removed', 1, null, 'one'],
      ['added', null, 1, '\uFEFFone'],
    ]);
  });

  test('a carriage return', async () => {
    const diff = await structured(await comparing('one\ntwo\n', 'one\r\ntwo\n'));
    expect(diff).toMatchObject({ status: 'different', class: 'line_endings' });
    expect(linesOf(diff)).toEqual([
      ['removed', 1, null, 'one'],
      ['added', null, 1, 'one\r'],
      ['context', 2, 2, 'two'],
    ]);
  });

  test('an output that became empty', async () => {
    const diff = await structured(await comparing('one\n', ''));
    expect(diff).toMatchObject({ class: 'empty', summary: { added_lines: 0, removed_lines: 1 } });
  });

  test('bytes that are not text are told to differ and not shown', async () => {
    const path = await comparing('one\n', Uint8Array.of(0x6f, 0, 0xff));
    expect(await structured(path)).toMatchObject({
      ...{ status: 'different', class: 'binary', binary: true, hunks: [] },
      summary: { added_lines: 0, removed_lines: 0, changed_hunks: 0 },
    });
    expect(await unified(path)).toBe('Binary files expected and actual differ\n');
  });
});

describe('nothing to compare', () => {
  test('identical outputs have no hunks and an empty unified diff', async () => {
    const path = await comparing('one\n', 'one\n');
    expect(await structured(path)).toMatchObject({ status: 'identical', class: 'identical', hunks: [] });
    expect(await unified(path)).toBe('');
  });

  test('a missing output says so, and is no identical one', async () => {
    const path = await comparing('one\n', null);
    expect(await structured(path)).toMatchObject({ status: 'missing_actual', class: 'missing_actual', hunks: [] });
    expect(await unified(path)).toBe('--- expected\n+++ /dev/null\n');
  });

  test('an output nothing was approved for says so', async () => {
    const fresh = await makeSuite(world);
    const path = outputPath(fresh, (await runOnce(world, fresh, 'one\n')).run_id);
    const diff = await world.admin.expect('getOutputDiff', 200, { path });
    expect(diff).toMatchObject({ status: 'missing_expected', class: 'missing_expected', hunks: [] });
  });

  test('422: files above 10 MiB are not compared', async () => {
    const huge = 'x'.repeat(10_485_761);
    const { details } = await world.admin.expect('getOutputDiff', 422, { path: await comparing('one\n', huge) });
    expect(details).toMatchObject({ bytes_max: 10_485_760 });
  });
});

describe('400 and 404', () => {
  test.each([
    ['context_lines', '0'],
    ['context_lines', '51'],
    ['format', 'html'],
  ])('%s=%s', async (name, value) => {
    const answer = await callLoosely(world.admin, 'getOutputDiff', { path: anywhere, query: { [name]: value } });
    expect(faultyFields(answer)).toEqual([`query.${name}`]);
  });

  test('a test without a result has nothing to compare', async () => {
    const path = outputPath(suite, (await queueRun(world, suite, 'windows')).run_id);
    failureOf(await world.admin.call('getOutputDiff', { path }), 404);
  });

  test('another domain’s output is like one that does not exist', async () => {
    const path = await produced('one\n');
    const stranger = (await openWorld()).admin;
    const foreign = await stranger.call('getOutputDiff', { path });
    expectSameNotFound(foreign, await stranger.call('getOutputDiff', { path: { ...path, run_id: 2_147_483_647 } }));
  });
});

const anywhere = { run_id: 1, sample_id: 1, regression_id: 1, output_id: 1 };
describeGuard(() => world, 'getOutputDiff', { path: anywhere }, { scope: 'results:read' });
