import type { Operation } from '../../../http/operation.ts';
import { removeSite } from '../site-registration.ts';

export const deleteSite: Operation<'deleteSite'> = async (context, { path }) => {
  await removeSite(context, context.principal.domainId, path.site_id);
  return { status: 200, body: { id: path.site_id, deleted: true } };
};
