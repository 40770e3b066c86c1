import type { Operation } from '../../../http/operation.ts';
import { existingSite } from '../site-lookup.ts';
import { toSite } from '../sites.view.ts';

export const getSite: Operation<'getSite'> = async ({ db, principal }, { path }) => {
  const site = await existingSite(db, principal.domainId, path.site_id);
  return { status: 200, body: toSite(site) };
};
