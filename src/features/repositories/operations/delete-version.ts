import type { Operation } from '../../../http/operation.ts';
import { forgetVersion } from '../versions.ts';

export const deleteVersion: Operation<'deleteVersion'> = async (context, { path }) => {
  await forgetVersion(context, context.principal, path.version_id);
  return { status: 200, body: { id: path.version_id, deleted: true } };
};
