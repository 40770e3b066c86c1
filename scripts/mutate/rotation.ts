import { describedOperations, type Operation } from './described-operations.ts';
import type { Mutant } from './mutant.ts';

/** Mulberry32: the same order for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface Trial {
  readonly mutant: Mutant;
  readonly operations: readonly Operation[];
}

/** Up to so many operations for every mutant, those first that have had the fewest mutants so far. */
export function rotate(mutants: readonly Mutant[], each: (mutant: Mutant) => number, seed: number): Trial[] {
  const random = randomFrom(seed);
  const used = new Map<string, number>();
  return mutants.map((mutant) => {
    const operations = describedOperations
      .filter((operation) => mutant.fits(operation))
      .map((operation) => ({ operation, rank: (used.get(operation.id) ?? 0) + random() / 2 }))
      .sort((a, b) => a.rank - b.rank)
      .slice(0, each(mutant))
      .map(({ operation }) => operation);
    for (const { id } of operations) used.set(id, (used.get(id) ?? 0) + 1);
    return { mutant, operations };
  });
}
