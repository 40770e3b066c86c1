import type { components } from '../../generated/client.ts';
import { createClient, type Client } from './client.ts';
import { newCommit, sha256, unique, type World } from './world.ts';

type Schemas = components['schemas'];

export interface Suite {
  readonly repository: string;
  readonly repository_id: number;
  readonly category: string;
  readonly sample: Schemas['Sample'];
  readonly tests: readonly Schemas['RegressionTestDetail'][];
}

export async function uploadSample(
  { admin }: Pick<World, 'admin'>,
  content = unique('sample'),
  filename = 'sample.m2ts',
) {
  return admin.expect('createSample', 201, { query: { filename }, raw: content });
}

/** No text, for its NUL; what stands in for `ffprobe` does as its first line says. */
export const mediaBytes = (kind = 'sample'): string => `${unique(kind)}\n\0`;

/** A repository, a category, a sample and `count` active tests over it, each with the output `out.srt`. */
export async function makeSuite({ admin }: Pick<World, 'admin'>, count = 1, content?: string): Promise<Suite> {
  const repository = `${unique('owner')}/tool`;
  const category = unique('category');
  const { repository_id } = await admin.expect('createRepository', 201, { body: { repository } });
  await admin.expect('createCategory', 201, { body: { name: category } });
  const sample = await uploadSample({ admin }, content);
  const tests = [];
  for (let number = 1; number <= count; number += 1) {
    const outputs = [{ expected_filename: 'out.srt', correct_extension: '.srt' }];
    const body = {
      sample_id: sample.sample_id,
      command: `--number ${number}`,
      categories: [category],
      active: true,
      outputs,
    };
    tests.push(await admin.expect('createRegressionTest', 201, { body }));
  }
  return { repository, repository_id, category, sample, tests };
}

export async function uploadBuild(
  { admin }: Pick<World, 'admin'>,
  repository: string,
  commit_sha: string,
  platform: Schemas['Platform'] = 'linux',
) {
  const query = { repository, commit_sha, platform, entry_point: 'tool.cjs' };
  return admin.expect('createBuild', 201, { query, raw: `// ${commit_sha}` });
}

export const testIdsOf = ({ tests }: Suite): number[] => tests.map(({ regression_test_id }) => regression_test_id);

/** A queued run at a new commit, of every active test of the domain unless `more` says which. */
export async function queueRun(
  { admin }: Pick<World, 'admin'>,
  { repository }: Suite,
  platform: Schemas['Platform'] = 'linux',
  more: Partial<Schemas['RunCreateRequest']> = {},
) {
  const commit_sha = newCommit();
  await uploadBuild({ admin }, repository, commit_sha, platform);
  return admin.expect('createRun', 202, { body: { repository, commit_sha, platform, ...more } });
}

export async function enrolWorker(
  { operator }: Pick<World, 'operator'>,
  platforms: Schemas['Platform'][] = ['linux'],
): Promise<Client> {
  const { worker_token } = await operator.expect('createWorker', 201, { body: { name: unique('worker'), platforms } });
  return createClient(operator.url, worker_token);
}

export interface Lease {
  readonly claim: Schemas['Claim'];
  /** A client that holds the lease's token. */
  readonly client: Client;
  readonly path: { readonly lease_id: number };
}

/**
 * Claims until the given run comes, as a worker would; runs of other tests that come first are given back by completing
 * them as failed, so give runs of one file a platform and a moment of their own where that matters.
 */
export async function claimRun(
  worker: Client,
  runId: number,
  platforms: Schemas['Platform'][] = ['linux'],
): Promise<Lease> {
  for (let attempts = 0; attempts < 200; attempts += 1) {
    const claim = await worker.expect('claimRun', 201, { body: { platforms, wait_ms: 5000 } });
    const lease = { claim, client: createClient(worker.url, claim.lease_token), path: { lease_id: claim.lease_id } };
    if (claim.run_id === runId) return lease;
    await lease.client.call('completeLease', {
      path: lease.path,
      body: { outcome: 'failed', message: 'claimed for another run' },
    });
  }
  throw new Error(`run ${runId} never came`);
}

/** Stores the content and reports it as the test's only output. */
export async function reportResult(
  lease: Lease,
  test: Schemas['RegressionTestDetail'],
  content: string | null,
  exit_code = 0,
) {
  const digest = sha256(content ?? '');
  if (content !== null)
    await lease.client.expect('putLeaseOutput', 200, { path: { ...lease.path, sha256: digest }, raw: content });
  const outputs =
    content === null
      ? []
      : test.outputs.map(({ id }) => ({ output_id: id, sha256: digest, size_bytes: Buffer.byteLength(content) }));
  const results = [{ regression_test_id: test.regression_test_id, exit_code, runtime_ms: 5, outputs }];
  return lease.client.expect('recordResults', 200, { path: lease.path, body: { results } });
}

/** Runs the suite at a new commit to its end, every test producing `content`; the ended run. */
export async function completeRun(
  world: World,
  suite: Suite,
  content: string | null,
  exitCode = 0,
): Promise<Schemas['Run']> {
  const worker = await enrolWorker(world);
  const queued = await queueRun(world, suite);
  const lease = await claimRun(worker, queued.run_id);
  for (const test of suite.tests) await reportResult(lease, test, content, exitCode);
  await lease.client.expect('completeLease', 200, { path: lease.path, body: { outcome: 'completed' } });
  return world.admin.expect('getRun', 200, { path: { run_id: queued.run_id } });
}
