import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { CallInput } from '../../harness/client.ts';
import { expectForeignHidden } from '../../harness/foreign-id.ts';
import { missingId } from '../../harness/missing-ids.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { approvalItems, complete, holdRun, runOnce } from '../../harness/held-run.ts';
import { describeJsonBody } from '../../harness/json-refusals.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { failureOf, faultyFields } from '../../harness/refusals.ts';
import { makeSuite, type Suite } from '../../harness/suite.ts';
import { openWorld, unique, type World } from '../../harness/world.ts';

type Changes = NonNullable<CallInput<'updateRegressionTest'>['body']>;

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

const change = (body: Changes) => world.admin.expect('updateRegressionTest', 200, { path, body });
const shown = () => world.admin.expect('getRegressionTest', 200, { path });

describe('200', () => {
  test.each<Changes>([
    { command: `--title 'a b'` },
    { input_type: 'stdin' },
    { output_type: 'stdout' },
    { expected_rc: 7 },
    { description: 'né 🎬' },
    { description: '' },
    { active: false },
    { timeout_ms: 1000 },
    { command: '-', expected_rc: 1, active: false, timeout_ms: 2000 },
  ])('%j changes what is named and nothing else', async (changes) => {
    const changed = await change(changes);
    expect(changed).toEqual({ ...suite.tests[0], ...changes });
    expect(await shown()).toEqual(changed);
    expect(await change(changes)).toEqual(changed);
  });

  test('categories replace those the test is in', async () => {
    const [one, two] = [unique('b'), unique('A')];
    for (const name of [one, two]) await world.admin.expect('createCategory', 201, { body: { name } });
    expect((await change({ categories: [one.toUpperCase(), two, one] })).categories).toEqual([two, one]);
    const { data } = await world.admin.expect('listCategories', 200, { query: { limit: 100 } });
    const counts = new Map(data.map(({ name, test_count }) => [name, test_count]));
    expect([suite.category, one, two].map((name) => counts.get(name))).toEqual([0, 1, 1]);
  });

  test('a run that exists keeps the command it planned', async () => {
    const ours = ({ regression_test_id }: { regression_test_id: number }): boolean =>
      regression_test_id === path.regression_test_id;
    const held = await holdRun(world, suite);
    await change({ command: '--later' });
    expect(held.lease.claim.plan.tests.find(ours)?.command).toBe('--number 1');
    await complete(held.lease);
    const { data } = await world.admin.expect('listRunSamples', 200, { path: { run_id: held.run_id } });
    expect(data.find(ours)?.command).toBe('--number 1');
  });

  test('an exit code of a platform changes by itself, until the platform has none again', async () => {
    const by = async (codes: { linux?: number | null; windows?: number | null }) =>
      (await change({ expected_rc_by_platform: codes })).expected_rc_by_platform;
    expect(await by({ windows: 3 })).toEqual({ linux: null, windows: 3 });
    expect(await by({ linux: 0 })).toEqual({ linux: 0, windows: 3 });
    expect(await by({ windows: null })).toEqual({ linux: 0, windows: null });
    expect((await change({ expected_rc: 9 })).expected_rc_by_platform).toEqual({ linux: 0, windows: null });
  });

  test('a run must exit with what holds on its platform when it is made', async () => {
    await change({ expected_rc: 7, expected_rc_by_platform: { linux: 0 } });
    expect((await runOnce(world, suite, 'anything')).status).toBe('fail');
    const { run_id } = await runOnce(world, suite, 'approved');
    await world.admin.expect('approveBaselines', 201, { path: { run_id }, body: { outputs: approvalItems(suite) } });
    expect((await runOnce(world, suite, 'approved')).status).toBe('pass');
    await change({ expected_rc_by_platform: { linux: null } });
    expect((await runOnce(world, suite, 'approved')).status).toBe('fail');
  });

  test('changes at once all hold', async () => {
    const changes: Changes[] = [{ command: '--at once' }, { expected_rc: 3 }, { timeout_ms: 5000 }, { active: false }];
    await Promise.all(changes.map(change));
    expect(await shown()).toMatchObject(Object.assign({}, ...changes) as object);
  });

  test('a contributor may change one', async () => {
    const contributor = await world.member('contributor', ['runs:write']);
    await contributor.expect('updateRegressionTest', 200, { path, body: { expected_rc: 1 } });
  });
});

describe('422', () => {
  test.each<[string, Changes, object]>([
    ['a quote that is never closed', { command: `'`, active: false }, {}],
    ['a category that is not there', { categories: ['nowhere'], expected_rc: 9 }, { categories: ['nowhere'] }],
    [
      'no files from a test that has one',
      { output_type: 'null', timeout_ms: 1000 },
      { expected_filenames: ['out.srt'] },
    ],
  ])('%s is refused and changes nothing, not even the rest', async (_, body, told) => {
    const { code, details } = await world.admin.expect('updateRegressionTest', 422, { path, body });
    expect({ code, details }).toMatchObject({ code: 'unprocessable', details: told });
    expect(await shown()).toEqual(suite.tests[0]);
  });
});

describe('404', () => {
  test('a test of another domain answers like one that does not exist, and stays', async () => {
    const stranger = (await openWorld()).admin;
    const at = (regression_test_id: number) => ({ path: { regression_test_id }, raw: '{"active":false}' });
    await expectForeignHidden(stranger, 'updateRegressionTest', at(path.regression_test_id), at(missingId));
    expect(await shown()).toEqual(suite.tests[0]);
  });
});

describe('400', () => {
  test.each<[string, object]>([
    ['body', {}],
    ['body.sample_id', { sample_id: 1 }],
    ['body.outputs', { outputs: [] }],
    ['body.command', { command: '' }],
    ['body.categories', { categories: [] }],
    ['body.expected_rc', { expected_rc: 256 }],
    ['body.expected_rc', { expected_rc: 1.5 }],
    ['body.expected_rc_by_platform.linux', { expected_rc_by_platform: { linux: -1 } }],
    ['body.expected_rc_by_platform.macos', { expected_rc_by_platform: { macos: 1 } }],
    ['body.expected_rc_by_platform', { expected_rc_by_platform: {} }],
    ['body.timeout_ms', { timeout_ms: 3_600_001 }],
    ['body.active', { active: null }],
    ['body.input_type', { input_type: 'pipe' }],
  ])('names %s in %j, and changes nothing', async (field, body) => {
    const raw = JSON.stringify({ ...body, ...(field === 'body' ? {} : { description: 'changed' }) });
    expect(faultyFields(await callLoosely(world.admin, 'updateRegressionTest', { path, raw }))).toEqual([field]);
    expect(await shown()).toEqual(suite.tests[0]);
  });
});

describe('403', () => {
  test.each(['tester', 'user'] as const)('what the role %s asks changes nothing', async (role) => {
    const answer = await (await world.member(role)).call('updateRegressionTest', { path, body: { active: false } });
    expect(failureOf(answer, 403).details).toMatchObject({ user_role: role });
    expect(await shown()).toEqual(suite.tests[0]);
  });
});

const anywhere = { path: { regression_test_id: 1 } };
describeJsonBody(() => world, 'updateRegressionTest', anywhere);
describeGuard(() => world, 'updateRegressionTest', { ...anywhere, raw: '{"active":true}' }, { scope: 'runs:write' });
