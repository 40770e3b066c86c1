import { AppError } from '../../errors.ts';
import type { Role, Scope } from '../../principal.ts';

const memberScopes: readonly Scope[] = ['runs:read', 'runs:write', 'results:read', 'system:read'];

/** What a token of an account with this role may do at most. */
const scopesByRole: Readonly<Record<Role, readonly Scope[]>> = {
  user: memberScopes,
  tester: memberScopes,
  contributor: memberScopes,
  admin: [...memberScopes, 'baselines:write', 'system:write', 'tokens:manage'],
};

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
