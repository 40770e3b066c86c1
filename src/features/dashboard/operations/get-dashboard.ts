import { pageAnswer } from '../../../html-page.ts';
import type { Operation } from '../../../http/operation.ts';
import { dashboardAddress } from '../dashboard-address.ts';
import { dashboardPage } from '../dashboard-page.ts';
import { findRepositoryName } from '../dashboard.queries.ts';
import { readDashboard } from '../dashboard.ts';
import { arrivalCookie, assertDomainMeant } from '../page-visit.ts';

/** A form sends what was left empty. */
const given = <Text extends string>(text: Text | undefined): Exclude<Text, ''> | undefined =>
  text === undefined || text === '' ? undefined : (text as Exclude<Text, ''>);

export const getDashboard: Operation<'getDashboard'> = async (context, { query, scrubbedQuery, region, fail }) => {
  const { account, domain } = context.principal;
  const { project_id, domain_id, branch, platform, days } = query;
  assertDomainMeant(context.principal, domain_id);
  const project =
    project_id === undefined ? undefined : await findRepositoryName(context.db, account.domainId, project_id);
  if (project_id !== undefined && project === undefined) throw fail('not_found', 'There is no such repository.');
  const cookie = await arrivalCookie(context, context.principal);
  if (cookie !== undefined) {
    const Location = dashboardAddress({ domain, region, project }, scrubbedQuery);
    return { status: 303, headers: { Location, 'Set-Cookie': cookie } };
  }
  const repository = project ?? given(query.repository);
  const filters = { repository, branch: given(branch), platform: given(platform), days };
  return pageAnswer(dashboardPage({ domain, region, filters }, await readDashboard(context, account, filters)));
};
