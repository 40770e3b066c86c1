import { expect } from '@jest/globals';
import type { Client } from './client.ts';
import { leaseRequests, type LeaseOperationId } from './lease-requests.ts';
import { failureOf } from './refusals.ts';
import type { Lease, Suite } from './suite.ts';

/** All that a client can see of a run. */
async function pictureOf(admin: Client, run_id: number): Promise<object> {
  const path = { run_id };
  const query = { limit: 100 };
  const log = await admin.call('listRunLogs', { path });
  return {
    run: await admin.expect('getRun', 200, { path }),
    progress: await admin.expect('listRunProgress', 200, { path, query }),
    samples: await admin.expect('listRunSamples', 200, { path, query }),
    log: log.status === 200 ? log.body.data : log.status,
  };
}

/** Every request under the lease is told `lease_lost`, and the run is afterwards what it was. */
export async function expectLeaseLost(
  admin: Client,
  lease: Lease,
  suite: Suite,
  answeredOtherwise: readonly LeaseOperationId[] = [],
): Promise<void> {
  const before = await pictureOf(admin, lease.claim.run_id);
  const codes: Record<string, string> = {};
  const expected: Record<string, string> = {};
  for (const [operation, send] of Object.entries(leaseRequests)) {
    if (answeredOtherwise.some((id) => id === operation)) continue;
    const answer = await send(lease, suite);
    codes[operation] = answer.status === 409 ? failureOf(answer, 409).code : `${String(answer.status)} ${answer.text}`;
    expected[operation] = 'lease_lost';
  }
  expect(codes).toEqual(expected);
  expect(await pictureOf(admin, lease.claim.run_id)).toEqual(before);
}
