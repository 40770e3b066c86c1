import type { Operation } from '../../../http/operation.ts';
import { pageOf } from '../../pagination.ts';
import { conditionsOf } from '../site-lookup.ts';
import { countSites, listSiteRows } from '../sites.queries.ts';
import { toSite } from '../sites.view.ts';

export const listSites: Operation<'listSites'> = async ({ db, principal }, { query }) => {
  const { limit, offset, ...filter } = query;
  const conditions = conditionsOf(filter);
  const sites = await listSiteRows(db, principal.domainId, conditions, { limit, offset });
  const total = await countSites(db, principal.domainId, conditions);
  return { status: 200, body: pageOf(sites.map(toSite), query, total) };
};
