import type { components } from '../../../generated/api.ts';
import type { Scope } from '../../principal.ts';
import type { AccountInDomain } from './accounts.queries.ts';
import type { AccountRow } from './accounts.table.ts';

export function toPlatformUser(account: AccountRow): components['schemas']['PlatformUser'] {
  return {
    user_id: account.id,
    name: account.name,
    email: account.email,
    role: account.role,
    operator: account.operator,
    read_only: account.read_only,
    active: account.deactivated_at === null,
    github_linked: account.github_login !== null,
    github_login: account.github_login,
    created_at: account.created_at,
  };
}

export function toCurrentUser(
  account: AccountInDomain,
  scopes: readonly Scope[],
): components['schemas']['CurrentUser'] {
  return {
    user_id: account.id,
    name: account.name,
    email: account.email,
    role: account.role,
    scopes: [...scopes],
    domain: account.domain_slug,
    operator: account.operator,
  };
}
