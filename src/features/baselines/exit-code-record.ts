import type { Transaction } from 'kysely';
import type { Database } from '../../db/database.ts';
import { AppError } from '../../errors.ts';
import type { AccountPrincipal } from '../../principal.ts';
import { setExitCodes, type ExitCodeChange } from '../regression-tests/exit-codes.ts';
import { insertActOfNoRun } from './baselines.queries.ts';
import type { BaselineApprovalExitCodeRow } from './baselines.table.ts';
import { findExitCodeOnTop, insertExitCodeChanges } from './exit-code-record.queries.ts';

type Trx = Transaction<Database>;

/** One act beside the approvals, so that all are listed and undone alike. The caller's transaction holds the test. */
export async function recordExitCodeChanges(
  trx: Trx,
  principal: Pick<AccountPrincipal, 'domainId' | 'accountId'>,
  regressionTestId: number,
  changes: readonly ExitCodeChange[],
): Promise<void> {
  if (changes.length === 0) return;
  const { id } = await insertActOfNoRun(trx, principal, { platform: null, comment: null });
  const line = { approval_id: id, regression_test_id: regressionTestId };
  await insertExitCodeChanges(
    trx,
    changes.map((change) => ({ ...line, ...change })),
  );
}

/** What held before holds again. The caller's transaction holds the test. */
export async function restoreExitCodes(trx: Trx, changes: readonly BaselineApprovalExitCodeRow[]): Promise<void> {
  const [first] = changes;
  if (first === undefined) return;
  const above = await findExitCodeOnTop(trx, first.approval_id);
  if (above !== undefined)
    throw new AppError('conflict', 'A later change of the exit code stands on top of this one; undo that first.', {
      approval_id: above.approval_id,
      ...(above.platform === null ? {} : { platform: above.platform }),
    });
  const before = changes.map(({ platform, previous_rc }) => ({ platform, expected_rc: previous_rc }));
  await setExitCodes(trx, first.regression_test_id, before);
}
