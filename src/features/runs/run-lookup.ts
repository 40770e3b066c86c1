import type { Kysely } from 'kysely';
import type { Database } from '../../db/database.ts';
import { findRun } from './run-reads.queries.ts';

/** A run of another domain is none. */
export async function hasRun(db: Kysely<Database>, domainId: number, runId: number): Promise<boolean> {
  return (await findRun(db, domainId, runId)) !== undefined;
}
