import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '../../db/database.ts';
import type { BaselineApprovalExitCodeRow } from './baselines.table.ts';

type Trx = Transaction<Database>;

export async function insertExitCodeChanges(trx: Trx, rows: readonly BaselineApprovalExitCodeRow[]): Promise<void> {
  await trx.insertInto('baseline_approval_exit_codes').values(rows).execute();
}

export async function listExitCodeChanges(
  db: Kysely<Database>,
  approvalId: number,
): Promise<BaselineApprovalExitCodeRow[]> {
  return db.selectFrom('baseline_approval_exit_codes').selectAll().where('approval_id', '=', approvalId).execute();
}

/** The newest later change of one of the same codes that is not undone. */
export async function findExitCodeOnTop(
  trx: Trx,
  approvalId: number,
): Promise<Pick<BaselineApprovalExitCodeRow, 'approval_id' | 'platform'> | undefined> {
  return trx
    .selectFrom('baseline_approval_exit_codes as below')
    .innerJoin('baseline_approval_exit_codes as above', (join) =>
      join
        .onRef('above.regression_test_id', '=', 'below.regression_test_id')
        .onRef('above.platform', 'is not distinct from', 'below.platform')
        .onRef('above.approval_id', '>', 'below.approval_id'),
    )
    .leftJoin('baseline_undos', 'baseline_undos.approval_id', 'above.approval_id')
    .select(['above.approval_id', 'above.platform'])
    .where('below.approval_id', '=', approvalId)
    .where('baseline_undos.approval_id', 'is', null)
    .orderBy('above.approval_id', 'desc')
    .orderBy('above.platform', sql`nulls first`)
    .limit(1)
    .executeTakeFirst();
}
