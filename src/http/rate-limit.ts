import { LRUCache } from 'lru-cache';
import type { RateClass, RateLimit } from '../config.ts';

export interface RateState {
  readonly allowed: boolean;
  readonly limit: number;
  readonly remaining: number;
  /** Unix seconds at which the whole limit is available again. */
  readonly resetAt: number;
  /** Until one more request is allowed; 0 when one is. */
  readonly retryAfterSeconds: number;
  readonly windowMs: number;
}

interface Counter {
  windowStart: number;
  current: number;
  previous: number;
}

export interface RateLimiter {
  /** Counts one request of this class by this key, unless it is over the limit. */
  consume(rateClass: RateClass, key: string, nowMs: number): RateState;
  /** The state without counting anything. */
  look(rateClass: RateClass, key: string, nowMs: number): RateState;
}

const keysMax = 50_000;

function advance(counter: Counter, nowMs: number, windowMs: number): void {
  const start = nowMs - (nowMs % windowMs);
  if (start === counter.windowStart) return;
  counter.previous = start - counter.windowStart === windowMs ? counter.current : 0;
  counter.current = 0;
  counter.windowStart = start;
}

/** Until one more is allowed; only for a counter that is over the limit. */
function waitMs({ current, previous }: Counter, count: number, windowMs: number, elapsedMs: number): number {
  if (current < count) return windowMs * (1 - (count - 1 - current) / previous) - elapsedMs;
  return windowMs - elapsedMs + windowMs * (1 - (count - 1) / current);
}

/** Until nothing that was counted weighs any more. */
function forgottenMs({ current, previous }: Counter, windowMs: number, elapsedMs: number): number {
  if (current > 0) return 2 * windowMs - elapsedMs;
  return previous > 0 ? windowMs - elapsedMs : 0;
}

/**
 * Sliding windows: the count of the running window plus the share of the one before that still overlaps. A burst at the
 * end of a window therefore counts against the start of the next. Counters of classes are apart, and those of this
 * process only; keys beyond the cap forget the least recently used.
 */
export function createRateLimiter(limits: Readonly<Record<RateClass, RateLimit>>): RateLimiter {
  const counters = new LRUCache<string, Counter>({ max: keysMax });
  const stateOf = (rateClass: RateClass, key: string, nowMs: number, counted: 0 | 1): RateState => {
    const { count, windowMs } = limits[rateClass];
    const name = `${rateClass} ${key}`;
    const counter = counters.get(name) ?? { windowStart: 0, current: 0, previous: 0 };
    advance(counter, nowMs, windowMs);
    const elapsed = nowMs - counter.windowStart;
    const before = counter.previous * (1 - elapsed / windowMs) + counter.current;
    const allowed = before + 1 <= count;
    const counts = allowed ? counted : 0;
    counter.current += counts;
    if (counts > 0) counters.set(name, counter);
    return {
      allowed,
      limit: count,
      remaining: Math.max(0, Math.floor(count - before - counts)),
      resetAt: Math.ceil((nowMs + forgottenMs(counter, windowMs, elapsed)) / 1000),
      retryAfterSeconds: allowed ? 0 : Math.max(1, Math.ceil(waitMs(counter, count, windowMs, elapsed) / 1000)),
      windowMs,
    };
  };
  return {
    consume: (rateClass, key, nowMs) => stateOf(rateClass, key, nowMs, 1),
    look: (rateClass, key, nowMs) => stateOf(rateClass, key, nowMs, 0),
  };
}
