import type { components } from '../../../generated/api.ts';
import type { AppContext } from '../../context.ts';
import { AppError, notFound } from '../../errors.ts';
import { downloadAddress } from '../files/download-address.ts';
import { findBaselineContent, findVariantContent, type AcceptedContent } from './accepted-contents.queries.ts';
import type { OutputKey } from './output-key.ts';
import { findProducedContent } from './variants.queries.ts';

type Reading = Pick<AppContext, 'db' | 'blobs' | 'keys' | 'settings'>;

/** Of the baseline that applies to every platform. */
export async function baselineFile(context: Reading, key: OutputKey): Promise<components['schemas']['StoredFile']> {
  const found = await findBaselineContent(context.db, key);
  if (found === undefined) throw notFound('expected output');
  const { filename, sha256 } = found;
  if (sha256 === null) throw new AppError('not_found', 'No content was approved for this output.');
  return storedFile(context, key, { filename, sha256 });
}

export async function variantFile(
  context: Reading,
  key: OutputKey,
  variantId: number,
): Promise<components['schemas']['StoredFile']> {
  const content = await findVariantContent(context.db, key, variantId);
  if (content === undefined) throw notFound('variant');
  return storedFile(context, key, content);
}

async function storedFile(
  context: Reading,
  key: OutputKey,
  { filename, sha256 }: AcceptedContent,
): Promise<components['schemas']['StoredFile']> {
  const stored = await context.blobs.stat(sha256);
  const recorded = stored ?? (await findProducedContent(context.db, key, sha256));
  return {
    filename,
    download_url: await downloadAddress(context, { sha256, name: filename, domainId: key.domainId }),
    storage_status: stored === undefined ? 'degraded' : 'ok',
    sha256,
    size_bytes: recorded?.size_bytes ?? 0,
  };
}
