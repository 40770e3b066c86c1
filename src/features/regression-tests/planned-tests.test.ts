import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { OpenDatabase } from '../../db/open-database.ts';
import type { Platform } from '../../principal.ts';
import { openMigrated } from '../../testing/migrated-database.ts';
import {
  digest,
  insertResult,
  insertRun,
  insertTenant,
  insertTest,
  planTest,
  type Tenant,
  type TestPlace,
} from '../../testing/run-fixture.ts';
import { changeRegressionTest, removeRegressionTest } from './edit-test.ts';
import { listManifestTests, type ManifestOutput, type ManifestRequest, type ManifestTest } from './manifest-source.ts';
import type { VariantRow } from './regression-tests.table.ts';
import { toVariant } from './regression-tests.view.ts';
import { existingRegressionTest } from './test-lookup.ts';
import { acceptVariant, withdrawVariant } from './variants.ts';

let opened: OpenDatabase;
let own: Tenant;
let foreign: Tenant;
let place: TestPlace;

async function plan(tenant: Tenant, { regression_test_id, output_id }: TestPlace): Promise<number> {
  const { id } = await insertRun(opened.db, tenant);
  await planTest(opened.db, id, tenant, { regression_test_id, output_id });
  return id;
}

/** A run in which the test gave the output this content. */
async function produce(tenant: Tenant, made: TestPlace, sha256: string): Promise<void> {
  const output = { sha256, size_bytes: 1, status: 'fail', class: 'not_compared' } as const;
  await insertResult(opened.db, await plan(tenant, made), made, { status: 'fail' }, output);
}

const placeOf = ({ regression_test_id, output_id }: TestPlace) => ({
  regressionTestId: regression_test_id,
  outputId: output_id,
});

const accept = (
  sha256: string,
  platform: Platform | null,
  made = place,
  { domain_id, account_id } = own,
): Promise<VariantRow> =>
  acceptVariant(opened, { domainId: domain_id, accountId: account_id }, placeOf(made), { sha256, platform });

const withdraw = (variantId: number, made = place, { domain_id, account_id } = own): Promise<void> =>
  withdrawVariant(opened, { domainId: domain_id, accountId: account_id }, placeOf(made), variantId);

async function approve(sha256: string, platform: Platform | null): Promise<void> {
  const { domain_id, account_id } = own;
  const { id: run_id } = await insertRun(opened.db, own);
  const approval = { domain_id, account_id, run_id, platform, status_before: 'fail', status_after: 'pass' } as const;
  const { id: approval_id } = await opened.db
    .insertInto('baseline_approvals')
    .values(approval)
    .returning('id')
    .executeTakeFirstOrThrow();
  await opened.db
    .insertInto('baselines')
    .values({ expected_output_id: place.output_id, platform, sha256, approval_id })
    .execute();
}

const owner = () => ({ domainId: own.domain_id, accountId: own.account_id });
const shown = () => existingRegressionTest(opened.db, own.domain_id, place.regression_test_id);

beforeAll(async () => {
  opened = await openMigrated();
  own = await insertTenant(opened.db, 'own');
  foreign = await insertTenant(opened.db, 'foreign');
});

beforeEach(async () => {
  place = await insertTest(opened.db, own);
});

afterAll(() => opened.close());

test('a test that runs planned is not deleted, and the refusal counts them', async () => {
  await plan(own, place);
  await plan(own, place);
  const removal = removeRegressionTest(opened, own.domain_id, place.regression_test_id);
  await expect(removal).rejects.toMatchObject({ code: 'conflict', details: { run_count: 2 } });
  expect((await shown()).outputs).toHaveLength(1);
});

describe('a variant', () => {
  test('is a content that a run gave this output, shown with the output from then on', async () => {
    await produce(own, place, digest('a'));
    const variant = toVariant(await accept(digest('a'), null));
    expect(variant).toEqual({ id: expect.any(Number), hash: digest('a'), platform: null });
    expect((await shown()).outputs[0]?.variants.map(toVariant)).toEqual([variant]);
  });

  test('of a content that only another test or a run of another domain gave is refused', async () => {
    await produce(own, await insertTest(opened.db, own), digest('a'));
    await produce(foreign, place, digest('a'));
    await expect(accept(digest('a'), null)).rejects.toMatchObject({ code: 'unprocessable' });
  });

  test('of a content that only another output of the test gave is refused', async () => {
    const sibling = { regression_test_id: place.regression_test_id, expected_filename: 'b', correct_extension: '.bin' };
    const { id: output_id } = await opened.db
      .insertInto('expected_outputs')
      .values(sibling)
      .returning('id')
      .executeTakeFirstOrThrow();
    await produce(own, { ...place, output_id }, digest('a'));
    await expect(accept(digest('a'), null)).rejects.toMatchObject({ code: 'unprocessable' });
  });

  test('is accepted once for each platform and once for all', async () => {
    await produce(own, place, digest('a'));
    for (const platform of [null, 'linux', 'windows'] as const) {
      await accept(digest('a'), platform);
      await expect(accept(digest('a'), platform)).rejects.toMatchObject({ code: 'conflict' });
    }
  });

  test('beyond the number that an output can show is refused', async () => {
    const rows = Array.from({ length: 99 }, (_, position) => ({
      expected_output_id: place.output_id,
      platform: null,
      sha256: String(position).padStart(64, '0'),
      account_id: own.account_id,
    }));
    await opened.db.insertInto('variants').values(rows).execute();
    await produce(own, place, digest('b'));
    await accept(digest('b'), null);
    const refusal = { code: 'conflict', details: { variants_max: 100 } };
    await expect(accept(digest('b'), 'linux')).rejects.toMatchObject(refusal);
  });

  test('is withdrawn once, and only from its own output in its own domain', async () => {
    await produce(own, place, digest('a'));
    const { id } = await accept(digest('a'), null);
    const other = await insertTest(opened.db, own);
    const missing = { code: 'not_found', message: 'There is no such variant.' };
    await expect(withdraw(id, other)).rejects.toMatchObject(missing);
    await expect(withdraw(id, { ...place, regression_test_id: other.regression_test_id })).rejects.toMatchObject(
      missing,
    );
    await expect(withdraw(id, place, foreign)).rejects.toMatchObject(missing);
    await withdraw(id);
    await expect(withdraw(id)).rejects.toMatchObject(missing);
  });

  test('of an output that the domain or the test does not have is not found', async () => {
    await produce(own, place, digest('a'));
    const { regression_test_id } = await insertTest(opened.db, own);
    const missing = { code: 'not_found', message: 'There is no such expected output.' };
    await expect(accept(digest('a'), null, { ...place, regression_test_id })).rejects.toMatchObject(missing);
    await expect(accept(digest('a'), null, place, foreign)).rejects.toMatchObject(missing);
  });
});

describe('a manifest', () => {
  const manifestOf = (request: ManifestRequest): Promise<ManifestTest[]> =>
    opened.db.transaction().execute((trx) => listManifestTests(trx, request));

  async function outputOn(platform: Platform): Promise<ManifestOutput | undefined> {
    const request = { domainId: own.domain_id, platform, regressionTestIds: [place.regression_test_id] };
    const [planned] = await manifestOf(request);
    return planned?.outputs[0];
  }

  test('says the exit code of its platform, else the one for every platform', async () => {
    const codes = { expected_rc: 2, expected_rc_by_platform: { windows: 3 } };
    await changeRegressionTest(opened, owner(), place.regression_test_id, codes);
    const planned = async (platform: Platform) =>
      (await manifestOf({ domainId: own.domain_id, platform, regressionTestIds: [place.regression_test_id] }))[0];
    expect([(await planned('linux'))?.expected_rc, (await planned('windows'))?.expected_rc]).toEqual([2, 3]);
  });

  test('says what to run, on what, and what must come of it', async () => {
    const request = { domainId: own.domain_id, regressionTestIds: [place.regression_test_id] };
    expect(await manifestOf({ ...request, platform: 'linux' })).toEqual([
      {
        regression_test_id: place.regression_test_id,
        active: true,
        sample_id: own.sample_id,
        sample_sha256: digest('5'),
        sample_name: 'Pop-On.m2ts',
        sample_size_bytes: 3,
        command: '--format srt',
        input_type: 'file',
        output_type: 'file',
        expected_rc: 0,
        timeout_ms: 1000,
        outputs: [
          {
            output_id: place.output_id,
            filename: 'captions.srt',
            ignore: false,
            baseline_sha256: null,
            variant_sha256s: [],
          },
        ],
      },
    ]);
  });

  test('takes the baseline of the platform before the one for every platform', async () => {
    await approve(digest('a'), null);
    await approve(digest('b'), 'windows');
    expect((await outputOn('linux'))?.baseline_sha256).toBe(digest('a'));
    expect((await outputOn('windows'))?.baseline_sha256).toBe(digest('b'));
  });

  test('takes the baseline that superseded others, and a test shows the one for every platform', async () => {
    await approve(digest('b'), 'windows');
    await approve(digest('a'), null);
    await opened.db
      .updateTable('baselines')
      .set({ superseded_at: '2026-11-22T10:00:00Z' })
      .where('platform', 'is', null)
      .execute();
    expect((await outputOn('linux'))?.baseline_sha256).toBeNull();
    expect((await shown()).outputs[0]?.baseline_sha256).toBeNull();
    await approve(digest('c'), null);
    expect((await outputOn('linux'))?.baseline_sha256).toBe(digest('c'));
    expect((await shown()).outputs[0]?.baseline_sha256).toBe(digest('c'));
  });

  test('accepts each variant of its platform and of every platform once', async () => {
    for (const letter of ['d', 'a', 'e']) await produce(own, place, digest(letter));
    await accept(digest('d'), 'linux');
    await accept(digest('d'), null);
    await accept(digest('a'), null);
    await accept(digest('e'), 'windows');
    expect((await outputOn('linux'))?.variant_sha256s).toEqual([digest('a'), digest('d')]);
  });

  const idsOf = async (regressionTestIds?: readonly number[]): Promise<number[]> => {
    const request = { domainId: own.domain_id, platform: 'linux' as const };
    const tests = await manifestOf(regressionTestIds === undefined ? request : { ...request, regressionTestIds });
    return tests.map((planned) => planned.regression_test_id);
  };

  test('holds every active test of its domain and no other', async () => {
    const theirs = await insertTest(opened.db, foreign);
    const before = await idsOf();
    expect(before).toContain(place.regression_test_id);
    expect(before).not.toContain(theirs.regression_test_id);
    await changeRegressionTest(opened, owner(), place.regression_test_id, { active: false });
    expect(await idsOf()).toEqual(before.filter((id) => id !== place.regression_test_id));
  });

  test('of tests that are named holds those of its domain once, by id, active or not', async () => {
    const { regression_test_id: inactive } = await insertTest(opened.db, own);
    await changeRegressionTest(opened, owner(), inactive, { active: false });
    const { regression_test_id: theirs } = await insertTest(opened.db, foreign);
    const { regression_test_id: active } = place;
    expect(await idsOf([inactive, theirs, active, active, 4711])).toEqual([active, inactive]);
    expect(await idsOf([])).toEqual([]);
  });
});
