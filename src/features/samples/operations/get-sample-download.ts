import type { Operation } from '../../../http/operation.ts';
import { signedAddress } from '../../files/signed-address.ts';
import { existingSample } from '../sample-lookup.ts';

export const getSampleDownload: Operation<'getSampleDownload'> = async (context, { path }) => {
  const { db, blobs, keys, settings, principal } = context;
  const { sha256, size_bytes, original_name } = await existingSample(db, principal.domainId, path.sample_id);
  const signer = { publicUrl: settings.publicUrl ?? '', keys, now: new Date() };
  return {
    status: 200,
    headers: { 'Cache-Control': 'no-store' },
    body: {
      filename: original_name,
      download_url: signedAddress(signer, { sha256, name: original_name, domainId: principal.domainId }),
      storage_status: (await blobs.has(sha256)) ? 'ok' : 'degraded',
      sha256,
      size_bytes,
    },
  };
};
