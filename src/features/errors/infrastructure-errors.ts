import type { Transaction } from 'kysely';
import type { Database } from '../../db/database.ts';
import type { FailureFacts } from '../../errors.ts';
import { AppError } from '../../errors.ts';
import type { AccountPrincipal } from '../../principal.ts';
import { insertInfrastructureError, type NewInfrastructureError } from './infrastructure-errors.queries.ts';

export type InfrastructureFault = Omit<NewInfrastructureError, 'sample_id' | 'stack'> & {
  readonly sample_id?: number;
  readonly stack?: readonly string[];
};

/** Records what went wrong around a run in the transaction of what it does to the run. */
export async function recordInfrastructureFault(trx: Transaction<Database>, fault: InfrastructureFault): Promise<void> {
  const { sample_id = null, stack = [], message, ...known } = fault;
  await insertInfrastructureError(trx, { ...known, sample_id, stack: [...stack], message: message.slice(0, 1000) });
}

const rolesOfStacks: readonly string[] = ['admin', 'contributor'];

/** A stack tells of the machine that the worker runs on. */
export function assertMaySeeStacks({ role }: AccountPrincipal): void {
  if (rolesOfStacks.includes(role)) return;
  const facts: FailureFacts = { required_roles: ['admin', 'contributor'], user_role: role };
  throw new AppError('forbidden', 'Stacks need role admin or contributor.', facts);
}
