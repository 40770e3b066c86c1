import { setTimeout as delay } from 'node:timers/promises';
import { operations } from '../../generated/operations.ts';
import { warmAnswerChecks } from './answer-gate.ts';
import type { OperationId } from './operation.ts';
import { warmRequestValidator } from './request-validator.ts';

/** An operation takes some 10 ms, all of them 1.5 s; with four times as long a rest a fifth of the process goes into it. */
const restShare = 4;

/**
 * Compiles what requests and answers are checked by, so that no client waits for it. Operations are done one by one, with
 * requests in between, until all are or `signal` ends it; the number that were done.
 */
export async function warmChecks(signal: AbortSignal, share = restShare): Promise<number> {
  let done = 0;
  for (const id of Object.keys(operations) as OperationId[]) {
    if (signal.aborted) break;
    const startedAt = performance.now();
    await warmRequestValidator(id);
    warmAnswerChecks(id);
    done += 1;
    const restMs = (performance.now() - startedAt) * share;
    await delay(restMs, undefined, { signal, ref: false }).catch(() => undefined);
  }
  return done;
}
