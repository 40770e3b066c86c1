import { describedOperations } from './described-operations.ts';
import type { TrialOutcome } from './trial.ts';

/** Let in by a mutant, it ends the token by which the mutants of other operations let in. */
const endsTokens = 'revokeCurrentToken';

const pathOf = (id: string): string | undefined => describedOperations.find((operation) => operation.id === id)?.path;

const canJoin = (id: string, others: readonly string[]): boolean =>
  [id, ...others].every((other) => other !== endsTokens) && others.every((other) => pathOf(other) !== pathOf(id));

/**
 * Parts of what is begun, each to run together: in none does an address stand twice, so that the name of a test tells
 * whose mutant is at work in it.
 */
export function roundsOf(begun: readonly TrialOutcome[]): TrialOutcome[][] {
  const rounds: TrialOutcome[][] = [];
  for (const trial of begun) {
    const ids = (round: readonly TrialOutcome[]) => round.map(({ operationId }) => operationId);
    const round = rounds.find((some) => canJoin(trial.operationId, ids(some)));
    if (round === undefined) rounds.push([trial]);
    else round.push(trial);
  }
  return rounds;
}
