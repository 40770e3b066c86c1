import type { Change } from './change.ts';
import { redoclyChanges } from './redocly-diff.ts';
import { accessChanges } from './rules/access.ts';
import { additionChanges } from './rules/additions.ts';
import { deprecationChanges } from './rules/deprecations.ts';
import { enumChanges } from './rules/enums.ts';
import { removalChanges } from './rules/removals.ts';
import { valueChanges } from './rules/values.ts';

/** What our own rules see, with no process started. */
export function ownChanges(before: object, after: object, today: string): Change[] {
  return [
    ...additionChanges(before, after),
    ...removalChanges(before, after, today),
    ...accessChanges(before, after),
    ...enumChanges(before, after),
    ...valueChanges(before, after),
    ...deprecationChanges(before, after),
  ];
}

function distinct(changes: readonly Change[]): Change[] {
  const byIdentity = new Map<string, Change>();
  for (const change of changes) {
    const identity = `${change.rule} ${change.location} ${change.description}`;
    if (!byIdentity.has(identity)) byIdentity.set(identity, change);
  }
  return [...byIdentity.values()];
}

/** Every difference between two descriptions, each with its level; `today` as `YYYY-MM-DD`. */
export async function compare(before: object, after: object, today: string): Promise<Change[]> {
  return distinct([...ownChanges(before, after, today), ...(await redoclyChanges(before, after))]);
}
