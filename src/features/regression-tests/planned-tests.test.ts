import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { migrate } from '../../db/migrator.ts';
import { openInMemory, type OpenDatabase } from '../../db/open-database.ts';
import type { Platform } from '../../principal.ts';
import { addRegressionTest, changeRegressionTest, removeRegressionTest } from './edit-test.ts';
import { listManifestTests, type ManifestRequest, type ManifestTest } from './manifest-source.ts';
import { toVariant } from './regression-tests.view.ts';
import { existingRegressionTest } from './test-lookup.ts';
import { acceptVariant, withdrawVariant, type OutputPlace } from './variants.ts';

interface DomainRows {
  readonly domainId: number;
  readonly accountId: number;
  readonly sampleId: number;
  readonly repositoryId: number;
}

const digest = (letter: string): string => letter.repeat(64);
let opened: OpenDatabase;
let own: DomainRows;
let foreign: DomainRows;
let place: OutputPlace;

async function insertDomain(slug: string): Promise<DomainRows> {
  const { rows } = await sql<DomainRows>`
    with domain as (insert into domains (slug) values (${slug}) returning id),
    account as (
      insert into accounts (domain_id, name, email, password_hash, role)
      select id, 'ada', ${slug}, '', 'admin' from domain returning id, domain_id
    ),
    sample as (
      insert into samples (domain_id, sha256, size_bytes, original_name, extension, account_id)
      select domain_id, ${digest('5')}, 48128, 'pop-on.m2ts', 'm2ts', id from account returning id
    ),
    repository as (
      insert into repositories (domain_id, name, default_branch)
      select id, 'video/extractor', 'main' from domain returning id
    ),
    category as (insert into categories (domain_id, name) select id, 'captions' from domain)
    select account.domain_id as "domainId", account.id as "accountId", sample.id as "sampleId",
      repository.id as "repositoryId"
    from account, sample, repository`.execute(opened.db);
  return first(rows);
}

function first<Row>([row]: readonly Row[]): Row {
  if (row === undefined) throw new Error('there is no row');
  return row;
}

async function addTest({ domainId, sampleId }: DomainRows, active = true): Promise<OutputPlace> {
  const test = await addRegressionTest(opened, domainId, {
    sample_id: sampleId,
    command: '--format srt',
    categories: ['captions'],
    input_type: 'file',
    output_type: 'file',
    expected_rc: 0,
    description: '',
    active,
    timeout_ms: 60_000,
    outputs: [
      { expected_filename: 'captions.srt', correct_extension: '.srt', ignore: false },
      { expected_filename: 'stdout', correct_extension: '.txt', ignore: true },
    ],
  });
  return { regressionTestId: test.id, outputId: first(test.outputs).id };
}

let commits = 0;

async function insertRun({ domainId, accountId, repositoryId }: DomainRows): Promise<number> {
  commits += 1;
  const commit = String(commits).padStart(40, '0');
  const { rows } = await sql<{ id: number }>`
    with build as (
      insert into builds (domain_id, account_id, repository_id, commit_sha, platform, entry_point, arguments, sha256, size_bytes)
      values (${domainId}, ${accountId}, ${repositoryId}, ${commit}, 'linux', 'extractor.cjs', '{command}', ${digest('6')}, 1)
      returning *
    )
    insert into runs (domain_id, account_id, repository_id, build_id, commit_sha, platform, branch, status, required_types, planned_count, queued_at)
    select domain_id, account_id, repository_id, id, commit_sha, platform, 'main', 'queued', '{}', 1, now() from build
    returning id`.execute(opened.db);
  return first(rows).id;
}

const manifestOf = (request: ManifestRequest): Promise<ManifestTest[]> =>
  opened.db.transaction().execute((trx) => listManifestTests(trx, request));

/** A run that planned the test. */
async function planTest(rows: DomainRows, { regressionTestId }: OutputPlace): Promise<number> {
  const runId = await insertRun(rows);
  const request = { domainId: rows.domainId, platform: 'linux' as const, regressionTestIds: [regressionTestId] };
  const { outputs, active: _active, ...test } = first(await manifestOf(request));
  await opened.db
    .insertInto('planned_tests')
    .values({ ...test, run_id: runId })
    .execute();
  await opened.db
    .insertInto('planned_outputs')
    .values(outputs.map((output) => ({ ...output, run_id: runId, regression_test_id: regressionTestId })))
    .execute();
  return runId;
}

/** A run in which the test gave the output this content. */
async function produce(rows: DomainRows, { regressionTestId, outputId }: OutputPlace, sha256: string): Promise<void> {
  const key = { run_id: await planTest(rows, { regressionTestId, outputId }), regression_test_id: regressionTestId };
  await opened.db
    .insertInto('results')
    .values({ ...key, attempt: 1, status: 'fail', exit_code: 0, runtime_ms: 1, skip_reason: null })
    .execute();
  await opened.db
    .insertInto('result_outputs')
    .values({ ...key, output_id: outputId, sha256, size_bytes: 1, status: 'fail', class: 'not_compared' })
    .execute();
}

async function approve(outputId: number, platform: Platform | null, sha256: string): Promise<void> {
  await sql`
    with approval as (
      insert into baseline_approvals (domain_id, run_id, account_id, platform, status_before, status_after)
      values (${own.domainId}, ${await insertRun(own)}, ${own.accountId}, ${platform}, 'fail', 'pass') returning id
    )
    insert into baselines (expected_output_id, platform, sha256, approval_id)
    select ${outputId}::integer, ${platform}::text, ${sha256}::text, id from approval`.execute(opened.db);
}

async function accept(sha256: string, platform: Platform | null): Promise<number> {
  await produce(own, place, sha256);
  return (await acceptVariant(opened, own, place, { sha256, platform })).id;
}

beforeAll(async () => {
  opened = await openInMemory();
  await migrate(opened.db);
  own = await insertDomain('own');
  foreign = await insertDomain('foreign');
});

beforeEach(async () => {
  place = await addTest(own);
});

afterAll(() => opened.close());

test('a test that runs planned is not deleted, and the refusal counts them', async () => {
  await planTest(own, place);
  await planTest(own, place);
  const removal = removeRegressionTest(opened, own.domainId, place.regressionTestId);
  await expect(removal).rejects.toMatchObject({ code: 'conflict', details: { run_count: 2 } });
  expect((await existingRegressionTest(opened.db, own.domainId, place.regressionTestId)).outputs).toHaveLength(2);
});

describe('a variant', () => {
  const content = { sha256: digest('a'), platform: null };

  test('is a content that a run gave this output, shown with the output from then on', async () => {
    await produce(own, place, content.sha256);
    const variant = toVariant(await acceptVariant(opened, own, place, content));
    expect(variant).toEqual({ id: expect.any(Number), hash: digest('a'), platform: null });
    const { outputs } = await existingRegressionTest(opened.db, own.domainId, place.regressionTestId);
    expect(outputs[0]?.variants.map(toVariant)).toEqual([variant]);
  });

  test('of a content that only another output, test or domain gave is refused', async () => {
    const other = await addTest(own);
    await produce(own, other, content.sha256);
    await produce(foreign, await addTest(foreign), content.sha256);
    await expect(acceptVariant(opened, own, place, content)).rejects.toMatchObject({ code: 'unprocessable' });
  });

  test('is accepted once for each platform and once for all', async () => {
    await produce(own, place, content.sha256);
    for (const platform of [null, 'linux', 'windows'] as const) {
      await acceptVariant(opened, own, place, { ...content, platform });
      const again = acceptVariant(opened, own, place, { ...content, platform });
      await expect(again).rejects.toMatchObject({ code: 'conflict' });
    }
  });

  test('beyond the number that an output can show is refused', async () => {
    const rows = Array.from({ length: 99 }, (_, position) => ({
      expected_output_id: place.outputId,
      platform: null,
      sha256: String(position).padStart(64, '0'),
      account_id: own.accountId,
    }));
    await opened.db.insertInto('variants').values(rows).execute();
    await produce(own, place, digest('b'));
    await acceptVariant(opened, own, place, { sha256: digest('b'), platform: null });
    const beyond = acceptVariant(opened, own, place, { sha256: digest('b'), platform: 'linux' });
    await expect(beyond).rejects.toMatchObject({ code: 'conflict', details: { variants_max: 100 } });
  });

  test('is withdrawn once, and only from its own output in its own domain', async () => {
    const variantId = await accept(digest('a'), null);
    const missing = { code: 'not_found', message: 'There is no such variant.' };
    const other = await addTest(own);
    const misplaced = { ...place, regressionTestId: other.regressionTestId };
    await expect(withdrawVariant(opened, own.domainId, other, variantId)).rejects.toMatchObject(missing);
    await expect(withdrawVariant(opened, own.domainId, misplaced, variantId)).rejects.toMatchObject(missing);
    await expect(withdrawVariant(opened, foreign.domainId, place, variantId)).rejects.toMatchObject(missing);
    await withdrawVariant(opened, own.domainId, place, variantId);
    await expect(withdrawVariant(opened, own.domainId, place, variantId)).rejects.toMatchObject(missing);
  });

  test('of an output that the domain or the test does not have is not found', async () => {
    await produce(own, place, content.sha256);
    const other = await addTest(own);
    const missing = { code: 'not_found', message: 'There is no such expected output.' };
    const misplaced = { ...place, regressionTestId: other.regressionTestId };
    await expect(acceptVariant(opened, own, misplaced, content)).rejects.toMatchObject(missing);
    await expect(acceptVariant(opened, foreign, place, content)).rejects.toMatchObject(missing);
  });
});

describe('a manifest', () => {
  const plannedOn = async (platform: Platform): Promise<ManifestTest> =>
    first(await manifestOf({ domainId: own.domainId, platform, regressionTestIds: [place.regressionTestId] }));

  test('says what to run, on what, and what must come of it', async () => {
    expect(await plannedOn('linux')).toEqual({
      regression_test_id: place.regressionTestId,
      active: true,
      sample_id: own.sampleId,
      sample_sha256: digest('5'),
      sample_name: 'pop-on.m2ts',
      sample_size_bytes: 48_128,
      command: '--format srt',
      input_type: 'file',
      output_type: 'file',
      expected_rc: 0,
      timeout_ms: 60_000,
      outputs: [
        {
          output_id: place.outputId,
          filename: 'captions.srt',
          ignore: false,
          baseline_sha256: null,
          variant_sha256s: [],
        },
        { output_id: expect.any(Number), filename: 'stdout', ignore: true, baseline_sha256: null, variant_sha256s: [] },
      ],
    });
  });

  test('takes the baseline of the platform before the one for every platform', async () => {
    await approve(place.outputId, null, digest('a'));
    await approve(place.outputId, 'windows', digest('b'));
    expect((await plannedOn('linux')).outputs[0]?.baseline_sha256).toBe(digest('a'));
    expect((await plannedOn('windows')).outputs[0]?.baseline_sha256).toBe(digest('b'));
  });

  test('takes no baseline that was superseded or is of another platform, and neither is shown as the general one', async () => {
    await approve(place.outputId, 'windows', digest('b'));
    await approve(place.outputId, null, digest('a'));
    await opened.db
      .updateTable('baselines')
      .set({ superseded_at: '2026-11-22T10:00:00Z' })
      .where('platform', 'is', null)
      .execute();
    expect((await plannedOn('linux')).outputs[0]?.baseline_sha256).toBeNull();
    const shown = await existingRegressionTest(opened.db, own.domainId, place.regressionTestId);
    expect(shown.outputs[0]?.baseline_sha256).toBeNull();
    await approve(place.outputId, null, digest('c'));
    expect((await plannedOn('linux')).outputs[0]?.baseline_sha256).toBe(digest('c'));
    const approved = await existingRegressionTest(opened.db, own.domainId, place.regressionTestId);
    expect(approved.outputs[0]?.baseline_sha256).toBe(digest('c'));
  });

  test('accepts each variant of its platform and of every platform once', async () => {
    await accept(digest('d'), 'linux');
    await accept(digest('d'), null);
    await accept(digest('a'), null);
    await accept(digest('e'), 'windows');
    expect((await plannedOn('linux')).outputs[0]?.variant_sha256s).toEqual([digest('a'), digest('d')]);
  });

  test('holds every active test of its domain and no other, or those that are named', async () => {
    const inactive = await addTest(own, false);
    const theirs = await addTest(foreign);
    const idsOf = async (ids?: readonly number[]): Promise<number[]> => {
      const request = { domainId: own.domainId, platform: 'linux' as const };
      const tests = await manifestOf(ids === undefined ? request : { ...request, regressionTestIds: ids });
      return tests.map((planned) => planned.regression_test_id);
    };
    expect(await idsOf()).toContain(place.regressionTestId);
    expect(await idsOf()).not.toContain(inactive.regressionTestId);
    expect(await idsOf()).not.toContain(theirs.regressionTestId);
    await changeRegressionTest(opened, own.domainId, place.regressionTestId, { active: false });
    expect(await idsOf()).not.toContain(place.regressionTestId);
    const named = [inactive, theirs, place, place].map(({ regressionTestId }) => regressionTestId);
    expect(await idsOf(named)).toEqual([place.regressionTestId, inactive.regressionTestId]);
    expect(await idsOf([])).toEqual([]);
  });
});
