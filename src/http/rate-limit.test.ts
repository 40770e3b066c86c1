import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseLimits } from '../config.ts';
import { createRateLimiter } from './rate-limit.ts';

const minute = 60_000;
/** The beginning of a window. */
const start = 1_000_000 * minute;
const limiterOf = (text: string) => createRateLimiter(parseLimits(text));

test('lets the limit through and no more, and counts down', () => {
  const limiter = limiterOf('read=3/60');
  const states = Array.from({ length: 5 }, () => limiter.consume('read', 'a', start));
  expect(states.map(({ allowed }) => allowed)).toEqual([true, true, true, false, false]);
  expect(states.map(({ remaining }) => remaining)).toEqual([2, 1, 0, 0, 0]);
  expect(states.map(({ limit }) => limit)).toEqual([3, 3, 3, 3, 3]);
});

test('counts each class and each key apart', () => {
  const limiter = limiterOf('read=1/60,write=1/60');
  const asked = [
    ['read', 'a'],
    ['write', 'a'],
    ['read', 'b'],
    ['read', 'a'],
  ] as const;
  expect(asked.map(([rateClass, key]) => limiter.consume(rateClass, key, start).allowed)).toEqual([
    true,
    true,
    true,
    false,
  ]);
});

test('looking counts nothing', () => {
  const limiter = limiterOf('login=1/60');
  expect(Array.from({ length: 3 }, () => limiter.look('login', 'a', start).remaining)).toEqual([1, 1, 1]);
});

test('a burst at the end of a window counts against the next', () => {
  const limiter = limiterOf('read=4/60');
  for (let count = 0; count < 4; count += 1) limiter.consume('read', 'a', start + minute - 1);
  expect(limiter.look('read', 'a', start + minute).remaining).toBe(0);
  expect(limiter.look('read', 'a', start + minute * 1.5).remaining).toBe(2);
  expect(limiter.look('read', 'a', start + minute * 2).remaining).toBe(4);
});

test('a pause of two windows forgets everything', () => {
  const limiter = limiterOf('read=1/60');
  limiter.consume('read', 'a', start);
  expect(limiter.consume('read', 'a', start + 2 * minute).allowed).toBe(true);
});

describe('its promises to a client', () => {
  const traffic = fc.array(fc.integer({ min: 0, max: 90_000 }), { maxLength: 60 });

  const limiters = Array.from({ length: 9 }, (_, count) => limiterOf(`read=${Math.max(1, count)}/60`));
  let keys = 0;

  /** A new key after requests with these pauses before them, the last at `now`, and when each was let through. */
  function after(count: number, pausesMs: readonly number[]) {
    const limiter = limiters[count] ?? limiterOf(`read=${count}/60`);
    const key = `key ${(keys += 1)}`;
    let now = start;
    const passed: number[] = [];
    for (const pause of pausesMs) {
      now += pause;
      if (limiter.consume('read', key, now).allowed) passed.push(now);
    }
    return { look: (atMs: number) => limiter.look('read', key, atMs), now, passed };
  }

  test('who waits for Retry-After is let through, and who waits two seconds less is not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), traffic, (count, pausesMs) => {
        const { look, now } = after(count, pausesMs);
        const { allowed, retryAfterSeconds } = look(now);
        fc.pre(!allowed);
        if (retryAfterSeconds > 2) expect(look(now + (retryAfterSeconds - 2) * 1000).allowed).toBe(false);
        expect(look(now + retryAfterSeconds * 1000).allowed).toBe(true);
      }),
    );
  });

  test('at the reset the whole limit is there', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), traffic, (count, pausesMs) => {
        const { look, now } = after(count, pausesMs);
        const { resetAt } = look(now);
        expect(look(resetAt * 1000).remaining).toBe(count);
      }),
    );
  });

  test('never more than twice the limit in any window', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), traffic, (count, pausesMs) => {
        const { passed } = after(
          count,
          pausesMs.map((pauseMs) => pauseMs % 5000),
        );
        for (const from of passed)
          expect(passed.filter((at) => at >= from && at < from + minute).length).toBeLessThanOrEqual(2 * count);
      }),
    );
  });
});

test('no wait is longer than Retry-After may tell', () => {
  const limiter = limiterOf('read=1/43200');
  limiter.consume('read', 'a', start);
  expect(limiter.look('read', 'a', start).retryAfterSeconds).toBeLessThanOrEqual(86_400);
  expect(() => parseLimits('read=1/43201')).toThrow('SPCI_LIMITS');
});
