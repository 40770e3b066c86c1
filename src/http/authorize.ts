import { AppError, type FailureDetails } from '../errors.ts';
import type { Authority, Principal, Role, Scope } from '../principal.ts';
import { assertConfinable } from './confinement.ts';
import type { DeclaredOperation } from './route-table.ts';

function refuse(message: string, details: FailureDetails = {}): AppError {
  return new AppError('forbidden', message, details);
}

/** Deny by default: a principal of another kind than the operation declares is no principal. */
export function authorize(operation: DeclaredOperation, principal: Principal | undefined): void {
  if (operation.credential === 'none' || (operation.optional && principal === undefined)) return;
  if (principal === undefined || principal.kind !== operation.credential)
    throw new AppError('unauthorized', 'A valid credential is needed.');
  if (principal.kind === 'browser') return authorizeAccount(operation, principal.account);
  if (principal.kind === 'account') authorizeAccount(operation, principal);
}

function authorizeAccount(operation: DeclaredOperation, principal: Authority): void {
  if (principal.legacy === true && !operation.takesLegacyToken) throw refuse('Legacy tokens are not taken here.');
  const required: readonly Scope[] = operation.scopes;
  const held = principal.scopes;
  const missing = required.filter((scope) => !held.includes(scope));
  if (missing.length > 0)
    throw refuse('The token lacks a scope.', {
      required_scopes: required,
      missing_scopes: missing,
      token_scopes: held,
    });
  const roles: readonly Role[] = operation.roles;
  if (roles.length > 0 && !roles.includes(principal.role))
    throw refuse('The account’s role does not allow this.', { required_roles: roles, user_role: principal.role });
  if (operation.operator && !principal.operator) throw refuse('Only an operator of the installation may do this.');
  assertConfinable(operation, principal);
  // Whoever may read may sign out.
  if (principal.readOnly && operation.credential !== 'browser' && operation.method !== 'GET')
    throw refuse('The account is read-only.');
}
