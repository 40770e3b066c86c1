import type { Insertable, Kysely, Transaction } from 'kysely';
import { countWithinRun } from '../../db/count-within-run.ts';
import type { Database } from '../../db/database.ts';
import type { InfrastructureErrorRow, InfrastructureErrorsTable } from './infrastructure-errors.table.ts';

export interface InfrastructureErrorFilters {
  readonly type?: InfrastructureErrorRow['type'];
  readonly severity?: 'info' | InfrastructureErrorRow['severity'];
}

export type NewInfrastructureError = Omit<Insertable<InfrastructureErrorsTable>, 'occurred_at'>;

/** Bytes that the attempt missed before are missed once. */
export async function insertInfrastructureError(
  trx: Transaction<Database>,
  error: NewInfrastructureError,
): Promise<void> {
  await trx
    .insertInto('infrastructure_errors')
    .values(error)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Oldest first. */
export async function listInfrastructureErrors(
  db: Kysely<Database>,
  runId: number,
  filters: InfrastructureErrorFilters,
  page: { readonly limit: number; readonly offset: number },
): Promise<InfrastructureErrorRow[]> {
  return matchingErrors(db, runId, filters).selectAll().orderBy('id').limit(page.limit).offset(page.offset).execute();
}

/** Undefined when the domain has no such run. */
export async function countInfrastructureErrors(
  db: Kysely<Database>,
  domainId: number,
  runId: number,
  filters: InfrastructureErrorFilters,
): Promise<number | undefined> {
  return countWithinRun(db, domainId, runId, matchingErrors(db, runId, filters));
}

function matchingErrors(db: Kysely<Database>, runId: number, { type, severity }: InfrastructureErrorFilters) {
  let errors = db.selectFrom('infrastructure_errors').where('run_id', '=', runId);
  if (type !== undefined) errors = errors.where('type', '=', type);
  // No error of the infrastructure is `info`.
  if (severity === 'info') return errors.where((eb) => eb.lit(false));
  if (severity !== undefined) errors = errors.where('severity', '=', severity);
  return errors;
}
