import { AppError } from '../../errors.ts';
import type { BrowserPrincipal } from '../../principal.ts';
import { sessionSet } from '../../session-cookie.ts';
import { sessionByToken, type Sessions } from '../sessions/handoff.ts';

/** Refuses whoever means another domain than that of the page, by its number or its slug. */
export function assertDomainMeant({ account, domain }: BrowserPrincipal, meant: string | undefined): void {
  if (meant !== undefined && ![domain, String(account.domainId)].includes(meant.toLowerCase()))
    throw new AppError('forbidden', 'The page is that of another domain.');
}

/** The cookie of the session that a token in the address becomes; undefined for what opens the next page as well. */
export async function arrivalCookie(context: Sessions, visitor: BrowserPrincipal): Promise<string | undefined> {
  const { via, account, tokenId, peerToken } = visitor;
  if (via !== 'query' || tokenId === undefined) return undefined;
  return sessionSet(await sessionByToken(context, { ...account, tokenId, peerToken }));
}
