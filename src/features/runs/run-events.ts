import type { Transaction } from 'kysely';
import type { Database } from '../../db/database.ts';
import { noteChangedRun } from '../reports/changed-runs.ts';
import { insertRunEvent, type NewRunEvent } from './runs.queries.ts';
import type { RunRow } from './runs.table.ts';

/** What happened to a run, on its record, and to be told to the forge. */
export async function recordRunEvent(trx: Transaction<Database>, run: RunRow, event: NewRunEvent): Promise<void> {
  await insertRunEvent(trx, run, event);
  await noteChangedRun(trx, run);
}
