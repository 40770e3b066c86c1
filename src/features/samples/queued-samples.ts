import type { Readable } from 'node:stream';
import type { AppContext } from '../../context.ts';
import { AppError, notFound } from '../../errors.ts';
import type { AccountPrincipal } from '../../principal.ts';
import { discardContents } from '../files/discarded-contents.ts';
import { receiveBytes, type ReceivedBytes } from '../files/receive-bytes.ts';
import {
  countExtraFiles,
  deleteQueuedSampleRow,
  findQueuedSample,
  findQueuedSampleIdBySha256,
  insertExtraFile,
  insertQueuedSample,
  insertSampleUpload,
  listQueuedSampleRows,
  type QueueOwner,
} from './queued-samples.queries.ts';
import type { QueuedSampleRow, SampleExtraFileRow, SampleUploadRow } from './queued-samples.table.ts';
import { findSampleForUpdate, findSampleIdBySha256, insertSample } from './samples.queries.ts';
import { assertTakenName, takenBytes } from './taken-types.ts';
import { alreadySample, extensionOf } from './upload-sample.ts';

type Person = Pick<AccountPrincipal, 'domainId' | 'accountId' | 'role'>;
type Context = Pick<AppContext, 'db' | 'blobs'>;

export interface ReceivedFile extends ReceivedBytes {
  readonly name: string;
  readonly isText: boolean;
}

export const extraFilesMax = 100;

/** Administrators see and decide for everybody of their domain. */
export function queueOwnerOf({ domainId, accountId, role }: Person): QueueOwner {
  return role === 'admin' ? { domainId } : { domainId, accountId };
}

/** Keeps the bytes; nothing refers to them until the file is queued. */
export async function receiveFile(
  context: Pick<AppContext, 'db' | 'blobs' | 'settings'>,
  { name, bytes }: { readonly name: string; readonly bytes: Readable },
  signal: AbortSignal,
): Promise<ReceivedFile> {
  await assertTakenName(context.db, name);
  const taken = takenBytes(context.db, bytes);
  const received = await receiveBytes(context, taken.bytes, { expectedSha256: undefined, signal });
  return { ...received, name, isText: taken.isText() };
}

export async function queueFile(
  { db }: Pick<AppContext, 'db'>,
  person: Person,
  { name, sha256, size_bytes, isText: is_text }: ReceivedFile,
): Promise<QueuedSampleRow> {
  const { domainId: domain_id, accountId: account_id } = person;
  const named = { original_name: name, extension: extensionOf(name) };
  const queued = await insertQueuedSample(db, { domain_id, account_id, sha256, size_bytes, ...named, is_text });
  if (queued !== undefined) return queued;
  const sample_id = await findSampleIdBySha256(db, domain_id, sha256);
  const queued_id = await findQueuedSampleIdBySha256(db, queueOwnerOf(person), sha256);
  throw new AppError('conflict', 'This content is a sample or waits already.', {
    sha256,
    ...(sample_id !== undefined && { sample_id }),
    ...(queued_id !== undefined && { queued_id }),
  });
}

export async function existingQueuedSample(
  { db }: Pick<AppContext, 'db'>,
  person: Person,
  queuedId: number,
): Promise<QueuedSampleRow> {
  const queued = await findQueuedSample(db, queueOwnerOf(person), queuedId);
  if (queued === undefined) throw notFound('queued file');
  return queued;
}

export async function dropQueuedSample(context: Context, person: Person, queuedId: number): Promise<void> {
  await context.db.transaction().execute(async (trx) => {
    const dropped = await deleteQueuedSampleRow(trx, queueOwnerOf(person), queuedId);
    if (dropped === undefined) throw notFound('queued file');
    await discardContents(trx, [dropped.sha256]);
  });
}

const ownQueueMax = 1000;

/** Those of the account itself, the first thousand of them, whatever else it may see. */
export async function listOwnQueue(
  { db }: Pick<AppContext, 'db'>,
  { domainId, accountId }: Pick<AccountPrincipal, 'domainId' | 'accountId'>,
): Promise<QueuedSampleRow[]> {
  return listQueuedSampleRows(db, { domainId, accountId }, { limit: ownQueueMax, offset: 0 });
}

async function assertBytesKept({ db, blobs }: Context, person: Person, queuedId: number): Promise<void> {
  const { sha256 } = await existingQueuedSample({ db }, person, queuedId);
  if (!(await blobs.has(sha256))) throw new AppError('conflict', 'The bytes of this file are gone.', { sha256 });
}

/** The sample is the uploader's, whoever finalizes. */
export async function finalizeQueuedSample(
  context: Context,
  person: Person,
  queuedId: number,
  said: Omit<SampleUploadRow, 'sample_id'>,
): Promise<{ readonly sampleId: number; readonly file: QueuedSampleRow }> {
  await assertBytesKept(context, person, queuedId);
  return context.db.transaction().execute(async (trx) => {
    const file = await deleteQueuedSampleRow(trx, queueOwnerOf(person), queuedId);
    if (file === undefined) throw notFound('queued file');
    const { domain_id, account_id, sha256, size_bytes, original_name, extension, is_text } = file;
    const sampleId = await insertSample(trx, {
      ...{ domain_id, account_id, sha256, size_bytes, original_name, extension, is_text },
    });
    if (sampleId === undefined) throw alreadySample(await findSampleIdBySha256(trx, domain_id, sha256));
    await insertSampleUpload(trx, { sample_id: sampleId, ...said });
    return { sampleId, file };
  });
}

export async function linkQueuedSample(
  context: Context,
  person: Person,
  queuedId: number,
  sampleId: number,
): Promise<SampleExtraFileRow> {
  await assertBytesKept(context, person, queuedId);
  return context.db.transaction().execute(async (trx) => {
    const queued = await deleteQueuedSampleRow(trx, queueOwnerOf(person), queuedId);
    if (queued === undefined) throw notFound('queued file');
    // Held, so that the count of its files stays what it is.
    if ((await findSampleForUpdate(trx, person.domainId, sampleId)) === undefined) throw notFound('sample');
    if ((await countExtraFiles(trx, sampleId)) >= extraFilesMax)
      throw new AppError('conflict', 'This sample has as many files as it may have.');
    const { account_id, sha256, size_bytes, original_name, extension } = queued;
    const file = { sample_id: sampleId, account_id, sha256, size_bytes, original_name, extension };
    const linked = await insertExtraFile(trx, file);
    if (linked === undefined)
      throw new AppError('conflict', 'This sample has a file of this content already.', { sha256 });
    return linked;
  });
}
