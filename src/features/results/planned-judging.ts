import type { PlannedOutputToJudge } from './results.queries.ts';
import type { PlannedOutput, PlannedTest } from './verdict.ts';

export interface PlannedTestToJudge extends PlannedTest {
  readonly outputs: PlannedOutput[];
}

/** Planned tests by id, from one row per declared output. */
export function plannedTestsOf(rows: readonly PlannedOutputToJudge[]): Map<number, PlannedTestToJudge> {
  const tests = new Map<number, PlannedTestToJudge>();
  for (const { regression_test_id, expected_rc, output } of rows) {
    const test = tests.get(regression_test_id) ?? { expected_rc, outputs: [] };
    if (output !== null) test.outputs.push(output);
    tests.set(regression_test_id, test);
  }
  return tests;
}
