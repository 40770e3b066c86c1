import type { Operation } from '../../../http/operation.ts';
import { changeSite } from '../site-registration.ts';
import { toSite } from '../sites.view.ts';

export const updateSite: Operation<'updateSite'> = async (context, { path, body }) => {
  const site = await changeSite(context, context.principal.domainId, path.site_id, body);
  return { status: 200, body: toSite(site) };
};
