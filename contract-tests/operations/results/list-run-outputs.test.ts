import { beforeAll, describe, expect, test } from '@jest/globals';
import type { CallInput } from '../../harness/client.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { approvalItems, complete, holdRun, runSuite } from '../../harness/held-run.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { everyPage } from '../../harness/paging.ts';
import { expectSameNotFound, faultyFields } from '../../harness/refusals.ts';
import { makeSuite, queueRun, reportResult, type Suite } from '../../harness/suite.ts';
import { openWorld, sha256, type World } from '../../harness/world.ts';

let world: World;
let suite: Suite;
let run_id: number;

/** Approved, the first three say what the run then produces, produces nothing of, and produces later; the fourth is new. */
const contents = ['as approved', null, 'said later', 'new'];

beforeAll(async () => {
  world = await openWorld();
  suite = await makeSuite(world, 4);
  const before = await runSuite(world, suite, 'as approved');
  const outputs = approvalItems(suite).slice(0, 3);
  await world.admin.expect('approveBaselines', 201, { path: { run_id: before.run_id }, body: { outputs } });
  const held = await holdRun(world, suite);
  for (const [index, content] of contents.entries()) {
    const planned = suite.tests[index];
    if (planned !== undefined) await reportResult(held.lease, planned, content);
  }
  await complete(held.lease);
  ({ run_id } = held);
});

const list = async (query: CallInput<'listRunOutputs'>['query'] = {}) =>
  world.admin.expect('listRunOutputs', 200, { path: { run_id }, query });

describe('200', () => {
  test('tells of each output what was produced, what was expected and how they differ', async () => {
    const { data, pagination } = await list();
    const differences = ['identical', 'missing_actual', 'lines_changed', 'missing_expected'];
    expect(data).toEqual(
      approvalItems(suite).map((item, index) => ({
        ...item,
        sample_id: suite.sample.sample_id,
        difference_class: differences[index],
        actual_sha256: typeof contents[index] === 'string' ? sha256(contents[index]) : null,
        baseline_sha256: index < 3 ? sha256('as approved') : null,
      })),
    );
    expect(pagination).toMatchObject({ total: 4, next_offset: null });
  });

  test('pages join to the list', async () => {
    expect(await everyPage((page) => list(page), 3)).toEqual((await list()).data);
  });

  test('the rows of a class are approved as they are seen, and are identical then', async () => {
    const { run_id: fresh } = await runSuite(world, suite, 'another');
    const path = { run_id: fresh };
    const query = { difference_class: 'lines_changed' } as const;
    const { data } = await world.admin.expect('listRunOutputs', 200, { path, query });
    const outputs = data.map(({ regression_test_id, output_id, actual_sha256, baseline_sha256 }) => ({
      ...{ regression_test_id, output_id, baseline_sha256 },
      ...(actual_sha256 === null ? {} : { actual_sha256 }),
    }));
    const approval = await world.admin.expect('approveBaselines', 201, { path, body: { outputs } });
    expect(approval.outputs.map(({ output_id }) => output_id)).toEqual(data.map(({ output_id }) => output_id));
    expect(data).toHaveLength(3);
    expect(await world.admin.expect('listRunOutputs', 200, { path, query })).toMatchObject({ data: [] });
  });

  test('is empty while no test has a result', async () => {
    const queued = await queueRun(world, suite, 'windows');
    const path = { run_id: queued.run_id };
    expect(await world.admin.expect('listRunOutputs', 200, { path })).toMatchObject({ data: [] });
  });
});

test.each([
  ['limit', '0'],
  ['limit', '101'],
  ['offset', '-1'],
  ['difference_class', 'different'],
  ['sort', 'id'],
])('400: %s=%s', async (name, value) => {
  const answer = await callLoosely(world.admin, 'listRunOutputs', { path: { run_id }, query: { [name]: value } });
  expect(faultyFields(answer)).toEqual([`query.${name}`]);
});

test('404: another domain’s run is like one that does not exist', async () => {
  const stranger = (await openWorld()).admin;
  const outputs = (id: number) => stranger.call('listRunOutputs', { path: { run_id: id } });
  expectSameNotFound(await outputs(run_id), await outputs(2_147_483_647));
});

describeGuard(() => world, 'listRunOutputs', { path: { run_id: 1 } }, { scope: 'results:read' });
