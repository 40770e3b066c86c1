import { setTimeout as delay } from 'node:timers/promises';

const firstPauseMs = 100;
const longestPauseMs = 2_000;

const pauseOf = (attempt: number): number =>
  Math.min(longestPauseMs, firstPauseMs * 2 ** attempt) * (0.5 + Math.random() / 2);

/** A connection that could not be made or broke; aborts are not. */
function isLostConnection(error: unknown): boolean {
  return error instanceof Error && error.name === 'TypeError';
}

async function attemptOnce(request: Request): Promise<Response | Error> {
  try {
    return await fetch(request);
  } catch (error) {
    if (error instanceof Error && isLostConnection(error)) return error;
    throw error;
  }
}

/** `fetch` that tries a lost connection and a 503 again, with growing pauses, for `patienceMs`. */
export function patientFetch(patienceMs: number): (request: Request) => Promise<Response> {
  return async (request) => {
    const until = performance.now() + patienceMs;
    for (let attempt = 0; ; attempt += 1) {
      const outcome = await attemptOnce(request.clone());
      const settled = outcome instanceof Response && outcome.status !== 503;
      if (settled || performance.now() >= until) {
        if (outcome instanceof Error) throw outcome;
        return outcome;
      }
      if (outcome instanceof Response) await outcome.body?.cancel();
      await delay(pauseOf(attempt), undefined, { signal: request.signal });
    }
  };
}
