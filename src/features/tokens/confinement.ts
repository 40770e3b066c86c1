import type { Kysely } from 'kysely';
import type { Database } from '../../db/database.ts';
import type { AccountPrincipal } from '../../principal.ts';
import { findReachedRun } from './reached-runs.queries.ts';

/** Whether the run is there, and within the confines of the token. */
export async function reachesRun(
  db: Kysely<Database>,
  { domainId, confinement }: Pick<AccountPrincipal, 'domainId' | 'confinement'>,
  runId: number,
): Promise<boolean> {
  const run = await findReachedRun(db, domainId, runId);
  if (run === undefined) return false;
  const { runId: own = run.id, repository = { id: run.repository_id } } = confinement ?? {};
  return own === run.id && repository.id === run.repository_id;
}
