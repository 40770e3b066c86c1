import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { judgeOutput, judgeResult, judgeRun, tally } from './verdict.ts';
import type { PlannedOutput, PlannedTest, ResultStatus, RunEnd, RunStatus, TestReport } from './verdict.ts';

type CompletedReport = Exclude<TestReport, { skipped: true }>;

const resultStatuses: ResultStatus[] = ['not_started', 'running', 'pass', 'fail', 'missing_output', 'skipped'];
const runEnds: (RunEnd | null)[] = [null, 'canceled', 'infrastructure', 'completed'];

const sha256 = fc.constantFrom('a', 'b', 'c', 'd');
const outputId = fc.integer({ min: 1, max: 5 });
const plannedOutput: fc.Arbitrary<PlannedOutput> = fc.record({
  output_id: outputId,
  ignore: fc.boolean(),
  baseline_sha256: fc.option(sha256),
  variant_sha256s: fc.uniqueArray(sha256, { maxLength: 3 }),
});
const plannedTest: fc.Arbitrary<PlannedTest> = fc.record({
  expected_rc: fc.constantFrom(0, 1),
  outputs: fc.uniqueArray(plannedOutput, { selector: (output) => output.output_id, maxLength: 4 }),
});
const completedReport: fc.Arbitrary<CompletedReport> = fc.record({
  exit_code: fc.constantFrom(0, 1, null),
  outputs: fc.uniqueArray(fc.record({ output_id: outputId, sha256 }), { selector: (output) => output.output_id }),
});
const passingTest: fc.Arbitrary<{ planned: PlannedTest; report: CompletedReport }> = plannedTest.map((planned) => ({
  planned: { ...planned, outputs: planned.outputs.map((output) => ({ ...output, baseline_sha256: 'a' })) },
  report: {
    exit_code: planned.expected_rc,
    outputs: planned.outputs.map(({ output_id }) => ({ output_id, sha256: 'a' })),
  },
}));

const requiredOutput = (facts: Partial<PlannedOutput> = {}): PlannedOutput => ({
  output_id: 1,
  ignore: false,
  baseline_sha256: 'a',
  variant_sha256s: [],
  ...facts,
});

function judgeCompletedRun(tests: readonly { planned: PlannedTest; report: TestReport | undefined }[]): RunStatus {
  const results = tests.map(({ planned, report }) => judgeResult(planned, report).status);
  return judgeRun({ ...tally(results), started: true, ended: 'completed' });
}

describe('an output', () => {
  test.each([
    { approved: 'baseline a', baseline: 'a', variants: [], a: 'pass', b: 'fail', c: 'fail' },
    { approved: 'variant b', baseline: null, variants: ['b'], a: 'fail', b: 'pass', c: 'fail' },
    { approved: 'baseline a and variant b', baseline: 'a', variants: ['b'], a: 'pass', b: 'pass', c: 'fail' },
  ])('with $approved approved has one status for each content', ({ baseline, variants, a, b, c }) => {
    const planned = { baseline_sha256: baseline, variant_sha256s: variants };
    expect(judgeOutput(planned, { sha256: 'a' })).toBe(a);
    expect(judgeOutput(planned, { sha256: 'b' })).toBe(b);
    expect(judgeOutput(planned, { sha256: 'c' })).toBe(c);
    expect(judgeOutput(planned, undefined)).toBe('missing_output');
  });

  test('with nothing approved is missing_expected whatever its content, and still missing when not produced', () => {
    const planned = { baseline_sha256: null, variant_sha256s: [] };
    expect(judgeOutput(planned, { sha256: 'a' })).toBe('missing_expected');
    expect(judgeOutput(planned, undefined)).toBe('missing_output');
  });

  test('is judged the same whatever the order of its variants', () => {
    fc.assert(
      fc.property(plannedOutput, sha256, (planned, sha) => {
        const reordered = { ...planned, variant_sha256s: planned.variant_sha256s.toReversed() };
        expect(judgeOutput(reordered, { sha256: sha })).toBe(judgeOutput(planned, { sha256: sha }));
      }),
    );
  });
});

describe('a result', () => {
  const outputWorlds = [false, true].flatMap((ignore) =>
    [null, 'a'].flatMap((baseline_sha256) =>
      [[], ['b']].flatMap((variant_sha256s) =>
        [undefined, 'a', 'b', 'c'].map((sha) => ({ ignore, baseline_sha256, variant_sha256s, sha })),
      ),
    ),
  );

  const statusByHeaviestFault = ['pass', 'fail', 'fail', 'missing_output'];

  /** 3 a missing output, 2 the exit code, 1 a difference, 0 nothing. */
  function heaviestFault(worlds: readonly (typeof outputWorlds)[number][], exitCode: number | null): number {
    const weights = worlds
      .filter((world) => !world.ignore)
      .map(({ sha, baseline_sha256, variant_sha256s }) => {
        if (sha === undefined) return 3;
        return new Set<string | null>([baseline_sha256, ...variant_sha256s]).has(sha) ? 0 : 1;
      });
    return Math.max(0, exitCode === 0 ? 0 : 2, ...weights);
  }

  test('agrees with the heaviest fault in every world of two outputs', () => {
    const pairs = outputWorlds.flatMap((first) => outputWorlds.map((second) => [first, second]));
    const worlds = pairs.flatMap((pair) => [0, 1, null].map((exit_code) => ({ pair, exit_code })));
    const disagreements = worlds.filter(({ pair, exit_code }) => {
      const outputs = pair.map((world, index) => ({ ...world, output_id: index + 1 }));
      const produced = outputs.flatMap(({ output_id, sha }) => (sha ? [{ output_id, sha256: sha }] : []));
      const { status, failures } = judgeResult({ expected_rc: 0, outputs }, { exit_code, outputs: produced });
      const heaviest = heaviestFault(pair, exit_code);
      const firstIsExitCode = failures[0]?.reason === 'exit_code_mismatch';
      return status !== statusByHeaviestFault[heaviest] || firstIsExitCode !== (heaviest === 2);
    });
    expect(worlds).toHaveLength(32 * 32 * 3);
    expect(disagreements).toEqual([]);
  });

  test('with a missing output and a wrong exit code is missing_output and names both', () => {
    const judged = judgeResult({ expected_rc: 0, outputs: [requiredOutput()] }, { exit_code: 1, outputs: [] });
    expect(judged).toEqual({
      status: 'missing_output',
      outputs: [{ output_id: 1, ignore: false, status: 'missing_output' }],
      failures: [
        { reason: 'missing_output', output_id: 1 },
        { reason: 'exit_code_mismatch', output_id: null },
      ],
    });
  });

  test('with an accepted variant passes at both levels', () => {
    const planned = { expected_rc: 0, outputs: [requiredOutput({ variant_sha256s: ['b'] })] };
    const judged = judgeResult(planned, { exit_code: 0, outputs: [{ output_id: 1, sha256: 'b' }] });
    expect(judged.status).toBe('pass');
    expect(judged.outputs).toEqual([{ output_id: 1, ignore: false, status: 'pass' }]);
    expect(judged.failures).toEqual([]);
  });

  test('names a wrong exit code before a difference and an output without expected content', () => {
    const outputs = [requiredOutput(), requiredOutput({ output_id: 2, baseline_sha256: null })];
    const produced = outputs.map(({ output_id }) => ({ output_id, sha256: 'c' }));
    const judged = judgeResult({ expected_rc: 0, outputs }, { exit_code: 3, outputs: produced });
    expect(judged.status).toBe('fail');
    expect(judged.failures).toEqual([
      { reason: 'exit_code_mismatch', output_id: null },
      { reason: 'diff_mismatch', output_id: 1 },
      { reason: 'missing_expected', output_id: 2 },
    ]);
  });

  test('of a command that was killed never passes', () => {
    expect(judgeResult({ expected_rc: 0, outputs: [] }, { exit_code: null, outputs: [] }).status).toBe('fail');
  });

  test('without a report or skipped judges no output', () => {
    const planned = { expected_rc: 0, outputs: [requiredOutput()] };
    expect(judgeResult(planned, undefined)).toEqual({ status: 'not_started', outputs: [], failures: [] });
    expect(judgeResult(planned, { skipped: true })).toEqual({ status: 'skipped', outputs: [], failures: [] });
  });

  test('shows an ignored output and never lets it decide', () => {
    fc.assert(
      fc.property(plannedTest, completedReport, plannedOutput, fc.option(sha256), (planned, report, extra, sha) => {
        const ignored = { ...extra, output_id: 9, ignore: true };
        const produced = sha === null ? [] : [{ output_id: 9, sha256: sha }];
        const without = judgeResult(planned, report);
        const judged = judgeResult(
          { ...planned, outputs: [ignored, ...planned.outputs] },
          { ...report, outputs: [...report.outputs, ...produced] },
        );
        expect(judged.status).toBe(without.status);
        expect(judged.failures).toEqual(without.failures);
        expect(judged.outputs[0]).toEqual({ output_id: 9, ignore: true, status: judgeOutput(ignored, produced[0]) });
      }),
    );
  });

  test('passes exactly when every required output passes and the exit code is the expected one', () => {
    fc.assert(
      fc.property(plannedTest, completedReport, (planned, report) => {
        const judged = judgeResult(planned, report);
        const required = judged.outputs.filter((output) => !output.ignore);
        const sound = required.every((output) => output.status === 'pass') && report.exit_code === planned.expected_rc;
        expect(judged.status === 'pass').toBe(sound);
        expect(judged.failures.length === 0).toBe(sound);
        expect(judged.outputs.map((output) => output.output_id)).toEqual(planned.outputs.map((o) => o.output_id));
      }),
    );
  });

  test('is the same whatever the order of the report and whatever else was produced', () => {
    fc.assert(
      fc.property(plannedTest, completedReport, sha256, (planned, report, sha) => {
        const outputs = [{ output_id: 99, sha256: sha }, ...report.outputs.toReversed()];
        expect(judgeResult(planned, { ...report, outputs })).toEqual(judgeResult(planned, report));
      }),
    );
  });

  test('gains no failure when one more content is accepted', () => {
    fc.assert(
      fc.property(plannedTest, completedReport, sha256, (planned, report, accepted) => {
        const outputs = planned.outputs.map((output) => ({
          ...output,
          variant_sha256s: [...output.variant_sha256s, accepted],
        }));
        const before = judgeResult(planned, report).failures;
        const after = judgeResult({ ...planned, outputs }, report).failures;
        expect(after.length).toBeLessThanOrEqual(before.length);
      }),
    );
  });

  test('never passes once a required output that passed is taken away', () => {
    fc.assert(
      fc.property(passingTest, ({ planned, report }) => {
        expect(judgeResult(planned, report).status).toBe('pass');
        for (const { output_id } of planned.outputs.filter((output) => !output.ignore)) {
          const outputs = report.outputs.filter((output) => output.output_id !== output_id);
          expect(judgeResult(planned, { ...report, outputs }).status).toBe('missing_output');
        }
      }),
    );
  });
});

describe('a run', () => {
  function firstRuleThatApplies(results: readonly ResultStatus[], started: boolean, ended: RunEnd | null): RunStatus {
    const rules: [boolean, RunStatus][] = [
      [ended === null && !started, 'queued'],
      [ended === null, 'running'],
      [ended === 'canceled', 'canceled'],
      [ended === 'infrastructure', 'error'],
      [results.every((status) => status === 'not_started' || status === 'running'), 'error'],
      [results.some((status) => status === 'fail' || status === 'missing_output'), 'fail'],
      [results.some((status) => status !== 'pass'), 'incomplete'],
    ];
    return rules.find(([applies]) => applies)?.[1] ?? 'pass';
  }

  test('agrees with the first rule that applies in every world of up to three tests', () => {
    const longer = (lists: ResultStatus[][]) =>
      lists.flatMap((list) => resultStatuses.map((status) => [...list, status]));
    const resultLists = [[[]], longer([[]]), longer(longer([[]])), longer(longer(longer([[]])))].flat();
    const worlds = resultLists.flatMap((results) =>
      runEnds.flatMap((ended) => [false, true].map((started) => ({ results, started, ended }))),
    );
    const disagreements = worlds.filter(({ results, started, ended }) => {
      return judgeRun({ ...tally(results), started, ended }) !== firstRuleThatApplies(results, started, ended);
    });
    expect(worlds).toHaveLength((1 + 6 + 36 + 216) * 4 * 2);
    expect(disagreements).toEqual([]);
  });

  test('with 1 of 20 planned tests reported is incomplete', () => {
    const results = Array.from({ length: 20 }, (_, index): ResultStatus => (index === 0 ? 'pass' : 'not_started'));
    expect(judgeRun({ ...tally(results), started: true, ended: 'completed' })).toBe('incomplete');
  });

  test('that planned nothing never passes, whatever its counters say', () => {
    const count = fc.nat(2);
    fc.assert(
      fc.property(count, count, count, (reported_count, pass_count, fail_count) => {
        const counters = { ...tally([]), reported_count, pass_count, fail_count };
        expect(judgeRun({ ...counters, started: true, ended: 'completed' })).not.toBe('pass');
      }),
    );
  });

  test('that passes no longer does once any of its reports is lost', () => {
    fc.assert(
      fc.property(fc.array(passingTest, { minLength: 1, maxLength: 5 }), (tests) => {
        expect(judgeCompletedRun(tests)).toBe('pass');
        tests.forEach((_, lost) => {
          const rest = tests.map((test, index) => (index === lost ? { ...test, report: undefined } : test));
          expect(judgeCompletedRun(rest)).toBe(tests.length === 1 ? 'error' : 'incomplete');
        });
      }),
    );
  });

  test('does not pass by losing a report of any kind', () => {
    const report = fc.oneof(completedReport, fc.constant<TestReport>({ skipped: true }));
    const tests = fc.array(fc.record({ planned: plannedTest, report }), { maxLength: 4 });
    fc.assert(
      fc.property(tests, plannedTest, (others, planned) => {
        expect(judgeCompletedRun([...others, { planned, report: undefined }])).not.toBe('pass');
      }),
    );
  });
});

test('a tally counts every planned test once', () => {
  expect(tally(['not_started', 'running', 'pass', 'pass', 'fail', 'missing_output', 'skipped'])).toEqual({
    planned_count: 7,
    reported_count: 5,
    pass_count: 2,
    fail_count: 1,
    missing_output_count: 1,
    skipped_count: 1,
  });
});
