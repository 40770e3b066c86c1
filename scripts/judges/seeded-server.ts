import { join } from 'node:path';
import type { components } from '../../generated/client.ts';
import { createClient } from '../../contract-tests/harness/client.ts';
import { approveRun, holdRun, runOnce } from '../../contract-tests/harness/held-run.ts';
import { operatorEmail, operatorPassword } from '../../contract-tests/harness/operator.ts';
import { startServerProcess } from '../../contract-tests/harness/server-process.ts';
import { queueRun, reportResult, type Suite } from '../../contract-tests/harness/suite.ts';
import { everyScope, newCommit, password, sha256, signIn, type World } from '../../contract-tests/harness/world.ts';

/** A server with something of every kind in the domain `default`, for judges that know the description only. */
export interface SeededServer {
  readonly url: string;
  /** Where its mail is. */
  readonly outbox: string;
  /** Values that exist, by what they are values of. */
  readonly values: Readonly<Record<string, readonly (string | number)[]>>;
  /** What the server logged as errors so far. */
  errors(): string[];
  stop(): Promise<void>;
}

type Seeds = Pick<World, 'admin' | 'operator' | 'url' | 'anonymous'>;
type Test = components['schemas']['RegressionTestDetail'];

/** As the examples of the description have them, ids included, so that an example is about something that is there. */
const repository = 'video/extractor';
const category = 'captions';
const exampleCommit = '4f2a1c9d8e7b6a5f4e3d2c1b0a9f8e7d6c5b4a39';
const exampleVersion = '0.94';
const exampleContent = 'test';
const exampleTest = 5;
/** The first sample is no text, so that there is media info of it. */
const toldSample = 1;
const exampleRun = 12;
const testCount = 16;
const producedCount = 12;

/** The first tests have two outputs, so that the only output of test 5 is output 9. */
async function makeTest({ admin }: Seeds, sample_id: number, number: number): Promise<Test> {
  const names = number < exampleTest ? ['captions.srt', 'report.txt'] : ['captions.srt'];
  return admin.expect('createRegressionTest', 201, {
    body: {
      sample_id,
      command: `--number ${number}`,
      categories: [category],
      active: true,
      outputs: names.map((expected_filename) => ({
        expected_filename,
        correct_extension: expected_filename.slice(-4),
      })),
    },
  });
}

async function makeSuite(seeds: Seeds): Promise<Suite> {
  const { admin } = seeds;
  const { repository_id } = await admin.expect('createRepository', 201, { body: { repository, public_badge: true } });
  await admin.expect('createCategory', 201, { body: { name: category } });
  await admin.expect('createTag', 201, { body: { name: 'cea-608' } });
  const samples = [];
  for (const raw of ['one\0', 'two', exampleContent])
    samples.push(
      await admin.expect('createSample', 201, { query: { filename: 'pop-on.m2ts', tags: ['cea-608'] }, raw }),
    );
  const sample = samples[2];
  if (sample === undefined) throw new Error('no sample');
  const tests = [];
  for (let number = 1; number <= testCount; number += 1) tests.push(await makeTest(seeds, sample.sample_id, number));
  for (const platform of ['linux', 'windows'] as const) {
    const query = { repository, commit_sha: exampleCommit, platform, entry_point: 'extractor.cjs' };
    await admin.expect('createBuild', 201, { query, raw: '// built\n' });
  }
  const version = { repository, version: exampleVersion, released: '2021-12-15', commit_sha: exampleCommit };
  await admin.expect('createVersion', 201, { body: version });
  return { repository, repository_id, category, sample, tests };
}

/** Runs that wait for a platform nobody serves, then runs that differ: approved, failing, with lines in their log. */
async function makeRuns(seeds: Seeds, suite: Suite, test: Test) {
  const world = seeds as World;
  const alone = { ...suite, tests: [test] };
  const waiting = [];
  for (let count = 1; count < exampleRun; count += 1) waiting.push((await queueRun(seeds, alone, 'windows')).run_id);
  const right = await runOnce(world, alone, exampleContent);
  await approveRun(seeds, alone, right.run_id);
  const wrong = await runOnce(world, alone, 'Helo\n');
  const logged = await holdRun(world, alone);
  const line = { at: '2026-11-22T10:00:00Z', level: 'info', source: 'worker', message: 'started' } as const;
  const { client, path } = logged.lease;
  await client.expect('appendLogLines', 200, { path, body: { first_line: 0, lines: [line] } });
  await reportResult(logged.lease, test, 'Hello\n');
  await client.expect('completeLease', 200, { path, body: { outcome: 'completed' } });
  return {
    judged: [right.run_id, wrong.run_id, logged.run_id],
    different: wrong.run_id,
    logged: [logged.run_id],
    waiting,
  };
}

/** What runs of this test gave, and nobody has accepted yet. */
async function produceMore(seeds: Seeds, suite: Suite): Promise<string[]> {
  const contents = Array.from({ length: producedCount }, (_, number) => `produced ${number}`);
  for (const content of contents) await runOnce(seeds as World, suite, content);
  return contents.map((content) => sha256(content));
}

async function signedAddress({ admin }: Seeds, sample_id: number) {
  const { download_url } = await admin.expect('getSampleDownload', 200, { path: { sample_id } });
  const { pathname, searchParams } = new URL(download_url);
  const valueOf = (name: string): string => searchParams.get(name) ?? '';
  return {
    address_sha256: [pathname.split('/').at(-1) ?? ''],
    address_expires: [Number(valueOf('expires'))],
    address_domain: [Number(valueOf('domain'))],
    address_name: [valueOf('name')],
  };
}

const several = (make: (number: number) => string): string[] => Array.from({ length: 40 }, (_, number) => make(number));

async function seed(seeds: Seeds): Promise<SeededServer['values']> {
  const suite = await makeSuite(seeds);
  const test = suite.tests[exampleTest - 1];
  if (test === undefined) throw new Error('no test');
  const runs = await makeRuns(seeds, suite, test);
  const output_id = test.outputs[0]?.id ?? 0;
  const path = { regression_test_id: test.regression_test_id, output_id };
  const variant = await seeds.admin.expect('createVariant', 201, { path, body: { hash: sha256('Hello\n') } });
  const spare = await seeds.operator.expect('createWorker', 201, { body: { name: 'spare', platforms: ['linux'] } });
  const produced = await produceMore(seeds, { ...suite, tests: [test] });
  const body = { name: 'Spare', email: 'spare@example.org', password, role: 'tester' } as const;
  const user = await seeds.admin.expect('createUser', 201, { body });
  const spareCategory = await seeds.admin.expect('createCategory', 201, { body: { name: 'spare' } });
  const address = await signedAddress(seeds, suite.sample.sample_id);
  return {
    ...address,
    repository: [repository],
    repository_id: [suite.repository_id],
    ccx_version: [exampleVersion],
    new_commit_sha: several(newCommit),
    unaccepted_sha256: produced,
    produced_sha256: [sha256(exampleContent), sha256('Helo\n'), sha256('Hello\n'), ...produced],
    new_slug: several((number) => `team-${number}`),
    new_email: several((number) => `member-${number}@example.org`),
    password: ['seven lanterns on a quiet shore'],
    first_line: [0],
    wait_ms: [0, 1, 50],
    run_id: [...runs.judged, ...runs.waiting],
    judged_run_id: runs.judged,
    different_run_id: [runs.different],
    logged_run_id: runs.logged,
    waiting_run_id: runs.waiting,
    sample_id: [suite.sample.sample_id],
    told_sample_id: [toldSample],
    sample_sha256: [suite.sample.sha],
    regression_test_id: [test.regression_test_id],
    spare_test_id: suite.tests.slice(exampleTest).map(({ regression_test_id }) => regression_test_id),
    output_id: [output_id],
    variant_id: [variant.id],
    user_id: [user.user_id],
    category_id: [spareCategory.id],
    worker_id: [spare.worker_id],
  };
}

export async function startSeededServer(databaseUrl?: string): Promise<SeededServer> {
  const database = databaseUrl === undefined ? {} : { databaseUrl };
  const server = await startServerProcess({ ...database, environment: { SPCI_LEASE_MS: '600000' } });
  const { url, stop } = server;
  const operator = await signIn(url, operatorEmail, operatorPassword, everyScope);
  const errors = (): string[] =>
    server
      .output()
      .split('\n')
      .filter((line) => /"level":(50|60|"error"|"fatal")/.test(line));
  try {
    const values = await seed({ url, operator, admin: operator, anonymous: createClient(url) });
    return { url, outbox: join(server.directory, 'outbox'), values, errors, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
