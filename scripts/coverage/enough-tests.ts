import type { Outcome } from '../run-checks.ts';
import { keyOf } from './facts.ts';
import { promisesOfTheDescription } from './promises.ts';

/**
 * A project of contract tests has at least as many tests as the description makes promises; with fewer, something that
 * makes tests of the description has made none.
 */
export function withEnoughTests(project: string, { passed, failed }: Outcome): Outcome {
  const testsMin = new Set(promisesOfTheDescription().gated.map(keyOf)).size;
  if (passed + failed >= testsMin) return { passed, failed };
  console.error(
    `FAILED: ${project} has ${passed + failed} tests, fewer than the ${testsMin} promises of the description`,
  );
  return { passed, failed: failed + 1 };
}
