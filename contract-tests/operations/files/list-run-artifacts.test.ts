import { beforeAll, describe, expect, test } from '@jest/globals';
import type { components } from '../../../generated/client.ts';
import type { CallInput } from '../../harness/client.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { approveRun, complete, holdRun, outputPath, runSuite } from '../../harness/held-run.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { everyPage } from '../../harness/paging.ts';
import { expectSameNotFound, faultyFields } from '../../harness/refusals.ts';
import { makeSuite, queueRun, reportResult, type Suite } from '../../harness/suite.ts';
import { openWorld, sha256, type World } from '../../harness/world.ts';

type Query = CallInput<'listRunArtifacts'>['query'];
type Artifact = components['schemas']['Artifact'];

let world: World;
/** Its outputs were approved with the content `good`. */
let suite: Suite;
/** The first test produced `other`, the second nothing, the third is not reported. */
let run_id: number;

beforeAll(async () => {
  world = await openWorld();
  suite = await makeSuite(world, 3);
  await approveRun(world, suite, (await runSuite(world, suite, 'good')).run_id);
  const held = await holdRun(world, suite);
  ({ run_id } = held);
  const [first, second] = suite.tests;
  if (first !== undefined) await reportResult(held.lease, first, 'other');
  if (second !== undefined) await reportResult(held.lease, second, null);
  await complete(held.lease);
});

const list = async (query: Query = {}, id = run_id) =>
  world.admin.expect('listRunArtifacts', 200, { path: { run_id: id }, query });
const placeOf = ({ regression_test_id }: Artifact): number =>
  suite.tests.findIndex((planned) => planned.regression_test_id === regression_test_id);
const rowsOf = async (query: Query = {}) => (await list(query)).data.map((row) => [row.type, placeOf(row)]);

async function served({ download_url }: Artifact): Promise<string> {
  const answer = await fetch(download_url ?? '');
  expect(answer.status).toBe(200);
  return answer.text();
}

describe('200', () => {
  test('shows the build, then by test what was expected and what came; nothing that never came', async () => {
    expect(await rowsOf()).toEqual([
      ['binary', -1],
      ['expected_output', 0],
      ['actual_output', 0],
      ['expected_output', 1],
      ['expected_output', 2],
    ]);
  });

  test('each address serves the bytes, to whoever has it', async () => {
    const { commit_sha } = await world.admin.expect('getRun', 200, { path: { run_id } });
    const contents = [];
    for (const artifact of (await list()).data) {
      const content = await served(artifact);
      expect([artifact.sha256, artifact.size_bytes]).toEqual([sha256(content), Buffer.byteLength(content)]);
      contents.push(content);
    }
    expect(contents).toEqual([`// ${commit_sha}`, 'good', 'other', 'good', 'good']);
  });

  test('a row says whose bytes they are; the build is of no test', async () => {
    const { data } = await list();
    const { regression_id, ...place } = outputPath(suite, run_id);
    expect(data[2]).toMatchObject({
      ...{ ...place, regression_test_id: regression_id, filename: 'out.srt', storage_status: 'ok' },
      ...{ artifact_id: `art_${run_id}_${place.output_id}_actual_output`, content_type: 'application/octet-stream' },
    });
    expect(data[0]).toMatchObject({
      ...{ artifact_id: `art_${run_id}_binary`, filename: 'tool.cjs', run_id },
      ...{ sample_id: null, regression_test_id: null, output_id: null },
    });
    expect(new Set(data.map(({ artifact_id }) => artifact_id)).size).toBe(data.length);
  });

  test('an approval from the run changes what was expected; another run keeps what it had', async () => {
    const made = await makeSuite(world);
    const first = await runSuite(world, made, 'one');
    await approveRun(world, made, first.run_id);
    const second = await runSuite(world, made, 'two');
    const contentsOf = async (id: number) => Promise.all((await list({}, id)).data.slice(1).map(served));
    expect(await contentsOf(second.run_id)).toEqual(['one', 'two']);
    await approveRun(world, made, second.run_id);
    expect(await contentsOf(second.run_id)).toEqual(['two', 'two']);
    expect(await contentsOf(first.run_id)).toEqual(['one', 'one']);
  });

  test('filters by kind; of some kinds nothing is stored', async () => {
    expect(await rowsOf({ type: 'binary' })).toEqual([['binary', -1]]);
    expect(await rowsOf({ type: 'actual_output' })).toEqual([['actual_output', 0]]);
    expect(await rowsOf({ type: 'expected_output' })).toHaveLength(3);
    for (const type of ['build_log', 'diff', 'coredump'] as const) expect(await rowsOf({ type })).toEqual([]);
  });

  test('a run that waits has its build and what it expects', async () => {
    const queued = await queueRun(world, await makeSuite(world), 'windows');
    const { data } = await list({}, queued.run_id);
    expect(new Set(data.map(({ type }) => type))).toEqual(new Set(['binary', 'expected_output']));
  });

  test('pages join to the list, and none may be kept', async () => {
    // Addresses are signed anew each time.
    const unsigned = (rows: readonly Artifact[]) => rows.map(({ artifact_id }) => artifact_id);
    for (const limit of [1, 2])
      expect(unsigned(await everyPage((page) => list(page), limit))).toEqual(unsigned((await list()).data));
    const { headers } = await world.admin.call('listRunArtifacts', { path: { run_id } });
    expect(headers.get('cache-control')).toBe('no-store');
  });
});

test('400: names what does not fit', async () => {
  const path = { run_id };
  for (const [name, value] of Object.entries({ type: 'log', limit: '0', offset: '-1', sample_id: '1' }))
    expect(
      faultyFields(await callLoosely(world.admin, 'listRunArtifacts', { path, query: { [name]: value } })),
    ).toEqual([`query.${name}`]);
});

test('404: another domain’s run is like one that does not exist', async () => {
  const stranger = (await openWorld()).admin;
  const artifacts = (id: number) => stranger.call('listRunArtifacts', { path: { run_id: id } });
  expectSameNotFound(await artifacts(run_id), await artifacts(2_147_483_647));
});

describeGuard(() => world, 'listRunArtifacts', { path: { run_id: 1 } }, { scope: 'results:read' });
