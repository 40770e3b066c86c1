import type { Kysely } from 'kysely';
import type { Database } from '../../db/database.ts';
import type { PeerToken } from '../../peer/introspection.ts';
import type { AccountPrincipal } from '../../principal.ts';
import { findAccountByDomainAndEmail } from './global-accounts.queries.ts';
import { allowedScopes } from './scopes.ts';

const reading = ['runs:read', 'results:read', 'system:read'] as const;

/**
 * Whom a token of the global region stands for: the active account with its e-mail address in the domain with its slug,
 * which may only read, and no more than the token and the account's role allow. Undefined where there is none.
 */
export async function globalPrincipal(
  db: Kysely<Database>,
  { email, domain, scopes }: PeerToken,
): Promise<AccountPrincipal | undefined> {
  const account = await findAccountByDomainAndEmail(db, domain, email);
  if (account === undefined) return undefined;
  const { id, domain_id: domainId, role } = account;
  const held = reading.filter((scope) => scopes.includes(scope));
  return {
    ...{ kind: 'account', accountId: id, tokenId: -id, domainId, role, operator: false, readOnly: true },
    scopes: allowedScopes(held, role),
    via: 'other',
  };
}
