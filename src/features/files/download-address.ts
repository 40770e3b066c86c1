import type { AppContext } from '../../context.ts';
import { attachment } from './attachment.ts';
import { addressLifeSeconds, servedName, signedAddress, type AddressedFile } from './signed-address.ts';

/** Where whoever reads this answer fetches the bytes for ten minutes: from the store itself where it can be asked. */
export async function downloadAddress(
  { blobs, keys, settings }: Pick<AppContext, 'blobs' | 'keys' | 'settings'>,
  file: AddressedFile,
): Promise<string> {
  if (blobs.address === undefined)
    return signedAddress({ publicUrl: settings.publicUrl ?? '', keys, now: new Date() }, file);
  const disposition = attachment(servedName(file.name));
  return blobs.address(file.sha256, { lifeSeconds: addressLifeSeconds, disposition });
}
