import type { Outcome } from '../run-checks.ts';
import { keyOf } from './facts.ts';
import { promisesOfTheDescription } from './promises.ts';

/**
 * What is wrong with the number of a project's contract tests. They are at least as many as the promises of the
 * description, headers apart, of which each answer has a dozen; when they are not, something that makes tests of the
 * description has made none.
 */
export function testCountFault({ passed, failed }: Outcome): string | undefined {
  const promises = promisesOfTheDescription().kept.filter(([kind]) => kind !== 'header');
  const testsMin = new Set(promises.map(keyOf)).size;
  const count = passed + failed;
  return count < testsMin ? `${count} tests are fewer than the ${testsMin} promises of the description` : undefined;
}
