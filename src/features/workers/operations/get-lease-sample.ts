import type { Operation } from '../../../http/operation.ts';
import { representationDigest } from '../../files/representation-digest.ts';
import { openPlannedSample } from '../lease-files.ts';

export const getLeaseSample: Operation<'getLeaseSample'> = async (context, { path }) => {
  const { sha256, size_bytes, stream } = await openPlannedSample(context, context.principal, path.sha256);
  const headers = {
    'Content-Length': size_bytes,
    ETag: `"${sha256}"`,
    'Repr-Digest': representationDigest(sha256),
  };
  return { status: 200, headers, stream };
};
