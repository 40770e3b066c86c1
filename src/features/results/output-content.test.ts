import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { settingsFrom } from '../../config.ts';
import type { OpenDatabase } from '../../db/open-database.ts';
import { newKey } from '../../secrets.ts';
import type { BlobStore } from '../../storage/blob-store.ts';
import { openFileBlobStore } from '../../storage/file-blob-store.ts';
import { openMigrated } from '../../testing/migrated-database.ts';
import {
  digest,
  insertResult,
  insertRun,
  insertTenant,
  insertTest,
  planTest,
  type JudgedOutput,
  type Tenant,
  type TestPlace,
} from '../../testing/run-fixture.ts';
import {
  actualSha256,
  comparedBytesMax,
  compareOutput,
  encodedContent,
  existingOutput,
  expectedSha256,
  inlineBytesMax,
  showContent,
} from './output-content.ts';
import { structuredDiff, unifiedDiff } from './output-diff.ts';
import type { OutputAddress, PlannedOutputResult } from './result-reads.queries.ts';
import { diffView, unifiedDiffView } from './results.view.ts';

let directory: string;
let opened: OpenDatabase;
let blobs: BlobStore;
let tenant: Tenant;
let place: TestPlace;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'spci-output-content-'));
  blobs = await openFileBlobStore(directory);
  opened = await openMigrated();
  tenant = await insertTenant(opened.db, 'own');
  place = await insertTest(opened.db, tenant);
});
afterAll(async () => {
  await opened.close();
  await rm(directory, { recursive: true });
});

async function store(content: string | Buffer): Promise<string> {
  const { sha256 } = await blobs.put(
    (async function* () {
      yield Buffer.from(content);
    })(),
    { bytesMax: 20_000_000 },
  );
  return sha256;
}

/** Where the output is in a run that froze this baseline and reported this output. */
async function plan(baseline: string | undefined, reported?: JudgedOutput | 'skipped'): Promise<OutputAddress> {
  const { id: run_id } = await insertRun(opened.db, tenant, { status: 'running' });
  const frozen = baseline === undefined ? {} : { baseline_sha256: baseline };
  await planTest(opened.db, run_id, tenant, place, frozen);
  const skip = { status: 'skipped', exit_code: null, skip_reason: 'no sandbox' } as const;
  if (reported === 'skipped') await insertResult(opened.db, run_id, place, skip);
  else if (reported !== undefined) await insertResult(opened.db, run_id, place, { status: 'fail' }, reported);
  const { sample_id } = tenant;
  return { run_id, sample_id, regression_id: place.regression_test_id, output_id: place.output_id };
}

const produced = (sha256: string): JudgedOutput => ({ sha256, size_bytes: 7, status: 'fail', class: 'lines_changed' });
const unproduced: JudgedOutput = { sha256: null, size_bytes: null, status: 'missing_output', class: 'missing_actual' };

const outputAt = (address: OutputAddress): Promise<PlannedOutputResult> =>
  existingOutput(opened.db, tenant.domain_id, address);
const planned = async (baseline: string | undefined, reported?: JudgedOutput | 'skipped') =>
  outputAt(await plan(baseline, reported));

const show = (output: PlannedOutputResult, sha256: string, format: 'text' | 'base64' = 'text') => {
  const key = newKey();
  const settings = settingsFrom({ SPCI_PUBLIC_URL: 'https://spci.example' });
  const context = { blobs, settings, keys: { active: key, all: [key] } };
  return showContent(context, tenant.domain_id, output, { sha256, format });
};

test.each(['run_id', 'sample_id', 'regression_id', 'output_id'] as const)(
  'an output under another %s is not found',
  async (id) => {
    const address = await plan(digest('e'));
    await expect(outputAt(address)).resolves.toMatchObject({ filename: 'captions.srt' });
    const missing = { code: 'not_found', message: 'There is no such output.' };
    await expect(outputAt({ ...address, [id]: address[id] + 1000 })).rejects.toMatchObject(missing);
  },
);

test('an output of another domain is not found', async () => {
  const foreign = await insertTenant(opened.db, 'foreign');
  const sought = existingOutput(opened.db, foreign.domain_id, await plan(digest('e')));
  await expect(sought).rejects.toMatchObject({ code: 'not_found', message: 'There is no such output.' });
});

describe('what an output should be', () => {
  test('is the baseline that the run froze, whatever was produced', async () => {
    expect(expectedSha256(await planned(digest('e'), produced(digest('a'))))).toBe(digest('e'));
  });

  test('is not found when nothing was approved', async () => {
    const output = await planned(undefined, produced(digest('a')));
    expect(() => expectedSha256(output)).toThrow(expect.objectContaining({ code: 'not_found' }));
  });
});

describe('what a test produced', () => {
  test('is missing, and not merely unknown, once a result without it was reported', async () => {
    const missing = expect.objectContaining({ code: 'missing_output' });
    const unmade = await planned(digest('e'), unproduced);
    expect(() => actualSha256(unmade)).toThrow(missing);
    const skipped = await planned(digest('e'), 'skipped');
    expect(() => actualSha256(skipped)).toThrow(missing);
  });

  test('is not found while the test has no result', async () => {
    const output = await planned(digest('e'));
    expect(() => actualSha256(output)).toThrow(expect.objectContaining({ code: 'not_found' }));
  });
});

describe('a shown file', () => {
  test('has its content, its size and an address for its bytes under its name', async () => {
    const sha256 = await store('1\nHello\n');
    const file = await show(await planned(sha256), sha256);
    expect(file).toMatchObject({ encoding: 'utf-8', content: '1\nHello\n', size_bytes: 8, truncated: false });
    expect(file).toMatchObject({ filename: 'captions.srt', sha256, storage_status: 'ok' });
    const url = new URL(file.download_url);
    expect(url.origin + url.pathname).toBe(`https://spci.example/api/v1/files/${sha256}`);
    expect(url.searchParams.get('name')).toBe('captions.srt');
    expect(url.searchParams.get('domain')).toBe(String(tenant.domain_id));
  });

  test('that is empty is whole', async () => {
    const sha256 = await store('');
    const file = await show(await planned(sha256), sha256);
    expect(file).toMatchObject({
      encoding: 'utf-8',
      content: '',
      size_bytes: 0,
      truncated: false,
      storage_status: 'ok',
    });
  });

  test('shows no more than its beginning', async () => {
    const sha256 = await store(`${'x'.repeat(inlineBytesMax - 1)}€`);
    const output = await planned(sha256);
    const text = await show(output, sha256);
    expect(text).toMatchObject({ encoding: 'utf-8', truncated: true, size_bytes: inlineBytesMax + 2 });
    expect(text.content).toBe('x'.repeat(inlineBytesMax - 1));
    const { content, truncated } = await show(output, sha256, 'base64');
    expect(truncated).toBe(true);
    expect(content).toHaveLength(1_048_576);
  });

  test('of exactly the inline size is whole', async () => {
    const sha256 = await store('x'.repeat(inlineBytesMax));
    expect(await show(await planned(sha256), sha256)).toMatchObject({ truncated: false, size_bytes: inlineBytesMax });
  });

  test('whose bytes are gone says so, with the size that was recorded', async () => {
    const output = await planned(digest('e'), produced(digest('a')));
    const gone = { content: '', storage_status: 'missing', truncated: true };
    expect(await show(output, digest('a'))).toMatchObject({ ...gone, size_bytes: 7 });
    expect(await show(output, digest('e'))).toMatchObject({ ...gone, size_bytes: 0 });
  });
});

describe('content', () => {
  test('is base64 unless text is asked for and the bytes are UTF-8', () => {
    expect(encodedContent(Buffer.from('é'), 'base64', false)).toEqual({ encoding: 'base64', content: 'w6k=' });
    expect(encodedContent(Buffer.from('é'), 'text', false)).toEqual({ encoding: 'utf-8', content: 'é' });
    expect(encodedContent(Buffer.from([0xe9]), 'text', false)).toEqual({ encoding: 'base64', content: '6Q==' });
    expect(encodedContent(Buffer.from([0xe9, 0x41]), 'text', true)).toMatchObject({ encoding: 'base64' });
  });

  test('keeps a byte order mark', () => {
    expect(encodedContent(Buffer.from('\uFEFF1'), 'text', false).content).toBe('\uFEFF1');
  });

  test('is text when only the cut made its end invalid', () => {
    const bytes = Buffer.from('ab€').subarray(0, 4);
    expect(encodedContent(bytes, 'text', true)).toEqual({ encoding: 'utf-8', content: 'ab' });
    expect(encodedContent(bytes, 'text', false).encoding).toBe('base64');
  });
});

describe('the comparison of an output', () => {
  const unloaded = { expected: Buffer.alloc(0), actual: Buffer.alloc(0) };

  test('loads both sides when they differ, and keeps the class of the verdict', async () => {
    const [expected, actual] = [await store('a\nb\n'), await store('a\nc\n')];
    expect(await compareOutput(blobs, await planned(expected, produced(actual)))).toEqual({
      status: 'different',
      class: 'lines_changed',
      expected: Buffer.from('a\nb\n'),
      actual: Buffer.from('a\nc\n'),
    });
  });

  test('of equal digests is identical, even if the bytes are gone', async () => {
    const output = await planned(digest('e'), produced(digest('e')));
    expect(await compareOutput(blobs, output)).toEqual({ status: 'identical', class: 'identical', ...unloaded });
  });

  test('names the side that is not there', async () => {
    const missing = await planned(digest('e'), unproduced);
    expect(await compareOutput(blobs, missing)).toMatchObject({ status: 'missing_actual', class: 'missing_actual' });
    const unapproved = await planned(undefined, produced(digest('a')));
    const status = { status: 'missing_expected', class: 'missing_expected', ...unloaded };
    expect(await compareOutput(blobs, unapproved)).toEqual(status);
    const neither = await planned(undefined, unproduced);
    expect(await compareOutput(blobs, neither)).toMatchObject({ status: 'missing_actual' });
  });

  test('is not found while the test has no result', async () => {
    await expect(compareOutput(blobs, await planned(digest('e')))).rejects.toMatchObject({ code: 'not_found' });
  });

  test('refuses a side above 10 MiB', async () => {
    const [small, large] = [await store('x'), await store(Buffer.alloc(comparedBytesMax + 1))];
    const refusal = { code: 'unprocessable', details: { bytes_max: comparedBytesMax } };
    await expect(compareOutput(blobs, await planned(large, produced(small)))).rejects.toMatchObject(refusal);
    await expect(compareOutput(blobs, await planned(small, produced(large)))).rejects.toMatchObject(refusal);
    const largest = await store(Buffer.alloc(comparedBytesMax));
    const { status } = await compareOutput(blobs, await planned(small, produced(largest)));
    expect(status).toBe('different');
  });

  test('does not call bytes that are gone a missing output', async () => {
    const output = await planned(await store('x'), produced(digest('a')));
    await expect(compareOutput(blobs, output)).rejects.toMatchObject({
      code: 'not_found',
      details: { sha256: digest('a') },
    });
  });
});

describe('a difference', () => {
  const address = { run_id: 12, sample_id: 3, regression_id: 5, output_id: 9 };
  const different = { status: 'different', class: 'lines_changed' } as const;
  const sides = { expected: Buffer.from('a\nb\n'), actual: Buffer.from('a\nc\n') };

  test('as data gives each line its numbers, null on the side where it is not', () => {
    const whole = { text_truncated: false, no_newline_at_end: false };
    const view = diffView(address, { ...different, ...sides }, structuredDiff(sides.expected, sides.actual));
    expect(view).toEqual({
      ...address,
      format: 'structured',
      ...different,
      summary: { added_lines: 1, removed_lines: 1, changed_hunks: 1 },
      hunks: [
        {
          expected_start: 1,
          actual_start: 1,
          lines: [
            { kind: 'context', expected_line: 1, actual_line: 1, text: 'a', ...whole },
            { kind: 'removed', expected_line: 2, actual_line: null, text: 'b', ...whole },
            { kind: 'added', expected_line: null, actual_line: 2, text: 'c', ...whole },
          ],
        },
      ],
      truncated: false,
      whole_file: false,
      binary: false,
    });
  });

  test('as a unified diff is empty only when nothing differs', () => {
    const none = Buffer.alloc(0);
    const alike = unifiedDiff(none, none);
    const contentOf = (status: 'identical' | 'missing_actual' | 'missing_expected') =>
      unifiedDiffView(address, { status, class: status, expected: none, actual: none }, alike).content;
    expect(contentOf('identical')).toBe('');
    expect(contentOf('missing_actual')).toBe('--- expected\n+++ /dev/null\n');
    expect(contentOf('missing_expected')).toBe('--- /dev/null\n+++ actual\n');
    const patch = unifiedDiffView(address, { ...different, ...sides }, unifiedDiff(sides.expected, sides.actual));
    expect(patch).toMatchObject({ ...address, format: 'unified', truncated: false });
    expect(patch.content).toContain('\n-b\n+c\n');
  });
});
