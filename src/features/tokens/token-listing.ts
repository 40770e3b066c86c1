import { AppError } from '../../errors.ts';
import type { AccountPrincipal } from '../../principal.ts';
import type { TokenOwners } from './tokens.queries.ts';

/** Whose tokens the caller may list: the own ones, or, on demand and as who manages tokens, all of the domain. */
export function ownersToList({ accountId, domainId, role, scopes }: AccountPrincipal, all: boolean): TokenOwners {
  if (!all) return { accountId };
  if (role !== 'admin')
    throw new AppError('forbidden', 'This needs role admin.', { required_roles: ['admin'], user_role: role });
  if (!scopes.includes('tokens:manage'))
    throw new AppError('forbidden', 'The token lacks a scope.', {
      required_scopes: ['tokens:manage'],
      missing_scopes: ['tokens:manage'],
    });
  return { domainId };
}
