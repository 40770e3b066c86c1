import type { Operation } from '../../../http/operation.ts';
import { sessionSet } from '../../../session-cookie.ts';
import { sessionByToken } from '../../sessions/handoff.ts';
import { dashboardAddress } from '../dashboard-address.ts';
import { dashboardPage } from '../dashboard-page.ts';
import { findRepositoryName } from '../dashboard.queries.ts';
import { readDashboard } from '../dashboard.ts';

/** A form sends what was left empty. */
const given = <Text extends string>(text: Text | undefined): Exclude<Text, ''> | undefined =>
  text === undefined || text === '' ? undefined : (text as Exclude<Text, ''>);

export const getDashboard: Operation<'getDashboard'> = async (context, { query, scrubbedQuery, region, fail }) => {
  const { account, tokenId, peerToken, domain, via } = context.principal;
  const { project_id, domain_id, branch, platform, days } = query;
  if (domain_id !== undefined && ![domain, String(account.domainId)].includes(domain_id.toLowerCase()))
    throw fail('forbidden', 'The page is that of another domain.');
  const project =
    project_id === undefined ? undefined : await findRepositoryName(context.db, account.domainId, project_id);
  if (project_id !== undefined && project === undefined) throw fail('not_found', 'There is no such repository.');
  if (via === 'query' && tokenId !== undefined) {
    const session = await sessionByToken(context, { ...account, tokenId, peerToken });
    const Location = dashboardAddress({ domain, region, project }, scrubbedQuery);
    return { status: 303, headers: { Location, 'Set-Cookie': sessionSet(session) } };
  }
  const repository = project ?? given(query.repository);
  const filters = { repository, branch: given(branch), platform: given(platform), days };
  const { text, policy } = dashboardPage(
    { domain, region, filters },
    await readDashboard(context, account.domainId, filters),
  );
  const headers = { 'Cache-Control': 'no-store', 'Content-Security-Policy': policy } as const;
  return { status: 200, headers: { ...headers, 'Content-Type': 'text/html; charset=utf-8' }, text };
};
