import type { Operation } from '../../../http/operation.ts';
import { dashboardAddress } from '../dashboard-address.ts';
import { arrivalCookie } from '../page-visit.ts';

/** A token in the address becomes a session; whatever else opens a page opens the next one as well. */
export const getDomainHome: Operation<'getDomainHome'> = async (context, { path, region }) => {
  const { principal } = context;
  const Location = dashboardAddress({ domain: path.domain.toLowerCase(), region });
  const cookie = principal === undefined ? undefined : await arrivalCookie(context, principal);
  if (cookie === undefined) return { status: 302, headers: { Location } };
  return { status: 302, headers: { Location, 'Set-Cookie': cookie } };
};
