import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { components } from '../../generated/client.ts';
import { isApiError } from '../../src/sdk/api-error.ts';
import { answerOf, createClient, type SpciClient } from '../../src/sdk/client.ts';
import { itemsByOffset } from '../../src/sdk/paging.ts';
import { uploadBuild as sendBuild, uploadSample } from '../../src/sdk/transfer.ts';
import { waitForRun } from '../../src/sdk/waiting.ts';
import { bundleExtractor, commitShaOf, type Version } from './builds.ts';
import type { DemoCredentials } from './credentials.ts';
import { readSample, regressionTests, samples, type RegressionTest } from './suite.ts';

type Schemas = components['schemas'];
type Platform = Schemas['Platform'];
type Run = Schemas['Run'];
type RunSample = Schemas['RunSample'];

export const repository = 'demo/caption-extractor';
const entryPoint = 'extractor.cjs';
const patienceMs = 120_000;
const pollMs = 250;
const everyScope: Schemas['Scope'][] = [
  'runs:read',
  'runs:write',
  'results:read',
  'baselines:write',
  'system:read',
  'system:write',
  'tokens:manage',
];

/** What the demo does through the API, as any client would. Each step may be repeated after a lost connection. */
export interface Driver {
  readonly url: string;
  readonly token: string;
  readonly client: SpciClient;
}

async function signIn(url: string, { email, password }: DemoCredentials): Promise<Driver> {
  const anonymous = createClient({ url, patienceMs, repeatable: true });
  const body = {
    email,
    password,
    token_name: `demo-${randomBytes(6).toString('hex')}`,
    scopes: everyScope,
    expires_in_days: 1,
  };
  const { token } = await answerOf(anonymous.POST('/api/v1/auth/tokens', { body }));
  return { url, token, client: createClient({ url, token, patienceMs, repeatable: true }) };
}

/** Makes what may be there already: an earlier attempt's, or somebody else's. */
async function unlessThere(creation: Promise<unknown>): Promise<void> {
  await creation.catch((error: unknown) => {
    if (!isApiError(error, 'conflict')) throw error;
  });
}

/**
 * Signs in to a domain in which nothing has been done: `default` at the first demo, a new one afterwards, so that every
 * demo begins without baselines.
 */
export async function enterFreshDomain(
  url: string,
  credentials: DemoCredentials,
): Promise<{ driver: Driver; operator: Driver; domain: string }> {
  const operator = await signIn(url, credentials);
  const known = await answerOf(operator.client.GET('/api/v1/repositories', { params: { query: { limit: 1 } } }));
  if (known.pagination.total === 0) return { driver: operator, operator, domain: 'default' };
  const domain = `demo-${randomBytes(4).toString('hex')}`;
  const administrator = { email: `${domain}@example.org`, password: credentials.password };
  const body = {
    slug: domain,
    admin_name: domain,
    admin_email: administrator.email,
    admin_password: administrator.password,
  };
  await unlessThere(answerOf(operator.client.POST('/api/v1/domains', { body })));
  return { driver: await signIn(url, administrator), operator, domain };
}

export async function enrolWorker({ client }: Driver, platform: Platform): Promise<string> {
  const name = `demo-${platform}-${randomBytes(4).toString('hex')}`;
  return (await answerOf(client.POST('/api/v1/workers', { body: { name, platforms: [platform] } }))).worker_token;
}

export async function registerRepository({ client }: Driver): Promise<void> {
  await unlessThere(answerOf(client.POST('/api/v1/repositories', { body: { repository } })));
}

async function createTest(
  { client }: Driver,
  test: RegressionTest,
  sampleId: number,
  known: readonly Schemas['RegressionTest'][],
): Promise<void> {
  if (known.some((other) => other.sample_id === sampleId && other.description === test.description)) return;
  const body = {
    sample_id: sampleId,
    command: test.command,
    categories: [test.category],
    input_type: test.input_type,
    output_type: test.output_type,
    expected_rc: test.expected_rc,
    description: test.description,
    active: true,
    outputs: test.outputs.map(({ expected_filename, extension }) => ({
      expected_filename,
      correct_extension: extension,
    })),
  };
  await answerOf(client.POST('/api/v1/regression-tests', { body }));
}

async function knownTests({ client }: Driver): Promise<Schemas['RegressionTest'][]> {
  return Array.fromAsync(itemsByOffset((query) => client.GET('/api/v1/regression-tests', { params: { query } })));
}

/** Repeats a step whose answer was lost, after looking at what it has done. */
async function patiently(step: () => Promise<void>): Promise<void> {
  for (const until = Date.now() + patienceMs; ;) {
    try {
      return await step();
    } catch (error) {
      if (!(error instanceof TypeError) || Date.now() > until) throw error;
      await delay(pollMs);
    }
  }
}

/** Uploads the samples and declares the regression tests over them. */
export async function buildSuite(driver: Driver): Promise<void> {
  const sampleIds = new Map<string, number>();
  for (const sample of samples) {
    const bytes = new Uint8Array(await readSample(sample));
    const { sample_id } = await uploadSample(driver.client, bytes, { filename: sample.filename });
    sampleIds.set(sample.name, sample_id);
  }
  for (const name of new Set(regressionTests.map((test) => test.category)))
    await unlessThere(answerOf(driver.client.POST('/api/v1/categories', { body: { name } })));
  const impatient = { ...driver, client: createClient({ url: driver.url, token: driver.token, patienceMs: 0 }) };
  for (const test of regressionTests)
    await patiently(async () => createTest(impatient, test, sampleIds.get(test.sample) ?? 0, await knownTests(driver)));
}

export async function uploadBuild(driver: Driver, version: Version, platform: Platform): Promise<void> {
  const bytes = new Uint8Array(await bundleExtractor(version));
  const commit_sha = commitShaOf(version);
  await sendBuild(driver.client, bytes, { repository, commit_sha, platform, entry_point: entryPoint });
}

export async function createRun({ client }: Driver, version: Version, platform: Platform): Promise<Run> {
  const body = { repository, commit_sha: commitShaOf(version), platform, branch: 'main' };
  return answerOf(client.POST('/api/v1/runs', { body }));
}

export async function getRun({ client }: Driver, runId: number): Promise<Run> {
  return answerOf(client.GET('/api/v1/runs/{run_id}', { params: { path: { run_id: runId } } }));
}

export async function watchRun({ client }: Driver, runId: number, onProgress: (run: Run) => void): Promise<Run> {
  return waitForRun(client, runId, { onProgress });
}

export async function listResults({ client }: Driver, runId: number): Promise<RunSample[]> {
  const path = { run_id: runId };
  return Array.fromAsync(
    itemsByOffset((query) => client.GET('/api/v1/runs/{run_id}/samples', { params: { path, query } })),
  );
}

/** Approves, in one step, everything the run produced that is not accepted yet; how many outputs that were. */
export async function approveDifferences(driver: Driver, runId: number, comment: string): Promise<number> {
  const results = await listResults(driver, runId);
  const outputs = results.flatMap(({ regression_test_id, outputs }) =>
    outputs.flatMap(({ output_id, status, actual_sha256 }) =>
      status === 'pass' || actual_sha256 === null ? [] : [{ regression_test_id, output_id, actual_sha256 }],
    ),
  );
  if (outputs.length === 0) return 0;
  const call = driver.client.POST('/api/v1/runs/{run_id}/baseline-approvals', {
    params: { path: { run_id: runId } },
    body: { outputs, comment },
  });
  return (await answerOf(call)).outputs.length;
}

export async function specDigest({ url }: Driver): Promise<string> {
  const client = createClient({ url, patienceMs });
  const { response } = await client.GET('/openapi.yaml', { parseAs: 'text' });
  return (response.headers.get('etag') ?? '').replaceAll('"', '');
}
