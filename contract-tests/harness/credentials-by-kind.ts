import type { DeclaredOperation } from './declared-requests.ts';
import { fittingAddress, type Address } from './fitting-values.ts';
import { holdRun } from './held-run.ts';
import { webhookSecret } from './own-headers.ts';
import { makeSuite } from './suite.ts';
import type { World } from './world.ts';

export interface Credentials {
  /** A token that may do everything the operation's kind of credential can; undefined where none is taken. */
  tokenFor(operation: DeclaredOperation): string | undefined;
  /** Values that fit, for nothing that exists but the lease that the lease token holds. */
  addressFor(operation: DeclaredOperation): Address;
  /** Ends the heartbeats. */
  release(): void;
}

const heartbeatMs = 5000;

/** One live credential of each kind; the run under the lease stays held until they are released. */
export async function liveCredentials(world: World): Promise<Credentials> {
  const { lease, worker } = await holdRun(world, await makeSuite(world));
  const leaseId = String(lease.path.lease_id);
  const heartbeat = () => lease.client.call('createHeartbeat', { path: lease.path }).catch(() => undefined);
  const beat = setInterval(heartbeat, heartbeatMs);
  const tokens: Readonly<Record<string, string | undefined>> = {
    account: world.operator.token,
    browser: world.admin.token,
    worker: worker.token,
    lease: lease.client.token,
    webhook: webhookSecret,
  };
  return {
    tokenFor: ({ credential }) => tokens[credential],
    addressFor: (operation) => {
      const { path, query } = fittingAddress(operation);
      const own = { lease: { lease_id: leaseId }, browser: { domain: world.domain } };
      return { path: { ...path, ...(new Map(Object.entries(own)).get(operation.credential) ?? {}) }, query };
    },
    release: () => clearInterval(beat),
  };
}
