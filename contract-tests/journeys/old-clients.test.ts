import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { isSupported, readReleases } from '../../scripts/compatibility/releases.ts';
import { everyOperation, type Json } from '../harness/declared-requests.ts';
import { goodRequest, succeeded } from '../harness/good-requests.ts';
import {
  callAsReleased,
  releaseContract,
  type ReleasedCall,
  type ReleasedOperation,
} from '../harness/release-contract.ts';
import { sendRequest } from '../harness/send-request.ts';
import { operatorEmail, operatorPassword } from '../harness/operator.ts';
import { startServerProcess, type ServerProcess } from '../harness/server-process.ts';
import { openStage, type Stage } from '../harness/stage.ts';
import { everyScope, newCommit, openWorld, sha256, unique } from '../harness/world.ts';

const today = new Date().toISOString().slice(0, 10);
const supported = (await readReleases()).filter((release) => isSupported(release, today));

interface Call {
  <Body>(id: string, status: number, input?: ReleasedCall): Promise<Body>;
}

interface Planned {
  readonly run_id: number;
  readonly sample_id: number;
  readonly regression_test_id: number;
  readonly output_id: number;
}

interface Claim {
  readonly lease_id: number;
  readonly lease_token: string;
  readonly run_id: number;
}

interface MadeTest {
  readonly regression_test_id: number;
  readonly outputs: readonly { readonly id: number }[];
}

// In the words of 0.1.0: what its clients send.

async function planRun(call: Call): Promise<Planned> {
  const [repository, category, commit_sha] = [`${unique('old')}/client`, unique('old'), newCommit()];
  await call('createRepository', 201, { body: { repository } });
  await call('createCategory', 201, { body: { name: category } });
  const upload = { query: { filename: 'old.m2ts' }, raw: unique('sample') };
  const { sample_id } = await call<{ sample_id: number }>('createSample', 201, upload);
  await call('getSample', 200, { path: { sample_id } });
  const outputs = [{ expected_filename: 'out.srt', correct_extension: '.srt' }];
  const made = await call<MadeTest>('createRegressionTest', 201, {
    body: { sample_id, command: '--old', categories: [category], active: true, outputs },
  });
  const { regression_test_id } = made;
  const target = { repository, commit_sha, platform: 'windows' };
  await call('createBuild', 201, { query: { ...target, entry_point: 'tool.cjs' }, raw: '// old' });
  const body = { ...target, regression_test_ids: [regression_test_id] };
  const { run_id } = await call<{ run_id: number }>('createRun', 202, { body });
  await call('getQueue', 200);
  return { run_id, sample_id, regression_test_id, output_id: made.outputs[0]?.id ?? 0 };
}

/** Runs that calls of single operations left in the queue come first and are given back. */
async function claimRun(call: Call, run_id: number) {
  const enrolment = { body: { name: unique('old'), platforms: ['windows'] } };
  const { worker_token: token } = await call<{ worker_token: string }>('createWorker', 201, enrolment);
  for (;;) {
    const body = { platforms: ['windows'], wait_ms: 0 };
    const claim = await call<Claim>('claimRun', 201, { token, body });
    const lease = { token: claim.lease_token, path: { lease_id: claim.lease_id } };
    if (claim.run_id === run_id) return lease;
    await call('completeLease', 200, { ...lease, body: { outcome: 'failed' } });
  }
}

async function workRun(call: Call, { run_id, regression_test_id, output_id }: Planned): Promise<void> {
  const lease = await claimRun(call, run_id);
  await call('createHeartbeat', 200, lease);
  const content = 'what the old client made';
  const digest = sha256(content);
  await call('putLeaseOutput', 200, { ...lease, path: { ...lease.path, sha256: digest }, raw: content });
  const outputs = [{ output_id, sha256: digest, size_bytes: content.length }];
  const results = [{ regression_test_id, exit_code: 0, runtime_ms: 5, outputs }];
  await call('recordResults', 200, { ...lease, body: { results } });
  await call('completeLease', 200, { ...lease, body: { outcome: 'completed' } });
}

async function approveRun(call: Call, { run_id, sample_id, regression_test_id, output_id }: Planned): Promise<void> {
  const path = { run_id };
  await call('getRunSummary', 200, { path });
  await call('listRunProgress', 200, { path });
  await call('listRunSamples', 200, { path });
  await call('approveBaselines', 201, { path, body: { outputs: [{ regression_test_id, output_id }] } });
  const run = await call('getRun', 200, { path });
  expect(run).toMatchObject({ status: 'pass', planned_count: 1, pass_count: 1 });
  const output = { ...path, sample_id, regression_id: regression_test_id, output_id };
  // What was produced is the baseline now, to which it leads.
  await call('getActualOutput', 303, { path: output });
  await call('getExpectedOutput', 200, { path: output });
  await call('listBaselineApprovals', 200, { path });
  await call('listRuns', 200, { query: { platform: 'windows', limit: '1' } });
  await call('getHealth', 200);
}

let server: ServerProcess;
let stage: Stage;

beforeAll(async () => {
  server = await startServerProcess({ environment: { SPCI_LEASE_MS: '600000' } });
  stage = await openStage(await openWorld(server.url));
});

afterAll(() => server?.stop());

test('a release is supported', () => expect(supported.map(({ version }) => version)).toContain('0.1.0'));

describe.each(supported.map((release) => [release.version, releaseContract(release)] as const))(
  'a client of %s',
  (_, contract) => {
    const requests = contract.operations.flatMap(
      (operation): [string, string, ReleasedOperation, Json | undefined][] => {
        const examples = Object.entries(operation.examples);
        return examples.length === 0
          ? [[operation.id, 'without a body', operation, undefined]]
          : examples.map(([name, example]) => [operation.id, name, operation, example]);
      },
    );

    test.each(requests)('calls %s (%s) and can read the answer', async (id, _name, operation, example) => {
      const current = everyOperation.find((candidate) => candidate.id === id);
      expect(current).toMatchObject({ method: operation.method, path: operation.path });
      if (current === undefined) return;
      const { url, token, request, release } = await goodRequest(stage, current, example);
      const answer = await sendRequest(url, current, token, request);
      await release();
      expect([answer.text.slice(0, 300), succeeded(answer)]).toEqual([expect.anything(), true]);
      expect(contract.faults(operation, answer)).toEqual([]);
    });

    test('goes the whole way, from the first token to an approved baseline', async () => {
      let calls = 0;
      const as =
        (token?: string): Call =>
        async <Body>(id: string, status: number, input: ReleasedCall = {}) => {
          calls += 1;
          const answer = await callAsReleased(contract, server.url, id, { token, ...input });
          expect([id, answer.status, answer.text.slice(0, 300)]).toEqual([id, status, expect.any(String)]);
          return (answer.text === '' ? undefined : JSON.parse(answer.text)) as Body;
        };
      const body = { email: operatorEmail, password: operatorPassword, token_name: unique('old'), scopes: everyScope };
      const { token } = await as()<{ token: string }>('createToken', 201, { body });
      const call = as(token);
      await call('getCurrentUser', 200);
      const planned = await planRun(call);
      await workRun(call, planned);
      await approveRun(call, planned);
      await call('revokeCurrentToken', 204);
      await call('getCurrentUser', 401);
      expect(calls).toBeGreaterThanOrEqual(20);
    });
  },
);
