import { AppError } from '../../errors.ts';
import type { AccountPrincipal, Role, Scope } from '../../principal.ts';

const memberScopes: readonly Scope[] = ['runs:read', 'runs:write', 'results:read', 'system:read'];

/** What a token of an account with this role may do at most. */
const scopesByRole: Readonly<Record<Role, readonly Scope[]>> = {
  user: memberScopes,
  tester: memberScopes,
  contributor: memberScopes,
  admin: [...memberScopes, 'baselines:write', 'system:write', 'tokens:manage'],
};

/** What a legacy token can do at most, by an account of any role. */
export const legacyScopes: readonly Scope[] = memberScopes;

export const scopesOfRole = (role: Role): readonly Scope[] => scopesByRole[role];

/** Those of the scopes that the role allows, in their order. */
export function allowedScopes(scopes: readonly Scope[], role: Role): Scope[] {
  return scopes.filter((scope) => scopesByRole[role].includes(scope));
}

export function assertScopesAllowed(scopes: readonly Scope[], role: Role): void {
  const allowed = allowedScopes(scopes, role);
  if (allowed.length === scopes.length) return;
  throw new AppError('forbidden', `Role ${role} does not allow every scope that was asked for.`, {
    required_scopes: scopes,
    missing_scopes: scopes.filter((scope) => !allowed.includes(scope)),
  });
}

/** Nobody comes by more than the token in use may do. */
export function assertCovered(scopes: readonly Scope[], { scopes: held }: AccountPrincipal): void {
  const missing = scopes.filter((scope) => !held.includes(scope));
  if (missing.length === 0) return;
  throw new AppError('forbidden', 'The token in use lacks a scope that was asked for.', {
    required_scopes: scopes,
    missing_scopes: missing,
    token_scopes: held,
  });
}
