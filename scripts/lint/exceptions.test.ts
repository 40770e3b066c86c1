import { describe, expect, test } from '@jest/globals';
import { exceptionFaults, pointerText } from './exceptions.ts';

const exception = {
  rule: 'spci/moments-named',
  location: '#/components/schemas/LogLine/properties/timestamp',
  reason: 'The reference API calls it timestamp.',
  until: '2026-12-31',
};
const findings = [{ rule: exception.rule, location: exception.location }];

describe('an exception', () => {
  test('holds while a finding needs it and its last day has not passed', () => {
    expect(exceptionFaults([exception], findings, '2026-12-31')).toEqual([]);
  });

  test('that no finding needs is refused', () => {
    expect(exceptionFaults([exception], [], '2026-12-31')).toEqual([expect.stringContaining('is not used')]);
    const elsewhere = [{ rule: exception.rule, location: '#/components/schemas/LogLine' }];
    expect(exceptionFaults([exception], elsewhere, '2026-12-31')).toHaveLength(1);
  });

  test('is refused the day after its last', () => {
    expect(exceptionFaults([exception], findings, '2027-01-01')).toEqual([
      expect.stringContaining('ended on 2026-12-31'),
    ]);
    expect(exceptionFaults([{ ...exception, until: 'never' }], findings, '2026-01-01')).toHaveLength(1);
  });

  test('without a reason is refused', () => {
    expect(exceptionFaults([{ ...exception, reason: 'Because.' }], findings, '2026-12-31')).toHaveLength(1);
  });
});

test('a place is written as the lint prints it', () => {
  expect(pointerText(['paths', '/api/v1/runs/{run_id}', 'get', 'parameters', 2])).toBe(
    '#/paths/~1api~1v1~1runs~1{run_id}/get/parameters/2',
  );
});
