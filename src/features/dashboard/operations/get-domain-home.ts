import type { Operation } from '../../../http/operation.ts';
import { sessionSet } from '../../../session-cookie.ts';
import { sessionByToken } from '../../sessions/handoff.ts';
import { dashboardAddress } from '../dashboard-address.ts';

/** A token in the address becomes a session; whatever else opens a page opens the next one as well. */
export const getDomainHome: Operation<'getDomainHome'> = async (context, { path, region }) => {
  const { principal } = context;
  const Location = dashboardAddress({ domain: path.domain.toLowerCase(), region });
  if (principal?.via !== 'query' || principal.tokenId === undefined) return { status: 302, headers: { Location } };
  const { account, tokenId, peerToken } = principal;
  const session = await sessionByToken(context, { ...account, tokenId, peerToken });
  return { status: 302, headers: { Location, 'Set-Cookie': sessionSet(session) } };
};
