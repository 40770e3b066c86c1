import type { Operation } from '../../../http/operation.ts';
import { sessionSet } from '../../../session-cookie.ts';
import { sessionByToken } from '../../sessions/handoff.ts';
import { dashboardAddress } from '../dashboard-address.ts';

/** A token in the address becomes a session; whatever else opens a page opens the next one as well. */
export const getDomainHome: Operation<'getDomainHome'> = async (context, { path }) => {
  const { principal } = context;
  const Location = dashboardAddress(path.domain.toLowerCase(), '');
  if (principal?.via !== 'query' || principal.tokenId === undefined) return { status: 302, headers: { Location } };
  const session = await sessionByToken(context, { ...principal.account, tokenId: principal.tokenId });
  return { status: 302, headers: { Location, 'Set-Cookie': sessionSet(session) } };
};
