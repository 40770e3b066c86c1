import type { components } from '../../generated/client.ts';
import { createClient, type Client } from './client.ts';
import { complete } from './held-run.ts';
import type { Lease } from './suite.ts';

type Schemas = components['schemas'];

export function leaseOf(worker: Client, claim: Schemas['Claim']): Lease {
  return { claim, client: createClient(worker.url, claim.lease_token), path: { lease_id: claim.lease_id } };
}

/** Claims and ends whatever waits for these platforms; the ids of the runs, in the order in which they came. */
export async function drainQueue(worker: Client, platforms: Schemas['Platform'][] = ['linux']): Promise<number[]> {
  const runIds: number[] = [];
  for (;;) {
    const answer = await worker.call('claimRun', { body: { platforms, wait_ms: 0 } });
    if (answer.status !== 201) return runIds;
    runIds.push(answer.body.run_id);
    await complete(leaseOf(worker, answer.body), 'failed');
  }
}
