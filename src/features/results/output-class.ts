import type { AppContext } from '../../context.ts';
import type { BlobStore } from '../../storage/blob-store.ts';
import { classifyTurns, inThread } from './comparison-pool.ts';
import type { OutputClass } from './results.table.ts';
import type { PlannedOutput } from './verdict.ts';

/** Beyond this an output is compared by digest alone: classifying 1 MiB takes milliseconds, 10 MiB up to seconds. */
export const classifiedBytesMax = 1_048_576;

/** How a produced output differs from what the manifest expects. */
export async function outputClass(
  { blobs }: Pick<AppContext, 'blobs'>,
  planned: Pick<PlannedOutput, 'baseline_sha256' | 'variant_sha256s'>,
  sha256: string | null,
): Promise<OutputClass> {
  const { baseline_sha256: baseline } = planned;
  if (sha256 === null) return 'missing_actual';
  if (sha256 === baseline) return 'identical';
  if (planned.variant_sha256s.includes(sha256)) return 'variant';
  if (baseline === null) return 'missing_expected';
  return classifyTurns.run(() => classifyStored(blobs, baseline, sha256));
}

async function classifyStored(blobs: BlobStore, baseline: string, produced: string): Promise<OutputClass> {
  const sizes = await Promise.all([blobs.stat(baseline), blobs.stat(produced)]);
  if (sizes.some((blob) => blob === undefined || blob.size_bytes > classifiedBytesMax)) return 'not_compared';
  const [expected, actual] = await Promise.all([
    blobs.readAll(baseline, classifiedBytesMax),
    blobs.readAll(produced, classifiedBytesMax),
  ]);
  return expected === undefined || actual === undefined ? 'not_compared' : inThread('classify', { expected, actual });
}
