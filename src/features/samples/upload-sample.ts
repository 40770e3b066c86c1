import type { Readable } from 'node:stream';
import type { AppContext } from '../../context.ts';
import { AppError } from '../../errors.ts';
import type { AccountPrincipal } from '../../principal.ts';
import { receiveBytes } from '../files/receive-bytes.ts';
import { existingSample } from './sample-lookup.ts';
import {
  findSampleIdBySha256,
  insertMissingTags,
  insertSample,
  insertSampleTags,
  type SampleInUse,
} from './samples.queries.ts';
import { assertTakenName, takenBytes } from './taken-types.ts';

export interface SampleUpload {
  readonly body: Readable;
  readonly filename: string;
  readonly expectedSha256: string | undefined;
  readonly tags: readonly string[];
  readonly signal: AbortSignal;
}

/** The last suffix, in lower case and without its dot; empty when the name has none that is plain. */
export function extensionOf(filename: string): string {
  return /[^.]\.([A-Za-z0-9]{1,10})$/.exec(filename)?.[1]?.toLowerCase() ?? '';
}

/**
 * What can be refused is refused before the body is read. The bytes are kept before the row is written, so that a sample
 * that can be seen can be read.
 */
export async function uploadSample(
  context: Pick<AppContext, 'db' | 'blobs' | 'settings'>,
  { domainId, accountId }: Pick<AccountPrincipal, 'domainId' | 'accountId'>,
  { body, filename, expectedSha256, tags, signal }: SampleUpload,
): Promise<SampleInUse> {
  if (expectedSha256 !== undefined) {
    const known = await findSampleIdBySha256(context.db, domainId, expectedSha256);
    if (known !== undefined) throw alreadySample(known);
  }
  await assertTakenName(context.db, filename);
  const taken = takenBytes(context.db, body);
  const { sha256, size_bytes } = await receiveBytes(context, taken.bytes, { expectedSha256, signal });
  return context.db.transaction().execute(async (trx) => {
    const sampleId = await insertSample(trx, {
      domain_id: domainId,
      account_id: accountId,
      sha256,
      size_bytes,
      original_name: filename,
      extension: extensionOf(filename),
      is_text: taken.isText(),
    });
    if (sampleId === undefined) throw alreadySample(await findSampleIdBySha256(trx, domainId, sha256));
    await insertMissingTags(trx, domainId, tags);
    await insertSampleTags(trx, { domainId, sampleId, names: tags });
    return existingSample(trx, domainId, sampleId);
  });
}

export function alreadySample(sampleId: number | undefined): AppError {
  const details = sampleId === undefined ? {} : { sample_id: sampleId };
  return new AppError('conflict', 'A sample has this content already.', details);
}
