import type { components } from '../../generated/client.ts';
import { answerOf, createClient } from '../sdk/client.ts';
import { downloadToFile, uploadBytes } from '../sdk/transfer.ts';

type Schemas = components['schemas'];
export type Claim = Schemas['Claim'];
export type Plan = Schemas['RunPlan'];
export type NewLogLine = Schemas['NewLogLine'];
export type ReportedResult = Schemas['ReportedResult'];

/** How long the worker holds on to its work while the server cannot be reached. */
export const patienceMs = 120_000;

export interface ClaimOffer {
  readonly platforms: Schemas['Platform'][];
  readonly sandbox: string;
  readonly waitMs: number;
}

/** Asks for a run with the worker's own token; undefined when none came in time. */
export async function claimRun(
  url: string,
  token: string,
  offer: ClaimOffer,
  signal: AbortSignal,
): Promise<Claim | undefined> {
  const client = createClient({ url, token, patienceMs, repeatable: true, signal });
  const body = { platforms: offer.platforms, wait_ms: offer.waitMs, sandbox: offer.sandbox };
  const result = await client.POST('/api/v1/worker/claims', { body });
  return result.response.status === 204 ? undefined : answerOf(Promise.resolve(result));
}

/** The operations of one lease. Each may be repeated without harm, so each is tried again after a lost connection. */
export interface LeaseLink {
  heartbeat(): Promise<Schemas['HeartbeatState']>;
  fetchSample(sha256: string, destination: string): Promise<void>;
  fetchBuild(destination: string): Promise<void>;
  putOutput(sha256: string, file: string): Promise<void>;
  recordResults(results: ReportedResult[]): Promise<void>;
  appendLogLines(firstLine: number, lines: NewLogLine[]): Promise<number>;
  complete(request: Schemas['CompletionRequest']): Promise<Schemas['Completion']>;
}

export function linkLease(url: string, claim: Claim, signal: AbortSignal): LeaseLink {
  const token = claim.lease_token;
  const client = createClient({ url, token, patienceMs, repeatable: true, signal });
  const params = { path: { lease_id: claim.lease_id } };
  const lease = `/api/v1/worker/leases/${claim.lease_id}`;
  return {
    heartbeat: () => answerOf(client.POST('/api/v1/worker/leases/{lease_id}/heartbeats', { params })),
    fetchSample: async (sha256, destination) =>
      void (await downloadToFile(client, `${lease}/samples/${sha256}`, destination, sha256)),
    fetchBuild: async (destination) => void (await downloadToFile(client, `${lease}/build`, destination)),
    putOutput: async (sha256, file) => void (await uploadBytes(client, 'PUT', `${lease}/outputs/${sha256}`, { file })),
    recordResults: async (results) =>
      void (await answerOf(client.POST('/api/v1/worker/leases/{lease_id}/results', { params, body: { results } }))),
    appendLogLines: async (first_line, lines) =>
      (
        await answerOf(
          client.POST('/api/v1/worker/leases/{lease_id}/log-lines', { params, body: { first_line, lines } }),
        )
      ).next_line,
    complete: (body) => answerOf(client.POST('/api/v1/worker/leases/{lease_id}/completion', { params, body })),
  };
}
