import { operations } from '../../../generated/operations.ts';
import type { Authority, Role, Scope } from '../../principal.ts';

/** Whether the operation that ends a job early would take the account, by what the description asks. */
export function mayCancelJobs({ readOnly, role, scopes }: Authority): boolean {
  const needed: { readonly roles: readonly Role[]; readonly scopes: readonly Scope[] } = operations.cancelPreflightJob;
  return !readOnly && needed.roles.includes(role) && needed.scopes.every((scope) => scopes.includes(scope));
}
