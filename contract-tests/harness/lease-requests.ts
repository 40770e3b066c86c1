import type { DeclaredOperation } from './declared-requests.ts';
import type { AnyAnswer } from './refusals.ts';
import type { Lease, Suite } from './suite.ts';
import { sha256 } from './world.ts';

const at = '2026-11-22T10:00:00Z';

export type LeaseOperationId = Extract<DeclaredOperation, { credential: 'lease' }>['id'];

/** One good request for each operation that takes a lease token, in an order in which a held lease accepts all. */
export const leaseRequests: Readonly<Record<LeaseOperationId, (lease: Lease, suite: Suite) => Promise<AnyAnswer>>> = {
  createHeartbeat: ({ client, path }) => client.call('createHeartbeat', { path }),
  getLeaseBuild: ({ client, path }) => client.call('getLeaseBuild', { path }),
  getLeaseSample: ({ client, path }, { sample }) =>
    client.call('getLeaseSample', { path: { ...path, sha256: sample.sha } }),
  putLeaseOutput: ({ client, path }) =>
    client.call('putLeaseOutput', { path: { ...path, sha256: sha256('late') }, raw: 'late' }),
  appendLogLines: ({ client, path }) =>
    client.call('appendLogLines', {
      path,
      body: { first_line: 0, lines: [{ at, level: 'info', source: 'worker', message: 'late' }] },
    }),
  recordResults: ({ client, path }, { tests }) =>
    client.call('recordResults', {
      path,
      body: {
        results: tests.map(({ regression_test_id }) => ({
          regression_test_id,
          exit_code: null,
          skip_reason: 'late',
          runtime_ms: 1,
          outputs: [],
          timed_out: false,
        })),
      },
    }),
  completeLease: ({ client, path }) => client.call('completeLease', { path, body: { outcome: 'completed' } }),
};
