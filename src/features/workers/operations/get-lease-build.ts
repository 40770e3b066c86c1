import type { Operation } from '../../../http/operation.ts';
import { representationDigest } from '../../files/representation-digest.ts';
import { openPlannedBuild } from '../lease-files.ts';

export const getLeaseBuild: Operation<'getLeaseBuild'> = async (context) => {
  const { sha256, size_bytes, stream } = await openPlannedBuild(context, context.principal);
  const headers = {
    'Content-Length': size_bytes,
    ETag: `"${sha256}"`,
    'Repr-Digest': representationDigest(sha256),
  };
  return { status: 200, headers, stream };
};
