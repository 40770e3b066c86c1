import type { components } from '../../generated/client.ts';
import { answerOf, type SpciClient } from './client.ts';
import { pauseFor } from './patient-fetch.ts';

type Run = components['schemas']['Run'];

export interface WaitOptions {
  /** After it the wait rejects with a `TimeoutError`; the run goes on. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
  /** Called with every state that was seen, the last included. */
  readonly onProgress?: (run: Run) => void;
}

const firstPauseMs = 250;
const longestPauseMs = 5_000;

const hasEnded = ({ status }: Run): boolean => status !== 'queued' && status !== 'running';
const stateOf = ({ status, reported_count }: Run): string => `${status} ${reported_count}`;

/** The run once it has ended, whatever its status. Asks less often while nothing changes. */
export async function waitForRun(client: SpciClient, runId: number, options: WaitOptions = {}): Promise<Run> {
  const timeout = options.timeoutMs === undefined ? [] : [AbortSignal.timeout(options.timeoutMs)];
  const given = [client.options.signal, options.signal].filter((signal) => signal !== undefined);
  const signal = AbortSignal.any([...given, ...timeout]);
  let pauseMs = firstPauseMs;
  for (let seen = ''; ; pauseMs = Math.min(longestPauseMs, pauseMs * 1.5)) {
    const call = client.GET('/api/v1/runs/{run_id}', { params: { path: { run_id: runId } }, signal });
    const run = await answerOf(call);
    options.onProgress?.(run);
    if (hasEnded(run)) return run;
    if (stateOf(run) !== seen) pauseMs = firstPauseMs;
    seen = stateOf(run);
    await pauseFor(pauseMs, signal);
  }
}
