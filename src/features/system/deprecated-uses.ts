import type { AppContext } from '../../context.ts';
import { declaredDeprecations, withTokenSunset, type Deprecation } from '../../deprecations.ts';
import { deleteOldDeprecatedUses } from './deprecated-uses.queries.ts';

/** Not shorter than the longest time that `safe_to_remove` can be asked for. */
const keptDays = 400;

/** Each once, in whatever operations it stands, with the days that the installation says. */
export function deprecatedItems({
  queryTokensSunset,
}: Pick<AppContext['settings'], 'queryTokensSunset'>): ReadonlyMap<string, Deprecation> {
  const rows = Object.values(withTokenSunset(declaredDeprecations, queryTokensSunset)).flat();
  return new Map(rows.map((row) => [row.item, row]));
}

export async function sweepDeprecatedUses({ db }: Pick<AppContext, 'db'>): Promise<void> {
  await deleteOldDeprecatedUses(db, keptDays);
}
