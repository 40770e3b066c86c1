import type { components } from '../../../generated/api.ts';
import type { AppContext } from '../../context.ts';
import { downloadAddress } from '../files/download-address.ts';
import type { SampleRow } from './samples.table.ts';

/** Where the bytes of a sample, or of a file beside one, can be fetched for a while. */
export async function storedFile(
  context: Pick<AppContext, 'blobs' | 'keys' | 'settings'>,
  domainId: number,
  { sha256, size_bytes, original_name }: Pick<SampleRow, 'sha256' | 'size_bytes' | 'original_name'>,
): Promise<components['schemas']['StoredFile']> {
  return {
    filename: original_name,
    download_url: await downloadAddress(context, { sha256, name: original_name, domainId }),
    storage_status: (await context.blobs.has(sha256)) ? 'ok' : 'degraded',
    sha256,
    size_bytes,
  };
}
