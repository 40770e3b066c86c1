import { describe, expect, test } from '@jest/globals';
import { operations } from '../../generated/operations.ts';
import { testCountFault } from './enough-tests.ts';
import { exceptionFaults, isExcepted, type Exception } from './exceptions.ts';
import { keyOf, type Fact } from './facts.ts';
import { promisesOfTheDescription } from './promises.ts';
import { coverageOf, gapsIn } from './report.ts';

const { kept, denied } = promisesOfTheDescription();
const keys = new Set(kept.map(keyOf));

describe('what the description promises', () => {
  test('is each status of each operation, and each value of an answer', () => {
    for (const { id, statuses } of Object.values(operations))
      for (const status of statuses) expect(keys).toContain(keyOf(['status', id, String(status)]));
    expect(keys).toContain(keyOf(['value', 'ResultStatus', 'answered', '"pass"']));
  });

  test('is not a value that it says no answer has', () => {
    const running: Fact = ['value', 'ResultStatus', 'answered', '"running"'];
    expect(keys).not.toContain(keyOf(running));
    expect(denied).toContainEqual(running);
  });

  test('needs at least as many tests', () => {
    const [, testsMin] = /the (\d+) promises/.exec(testCountFault({ passed: 0, failed: 0 }) ?? '') ?? [];
    expect(Number(testsMin)).toBeGreaterThan(Object.keys(operations).length * 20);
    expect(testCountFault({ passed: Number(testsMin) - 1, failed: 0 })).toBeDefined();
    expect(testCountFault({ passed: Number(testsMin) - 1, failed: 1 })).toBeUndefined();
  });
});

test('one promise that nobody saw kept is one gap, and is named', () => {
  const gap: Fact = ['status', 'getRun', '404'];
  const facts = new Set([...keys].filter((key) => key !== keyOf(gap)));
  expect(gapsIn({ kept }, facts)).toEqual([gap]);
  const kinds = coverageOf({ kept }, facts);
  expect(kinds.flatMap(({ unseen }) => unseen)).toEqual(['getRun: status 404']);
  expect(gapsIn({ kept }, keys)).toEqual([]);
});

describe('an exception', () => {
  const gap: Fact = ['status', 'getRun', '418'];
  const exception: Exception = {
    ...{ about: 'getRun', what: 'status 418', reason: 'No teapot is at hand.' },
    ...{ proved_by: 'scripts/coverage/promises.test.ts', until: '2027-01-01' },
  };
  const faults = (parts: Partial<Exception>, gaps: readonly Fact[] = [gap], count_max = 1): number =>
    exceptionFaults({ count_max, exceptions: [{ ...exception, ...parts }] }, gaps, '2026-12-31').length;

  test('excuses the promise that it names and no other', () => {
    const list = { count_max: 1, exceptions: [exception] };
    expect(isExcepted(list, gap)).toBe(true);
    expect(isExcepted(list, ['status', 'getRun', '200'])).toBe(false);
    expect(faults({})).toBe(0);
  });

  test('is refused without need, reason or proof, beyond its last day, and when there are too many', () => {
    expect(faults({}, [])).toBe(1);
    expect(faults({ reason: '' })).toBe(1);
    expect(faults({ proved_by: 'no/such.test.ts' })).toBe(1);
    expect(faults({ until: '2026-12-30' })).toBe(1);
    expect(faults({}, [gap], 0)).toBe(1);
  });
});
