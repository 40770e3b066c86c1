import type { AppContext } from '../../context.ts';
import { AppError } from '../../errors.ts';
import { listTestIdsForUpdate, updateActiveOfTests } from './test-activation.queries.ts';

/** All or none. Runs that plan one of these tests wait, or came first. */
export async function setActive(
  { db }: Pick<AppContext, 'db'>,
  domainId: number,
  regressionTestIds: readonly number[],
  active: boolean,
): Promise<{ readonly changed: number[]; readonly unchanged: number[] }> {
  return db.transaction().execute(async (trx) => {
    const known = await listTestIdsForUpdate(trx, domainId, regressionTestIds);
    const unknown = regressionTestIds.filter((id) => !known.includes(id));
    if (unknown.length > 0)
      throw new AppError('unprocessable', 'There are no such regression tests.', { unknown_ids: unknown });
    const changed = await updateActiveOfTests(trx, known, active);
    return {
      changed: known.filter((id) => changed.includes(id)),
      unchanged: known.filter((id) => !changed.includes(id)),
    };
  });
}
