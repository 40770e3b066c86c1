import { describe, expect, test } from '@jest/globals';
import { differencesOf, ownReadings, unexplained, violationsOf, type Reading } from './comparison.ts';
import type { Finding } from './drift.ts';

const reading = (total: number, ...seen: string[]): Reading => ({ kind: 'operations', total, seen: new Set(seen) });

describe('two readings', () => {
  test('that agree have no difference', () => {
    expect(differencesOf(reading(3, 'a', 'b'), reading(3, 'b', 'a'))).toEqual([]);
  });

  test('differ in what one of them saw, and in what there is', () => {
    expect(differencesOf(reading(3, 'a', 'b'), reading(4, 'a', 'c'))).toEqual([
      'operations: 3 declared by ours, 4 by redocly',
      'operations: b: seen by ours alone',
      'operations: c: seen by redocly alone',
    ]);
  });
});

test('a parameter that was only left out was not given', () => {
  const [, , given] = ownReadings(
    [
      ['status', 'listRuns', '200'],
      ['parameter', 'listRuns', 'query.limit', 'absent'],
      ['parameter', 'listRuns', 'query.offset', 'refused'],
    ],
    2,
  );
  expect(given).toEqual({ kind: 'parameters given', total: 2, seen: new Set(['listRuns query.offset']) });
});

describe('violations', () => {
  const finding: Finding = {
    ruleId: 'schema-consistency',
    target: 'request',
    message: 'wrong',
    operationId: 'getRun',
    method: 'GET',
    path: '/api/v1/runs/1',
    status: 400,
  };
  const told = (...findings: Partial<Finding>[]): string[] =>
    violationsOf({ findings: findings.map((changed) => ({ ...finding, ...changed })) });

  test('are what answers do wrong, whatever was asked, and once', () => {
    expect(told({ target: 'response' }, { target: 'response' })).toEqual(['getRun 400: wrong']);
  });

  test('are requests that succeed although they do not fit; one that is refused was meant to be', () => {
    expect(told({}, { status: 200 })).toEqual(['getRun 200: wrong']);
  });

  test('are addresses without a description, but HEAD of one that has GET', () => {
    const unknown = { ruleId: 'undocumented-endpoint', operationId: '', status: 200 };
    expect(told({ ...unknown, method: 'HEAD' }, { ...unknown, method: 'PUT' })).toEqual([' 200: wrong']);
  });
});

describe('an explanation', () => {
  const explained = [{ what: 'known', reason: 'cannot be seen', until: '2027-01-01' }];

  test('lets the difference through until its day', () => {
    expect(unexplained(['known', 'new'], explained, '2027-01-01')).toEqual(['new']);
    expect(unexplained(['known'], explained, '2027-01-02')).toEqual(['the explanation ended on 2027-01-01: known']);
  });

  test('of what is not there is refused', () => {
    expect(unexplained([], explained, '2026-12-01')).toEqual(['explained and not there: known']);
  });
});
