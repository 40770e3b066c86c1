import type { Operation } from '../../../http/operation.ts';
import { registerSite } from '../site-registration.ts';
import { toSite } from '../sites.view.ts';

export const createSite: Operation<'createSite'> = async (context, { body }) => {
  const site = await registerSite(context, context.principal.domainId, body);
  return { status: 201, headers: { Location: `/api/v1/sites/${site.id}` }, body: toSite(site) };
};
