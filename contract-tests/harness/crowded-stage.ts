import type { components } from '../../generated/client.ts';
import { awaitUses, readByAddress, writeByBody } from './deprecated-uses.ts';
import { complete, holdRun, storeOutput, type HeldRun } from './held-run.ts';
import { claimRun, queueRun, reportResult, type Lease, type Suite } from './suite.ts';
import { beginPreflight, deliveredFixes, endedPreflight } from './preflights.ts';
import { makeSite, makeVersion, openStage, queueSample, type Stage } from './stage.ts';
import { newExtension, openWorld, unique, type World } from './world.ts';

type Schemas = components['schemas'];
type Test = Schemas['RegressionTestDetail'];

/** What a sample of the crowd is called, and the tags it carries. */
const samples = [
  { filename: 'Alpha_1%.m2ts', tags: 'caption,Clean' },
  { filename: 'beta alpha.ts', tags: 'caption' },
  { filename: 'gamma.mp4', tags: '' },
] as const;

async function uploadSamples({ admin }: World): Promise<Schemas['Sample'][]> {
  const uploaded = [];
  for (const { filename, tags } of samples) {
    const query = { filename, ...(tags === '' ? {} : { tags: tags.split(',') }) };
    uploaded.push(await admin.expect('createSample', 201, { query, raw: unique('sample') }));
  }
  return uploaded;
}

/** Five active tests and an idle one over the first two samples, in two categories; the third sample has none. */
async function makeTests({ admin }: World, [first, second]: readonly Schemas['Sample'][]): Promise<Test[]> {
  const categories = [unique('category'), unique('category')];
  for (const name of categories) await admin.expect('createCategory', 201, { body: { name } });
  const rows = [
    { sample: first, categories: categories.slice(0, 1), active: true },
    { sample: first, categories: categories.slice(1), active: true },
    { sample: second, categories, active: true },
    { sample: second, categories: categories.slice(1), active: true },
    { sample: second, categories, active: true },
    { sample: second, categories: categories.slice(0, 1), active: false },
  ];
  const tests: Test[] = [];
  for (const { sample, ...row } of rows) {
    const outputs = [{ expected_filename: 'out.srt' }];
    const body = { ...row, sample_id: sample?.sample_id ?? 0, command: `--row ${tests.length}`, outputs };
    tests.push(await admin.expect('createRegressionTest', 201, { body }));
  }
  return tests;
}

async function appendLines({ client, path }: Lease, tests: readonly Test[]): Promise<void> {
  const levels = ['debug', 'info', 'warning', 'error', 'critical'] as const;
  const sources = ['orchestrator', 'worker', 'build', 'test_runner', 'web'] as const;
  const lines = Array.from({ length: 12 }, (_, index) => {
    const about = index % 3 === 0 ? {} : { regression_test_id: tests[index % 2]?.regression_test_id ?? 0 };
    const said = { level: levels[index % 5] ?? 'info', source: sources[index % 4] ?? 'worker' };
    return { at: `2026-11-22T10:00:0${index % 10}Z`, message: `Line 100%_${index % 4}`, ...said, ...about };
  });
  await client.expect('appendLogLines', 200, { path, body: { first_line: 0, lines } });
}

async function approve({ admin }: World, run_id: number, test: Test | undefined, more: object = {}): Promise<void> {
  const outputs = [{ regression_test_id: test?.regression_test_id ?? 0, output_id: test?.outputs[0]?.id ?? 0 }];
  await admin.expect('approveBaselines', 201, { path: { run_id }, body: { outputs, ...more } });
}

/** Two attempts of the run failed before; nothing of what they reported is left. */
async function holdAgain(world: World, held: HeldRun): Promise<HeldRun> {
  const path = { run_id: held.run_id };
  let { lease } = held;
  for (const type of ['build', 'storage'] as const) {
    await complete(lease, 'failed', { type });
    await world.admin.expect('restartRun', 202, { path });
    lease = await claimRun(held.worker, held.run_id);
  }
  return { ...held, lease };
}

/** A run with a result of each kind, log lines and three approvals; and runs in other states beside it. */
async function fillRuns(world: World, suite: Suite): Promise<number> {
  const before = await holdRun(world, suite);
  for (const test of suite.tests.slice(0, 3)) await reportResult(before.lease, test, 'as approved');
  await complete(before.lease);
  for (const test of suite.tests.slice(0, 3)) await approve(world, before.run_id, test);
  const { run_id, lease } = await holdAgain(world, await holdRun(world, suite));
  const [first, second, third, unapproved] = suite.tests;
  if (first === undefined || second === undefined || third === undefined || unapproved === undefined)
    throw new Error('too few tests');
  await reportResult(lease, first, null, 3);
  await reportResult(lease, second, 'as approved');
  await reportResult(lease, third, 'another');
  await reportResult(lease, unapproved, 'fresh');
  await storeOutput(lease, third.outputs[0]?.id ?? 0, 'another');
  await appendLines(lease, suite.tests);
  await complete(lease, 'completed', { type: 'checkout' });
  for (const test of [third, second]) await approve(world, run_id, test);
  await approve(world, run_id, third, { platform: 'linux' });
  for (let count = 0; count < 3; count += 1) await queueRun(world, suite, 'windows');
  const canceled = await queueRun(world, suite, 'windows');
  await world.admin.expect('cancelRun', 202, { path: { run_id: canceled.run_id } });
  return run_id;
}

async function performPreflights(world: World, run_id: number): Promise<void> {
  await endedPreflight(world, { step: 'suggest' });
  await endedPreflight(world, { urls: [`${world.url}/readyz`], run_id });
  await world.admin.expect('cancelPreflightJob', 200, { path: { job_id: await beginPreflight(world) } });
}

async function makeSites({ world, suite: { repository_id } }: Stage): Promise<void> {
  await makeSite(world, { authoring_type: 'cs', delivery_type: 'aem_cs', repository_id });
  await makeSite(world, { authoring_type: 'sharepoint', name: unique('Site_1%') });
  await makeSite(world, { authoring_type: 'sharepoint' });
}

/** A stage on which every list has rows enough for several pages, and rows that each filter tells apart. */
export async function openCrowdedStage(url?: string): Promise<Stage> {
  const world = await openWorld(url);
  const stage = await openStage(world);
  for (let count = 0; count < 2; count += 1) await openStage(await openWorld(url));
  for (const role of ['tester', 'contributor', 'user'] as const) await world.member(role);
  const tokens = [await world.adminWith(['runs:read']), await world.adminWith(['runs:write'])];
  for (const client of tokens) await Promise.all([readByAddress(client), readByAddress(client, 'video-ci/2.1')]);
  for (const client of tokens) await writeByBody(client);
  const uploaded = await uploadSamples(world);
  const tests = await makeTests(world, uploaded);
  for (let count = 0; count < 2; count += 1)
    await world.admin.expect('createRepository', 201, { body: { repository: `${unique('owner')}/tool` } });
  await world.admin.expect('createTag', 201, { body: { name: unique('tag') } });
  for (const user_id of [2 ** 40, 583_231, 9919])
    await world.admin.expect('createBlockedUser', 201, { body: { user_id, comment: 'Spam' } });
  for (let count = 0; count < 3; count += 1)
    await world.operator.expect('createForbiddenExtension', 201, { body: { extension: newExtension() } });
  for (let count = 0; count < 3; count += 1) await queueSample(world);
  for (let count = 0; count < 3; count += 1) await makeVersion(stage);
  await makeSites(stage);
  const repository = `${unique('Owner')}/Tool`;
  await world.admin.expect('createRepository', 201, { body: { repository } });
  const active = tests.filter((test) => test.active);
  const [sample] = uploaded;
  if (sample === undefined) throw new Error('no sample');
  const run_id = await fillRuns(world, { ...stage.suite, repository, sample, tests: active });
  await performPreflights(world, run_id);
  const { regression_test_id, output_id } = stage.values;
  const path = { regression_test_id: Number(regression_test_id), output_id: Number(output_id) };
  for (const content of ['first', 'second', 'third'])
    await world.admin.expect('updateExpectedOutput', 200, { path, body: { expected: { content } } });
  await awaitUses(world, 6);
  const fixes = await deliveredFixes(world, 4);
  return { ...stage, values: { ...stage.values, ...fixes, run_id, crowded_sample_id: sample.sample_id } };
}

/** The path of a list of that stage; what is prepared for a request alone has less to list. */
export function crowdedPath({ values }: Stage, { path }: { readonly path: string }): Record<string, string> {
  return {
    ...(path.includes('{job_id}') ? { job_id: String(values['job_id']) } : {}),
    ...(path.includes('{run_id}') ? { run_id: String(values['run_id']) } : {}),
    ...(path.includes('{sample_id}') ? { sample_id: String(values['crowded_sample_id']) } : {}),
  };
}
