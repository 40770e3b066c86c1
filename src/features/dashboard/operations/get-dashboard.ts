import type { Operation } from '../../../http/operation.ts';
import { sessionSet } from '../../../session-cookie.ts';
import { sessionByToken } from '../../sessions/handoff.ts';
import { dashboardPage } from '../dashboard-page.ts';
import { readDashboard } from '../dashboard.ts';

/** A form sends what was left empty. */
const given = <Text extends string>(text: Text | undefined): Exclude<Text, ''> | undefined =>
  text === undefined || text === '' ? undefined : (text as Exclude<Text, ''>);

export const getDashboard: Operation<'getDashboard'> = async (context, { query }) => {
  const { account, domain, via } = context.principal;
  const { 'x-auth-token': _token, repository, branch, platform, days } = query;
  if (via === 'query') {
    const secret = await sessionByToken(context, account);
    const rest = new URLSearchParams();
    for (const [name, value] of Object.entries({ repository, branch, platform, days }))
      if (value !== undefined) rest.set(name, String(value));
    return { status: 303, headers: { Location: `/${domain}/graph?${rest}`, 'Set-Cookie': sessionSet(secret) } };
  }
  const filters = { repository: given(repository), branch: given(branch), platform: given(platform), days };
  const { text, policy } = dashboardPage(domain, filters, await readDashboard(context, account.domainId, filters));
  const headers = { 'Cache-Control': 'no-store', 'Content-Security-Policy': policy } as const;
  return { status: 200, headers: { ...headers, 'Content-Type': 'text/html; charset=utf-8' }, text };
};
