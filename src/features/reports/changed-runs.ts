import type { Transaction } from 'kysely';
import type { Database } from '../../db/database.ts';
import { upsertPullRequestReport, upsertRunReport, type ChangedRun } from './reports.queries.ts';

/** In the transaction that changes the run: the forge is told what is committed, and of nothing else. */
export async function noteChangedRun(trx: Transaction<Database>, run: ChangedRun): Promise<void> {
  await upsertRunReport(trx, run);
  if (run.pr_number !== null) await upsertPullRequestReport(trx, run);
}
