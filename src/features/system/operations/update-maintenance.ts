import type { Operation } from '../../../http/operation.ts';
import { changeMaintenance } from '../maintenance.ts';
import { maintenanceStateView } from '../system.view.ts';

export const updateMaintenance: Operation<'updateMaintenance'> = async (context, { path, body }) => {
  const platform = await changeMaintenance(context, context.principal.accountId, path.platform, body);
  return { status: 200, body: maintenanceStateView(platform) };
};
