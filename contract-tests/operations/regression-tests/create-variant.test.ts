import { beforeAll, describe, expect, test } from '@jest/globals';
import { expectForeignHidden } from '../../harness/foreign-id.ts';
import { missingId } from '../../harness/missing-ids.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { approveRun, complete, holdRun, runOnce, storeOutput } from '../../harness/held-run.ts';
import { describeJsonBody } from '../../harness/json-refusals.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { faultyFields } from '../../harness/refusals.ts';
import { makeSuite, type Suite } from '../../harness/suite.ts';
import { openWorld, sha256, unique, type World } from '../../harness/world.ts';

let world: World;
let suite: Suite;
let path: { regression_test_id: number; output_id: number };

beforeAll(async () => {
  world = await openWorld();
  suite = await makeSuite(world);
  const [made] = suite.tests;
  path = { regression_test_id: made?.regression_test_id ?? 0, output_id: made?.outputs[0]?.id ?? 0 };
  await approveRun(world, suite, (await runOnce(world, suite, 'approved')).run_id);
});

const accept = (content: string, more: object = {}) =>
  world.admin.expect('createVariant', 201, { path, body: { hash: sha256(content), ...more } });

/** A content that a run of the test has produced. */
async function produced(content = unique('content')) {
  const run = await runOnce(world, suite, content);
  return { content, run };
}

const variants = async () => {
  const { outputs } = await world.admin.expect('getRegressionTest', 200, {
    path: { regression_test_id: path.regression_test_id },
  });
  return outputs[0]?.variants ?? [];
};
const statusOf = async (run_id: number) => (await world.admin.expect('getRun', 200, { path: { run_id } })).status;

describe('201', () => {
  test('is accepted by runs that come, and changes none that was', async () => {
    const { content, run } = await produced();
    expect(run.status).toBe('fail');
    const made = await accept(content);
    expect(made).toEqual({ id: made.id, hash: sha256(content), platform: null });
    expect(await variants()).toContainEqual(made);
    expect((await runOnce(world, suite, content)).status).toBe('pass');
    expect((await runOnce(world, suite, 'approved')).status).toBe('pass');
    expect((await runOnce(world, suite, unique('third'))).status).toBe('fail');
    expect(await statusOf(run.run_id)).toBe('fail');
  });

  test('for one platform is accepted there only', async () => {
    const { content } = await produced();
    expect(await accept(content, { platform: 'windows' })).toMatchObject({ platform: 'windows' });
    expect((await runOnce(world, suite, content)).status).toBe('fail');
    expect(await accept(content, { platform: 'linux' })).toMatchObject({ platform: 'linux' });
    expect((await runOnce(world, suite, content)).status).toBe('pass');
  });

  test('no content at all is a content', async () => {
    await produced('');
    await accept('');
    expect((await runOnce(world, suite, '')).status).toBe('pass');
    expect((await runOnce(world, suite, null)).status).toBe('fail');
  });

  test('a contributor with runs:write may accept one', async () => {
    const { content } = await produced();
    const contributor = await world.member('contributor', ['runs:write']);
    await contributor.expect('createVariant', 201, { path, body: { hash: sha256(content) } });
  });
});

describe('409', () => {
  test('the same content on the same platform again, and it is there once', async () => {
    const { content } = await produced();
    for (const more of [{}, { platform: 'linux' as const }]) {
      const made = await accept(content, more);
      const body = { hash: sha256(content), ...more };
      expect(await world.admin.expect('createVariant', 409, { path, body })).toMatchObject({ code: 'conflict' });
      const same = (await variants()).filter(({ hash, platform }) => hash === made.hash && platform === made.platform);
      expect(same).toEqual([made]);
    }
  });

  test('of two at once one is accepted', async () => {
    const { content } = await produced();
    const body = { hash: sha256(content) };
    const answers = await Promise.all([1, 2].map(() => world.admin.call('createVariant', { path, body })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  });

  test('more than a hundred of one output', async () => {
    const crowded = await makeSuite(world);
    const [made] = crowded.tests;
    const place = { regression_test_id: made?.regression_test_id ?? 0, output_id: made?.outputs[0]?.id ?? 0 };
    const statuses: number[] = [];
    for (let run = 1; run <= 34; run += 1) {
      const content = unique('content');
      await runOnce(world, crowded, content);
      for (const more of [{}, { platform: 'linux' as const }, { platform: 'windows' as const }]) {
        const answer = await world.admin.call('createVariant', {
          path: place,
          body: { hash: sha256(content), ...more },
        });
        statuses.push(answer.status);
        if (answer.status === 409) expect(answer.body.details).toMatchObject({ variants_max: 100 });
      }
    }
    expect(statuses).toEqual([...Array.from({ length: 100 }, () => 201), 409, 409]);
  });
});

describe('422', () => {
  test('a content that no run of this test gave this output is refused and not accepted', async () => {
    const elsewhere = unique('elsewhere');
    await runOnce(world, await makeSuite(world), elsewhere);
    const stranger = await openWorld();
    const foreign = unique('foreign');
    await runOnce(stranger, await makeSuite(stranger), foreign);
    const before = await variants();
    for (const content of [unique('never'), elsewhere, foreign]) {
      const { code } = await world.admin.expect('createVariant', 422, { path, body: { hash: sha256(content) } });
      expect(code).toBe('unprocessable');
    }
    expect(await variants()).toEqual(before);
  });

  test('what another output of the same test had is not this one’s', async () => {
    const other = await openWorld();
    const empty = await makeSuite(other, 0);
    const outputs = [{ expected_filename: 'out.srt' }, { expected_filename: 'stdout' }];
    const draft = {
      sample_id: empty.sample.sample_id,
      command: '-',
      categories: [empty.category],
      active: true,
      outputs,
    };
    const made = await other.admin.expect('createRegressionTest', 201, { body: draft });
    const { regression_test_id } = made;
    const { lease } = await holdRun(other, { ...empty, tests: [made] });
    const reported = [];
    for (const { id, expected_filename } of made.outputs)
      reported.push(await storeOutput(lease, id, expected_filename));
    const results = [{ regression_test_id, exit_code: 0, runtime_ms: 5, outputs: reported }];
    await lease.client.expect('recordResults', 200, { path: lease.path, body: { results } });
    await complete(lease);
    const of = { regression_test_id, output_id: made.outputs[0]?.id ?? 0 };
    await other.admin.expect('createVariant', 422, { path: of, body: { hash: sha256('stdout') } });
    await other.admin.expect('createVariant', 201, { path: of, body: { hash: sha256('out.srt') } });
  });
});

describe('404', () => {
  const raw = JSON.stringify({ hash: sha256('approved') });

  test('an output of another domain answers like one that does not exist', async () => {
    const stranger = (await openWorld()).admin;
    const missing = { regression_test_id: missingId, output_id: missingId };
    await expectForeignHidden(stranger, 'createVariant', { path, raw }, { path: missing, raw });
  });

  test('an output of another test of the domain is not found here', async () => {
    const [other] = (await makeSuite(world)).tests;
    const crossed = { ...path, output_id: other?.outputs[0]?.id ?? 0 };
    await expectForeignHidden(
      world.admin,
      'createVariant',
      { path: crossed, raw },
      { path: { ...path, output_id: missingId }, raw },
    );
  });
});

describe('400', () => {
  test.each<[string, object]>([
    ['body.hash', {}],
    ['body.hash', { hash: 'A'.repeat(64) }],
    ['body.hash', { hash: 'abc' }],
    ['body.platform', { hash: sha256(''), platform: 'macos' }],
    ['body.content', { hash: sha256(''), content: 'text' }],
  ])('names %s in %j', async (field, body) => {
    const answer = await callLoosely(world.admin, 'createVariant', { path, raw: JSON.stringify(body) });
    expect(faultyFields(answer)).toEqual([field]);
  });

  test.each(['regression_test_id', 'output_id'])('names %s', async (name) => {
    const wrong = { path: { ...path, [name]: '1e1' }, raw: JSON.stringify({ hash: sha256('') }) };
    expect(faultyFields(await callLoosely(world.admin, 'createVariant', wrong))).toEqual([`path.${name}`]);
  });
});

const anywhere = { path: { regression_test_id: 1, output_id: 1 } };
describeJsonBody(() => world, 'createVariant', anywhere);
const input = { ...anywhere, raw: JSON.stringify({ hash: sha256('') }) };
describeGuard(() => world, 'createVariant', input, { scope: 'runs:write', refusedRoles: ['tester', 'user'] });
