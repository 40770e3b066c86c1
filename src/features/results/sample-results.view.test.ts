import { describe, expect, test } from '@jest/globals';
import { failureSignature } from './sample-results.view.ts';

const failing = {
  ...({ status: 'fail', exit_code: 0, expected_rc: 0, timed_out: false } as const),
  ...({ faulty_output_id: 9, faulty_output_status: 'fail' } as const),
};

describe('the signature of a failure', () => {
  test('is null unless something decided against the result', () => {
    for (const status of ['pass', 'skipped', null] as const)
      expect(failureSignature({ ...failing, status, exit_code: 3 })).toBeNull();
  });

  test('names the exit before the difference, and a missing output before both', () => {
    expect(failureSignature(failing)).toBe('diff_mismatch:output:9');
    expect(failureSignature({ ...failing, exit_code: -1 })).toBe('exit_code_mismatch:rc:-1');
    expect(failureSignature({ ...failing, exit_code: 137, timed_out: true })).toBe('test_failure:timeout');
    expect(failureSignature({ ...failing, status: 'missing_output', exit_code: 3 })).toBe('missing_output');
  });

  test('tells an output without anything approved from one that differs', () => {
    const unapproved = { ...failing, faulty_output_status: 'missing_expected' } as const;
    expect(failureSignature(unapproved)).toBe('missing_expected:output:9');
  });

  test('is of the output where a command was stopped and still ended as expected', () => {
    expect(failureSignature({ ...failing, timed_out: true })).toBe('diff_mismatch:output:9');
  });
});
