import type { Operation } from '../../../http/operation.ts';
import { openPlannedBuild } from '../lease-files.ts';

export const getLeaseBuild: Operation<'getLeaseBuild'> = async (context) => {
  const { sha256, size_bytes, stream } = await openPlannedBuild(context, context.principal);
  return { status: 200, headers: { 'Content-Length': size_bytes, ETag: `"${sha256}"` }, stream };
};
