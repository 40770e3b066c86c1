import type { Operation } from '../../../http/operation.ts';
import { listPlatforms } from '../platforms.queries.ts';
import { maintenanceStateView } from '../system.view.ts';

export const getMaintenance: Operation<'getMaintenance'> = async ({ db }) => {
  const platforms = await listPlatforms(db);
  return { status: 200, body: { platforms: platforms.map(maintenanceStateView) } };
};
