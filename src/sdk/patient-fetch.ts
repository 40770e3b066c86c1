import { setTimeout as delay } from 'node:timers/promises';

const firstPauseMs = 100;
const longestPauseMs = 2_000;

export interface Patience {
  /** How long a lost connection, 429 and 503 are tried again before the failure is given to the caller; 0 is never. */
  readonly patienceMs?: number;
  /** Says that every call made here may be repeated without harm, also one that neither its method nor a key protects. */
  readonly repeatable?: boolean;
}

export const defaultPatienceMs = 30_000;

/** Pauses that grow, and differ between clients that lost the same server. */
export const pauseOf = (attempt: number): number =>
  Math.min(longestPauseMs, firstPauseMs * 2 ** attempt) * (0.5 + Math.random() / 2);

/** A connection that could not be made or broke; aborts are not. */
export function isLostConnection(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'name' in error && error.name === 'TypeError';
}

type Outcome = { readonly response: Response } | { readonly response: undefined; readonly failure: unknown };

async function attemptOnce(request: Request): Promise<Outcome> {
  try {
    return { response: await fetch(request) };
  } catch (failure) {
    if (isLostConnection(failure)) return { response: undefined, failure };
    throw failure;
  }
}

const idempotentMethods = new Set(['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE']);

function mayRepeat({ method, headers }: Request, repeatable: boolean): boolean {
  return repeatable || idempotentMethods.has(method) || headers.has('Idempotency-Key');
}

/** How long the server asks to be left alone, in ms; undefined when it does not say. */
function askedPauseMs({ headers }: Response): number | undefined {
  const text = headers.get('Retry-After');
  if (text === null) return undefined;
  const seconds = /^\d+$/.test(text) ? Number(text) : (Date.parse(text) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, seconds * 1000) : undefined;
}

/** A 503 in JSON that names no time is a statement about the server's health, and the answer that was asked for. */
function isUnavailable(response: Response): boolean {
  const json = response.headers.get('Content-Type')?.startsWith('application/json') ?? false;
  return response.status === 503 && (!json || response.headers.has('Retry-After'));
}

function isWorthRepeating(response: Response | undefined, request: Request, repeatable: boolean): boolean {
  // Limits are applied before anything is done, so that every method may be tried again.
  if (response?.status === 429) return true;
  return mayRepeat(request, repeatable) && (response === undefined || isUnavailable(response));
}

/** Sends what `makeRequest` makes, anew at each attempt: a body that was read once cannot be sent again. */
export async function sendPatiently(
  { patienceMs = defaultPatienceMs, repeatable = false }: Patience,
  makeRequest: () => Request,
): Promise<Response> {
  const until = performance.now() + patienceMs;
  for (let attempt = 0; ; attempt += 1) {
    const request = makeRequest();
    const outcome = await attemptOnce(request);
    const { response } = outcome;
    const askedMs = response === undefined ? 0 : (askedPauseMs(response) ?? 0);
    const patient = performance.now() < until && performance.now() + askedMs <= until;
    if (!patient || !isWorthRepeating(response, request, repeatable)) {
      if (outcome.response === undefined) throw outcome.failure;
      return outcome.response;
    }
    await response?.body?.cancel();
    await pauseFor(Math.max(pauseOf(attempt), askedMs), request.signal);
  }
}

/** Rejects with the signal's own reason when it aborts. */
export async function pauseFor(ms: number, signal: AbortSignal): Promise<void> {
  await delay(ms, undefined, { signal }).catch(() => undefined);
  signal.throwIfAborted();
}

/** `fetch` with patience, for requests whose body is small. */
export function patientFetch(patience: Patience): (request: Request) => Promise<Response> {
  return (request) => sendPatiently(patience, () => request.clone());
}
