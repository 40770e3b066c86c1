import { buffer } from 'node:stream/consumers';
import type { Kysely } from 'kysely';
import type { AppContext } from '../../context.ts';
import type { Database } from '../../db/database.ts';
import { AppError, notFound } from '../../errors.ts';
import { BlobTooLarge, type BlobStore } from '../../storage/blob-store.ts';
import { downloadAddress } from '../files/download-address.ts';
import type { OutputClass } from './results.table.ts';
import { findPlannedOutput, type OutputAddress, type PlannedOutputResult } from './result-reads.queries.ts';

export interface FileContent {
  readonly encoding: 'utf-8' | 'base64';
  /** The beginning of the file, up to `inlineBytesMax`. */
  readonly content: string;
  readonly truncated: boolean;
  readonly size_bytes: number;
  readonly storage_status: 'ok' | 'missing';
}

export interface ShownFile extends FileContent {
  readonly filename: string;
  readonly sha256: string;
  readonly download_url: string;
}

export type ContentFormat = 'text' | 'base64';

export interface OutputComparison {
  readonly status: 'identical' | 'different' | 'missing_expected' | 'missing_actual';
  readonly class: OutputClass;
  /** Loaded when the two differ; otherwise both are empty: there is nothing to show line by line. */
  readonly expected: Uint8Array;
  readonly actual: Uint8Array;
}

/** As many bytes as base64 writes in a mebibyte. */
export const inlineBytesMax = 786_432;
export const comparedBytesMax = 10_485_760;

const nothing = Buffer.alloc(0);

export async function existingOutput(
  db: Kysely<Database>,
  domainId: number,
  address: OutputAddress,
): Promise<PlannedOutputResult> {
  const output = await findPlannedOutput(db, domainId, address);
  if (output === undefined) throw notFound('output');
  return output;
}

export function expectedSha256(output: PlannedOutputResult): string {
  if (output.baseline_sha256 === null) throw new AppError('not_found', 'No content was approved for this output.');
  return output.baseline_sha256;
}

export function actualSha256(output: PlannedOutputResult): string {
  assertReported(output);
  if (output.sha256 === null) throw new AppError('missing_output', 'The test did not produce this output.');
  return output.sha256;
}

export async function showContent(
  context: Pick<AppContext, 'blobs' | 'keys' | 'settings'>,
  domainId: number,
  output: PlannedOutputResult,
  { sha256, format }: { readonly sha256: string; readonly format: ContentFormat },
): Promise<ShownFile> {
  const { filename } = output;
  // What nobody recorded is the size of a baseline that this run did not produce.
  const recordedSize = sha256 === output.sha256 ? output.size_bytes : null;
  const download_url = await downloadAddress(context, { sha256, name: filename, domainId });
  return { ...(await readContent(context.blobs, sha256, format, recordedSize ?? 0)), filename, sha256, download_url };
}

export async function compareOutput(blobs: BlobStore, output: PlannedOutputResult): Promise<OutputComparison> {
  assertReported(output);
  const { baseline_sha256, sha256 } = output;
  const unloaded = { expected: nothing, actual: nothing };
  if (sha256 === null) return { status: 'missing_actual', class: 'missing_actual', ...unloaded };
  if (baseline_sha256 === null) return { status: 'missing_expected', class: 'missing_expected', ...unloaded };
  if (sha256 === baseline_sha256) return { status: 'identical', class: 'identical', ...unloaded };
  const expected = await readComparable(blobs, baseline_sha256);
  const actual = await readComparable(blobs, sha256);
  return { status: 'different', class: output.class ?? 'not_compared', expected, actual };
}

/** Base64 also for what is not UTF-8 though text was asked for. A cut through a character leaves all of it out. */
export function encodedContent(
  bytes: Buffer,
  format: ContentFormat,
  cut: boolean,
): Pick<FileContent, 'encoding' | 'content'> {
  const text = format === 'text' ? utf8TextOf(bytes, cut) : undefined;
  return text === undefined
    ? { encoding: 'base64', content: bytes.toString('base64') }
    : { encoding: 'utf-8', content: text };
}

function utf8TextOf(bytes: Uint8Array, cut: boolean): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: cut });
  } catch {
    return undefined;
  }
}

function assertReported({ attempt }: PlannedOutputResult): void {
  if (attempt === null) throw new AppError('not_found', 'The test has no result yet.');
}

async function readContent(
  blobs: BlobStore,
  sha256: string,
  format: ContentFormat,
  recordedSize: number,
): Promise<FileContent> {
  const stored = await blobs.stat(sha256);
  // A range of an empty file holds no byte, so it is opened whole.
  const opened = await blobs.open(sha256, stored?.size_bytes === 0 ? {} : { end: inlineBytesMax - 1 });
  if (opened === undefined) {
    const content = encodedContent(nothing, format, false);
    return { ...content, truncated: true, size_bytes: recordedSize, storage_status: 'missing' };
  }
  const { size_bytes } = opened;
  const truncated = size_bytes > inlineBytesMax;
  const content = encodedContent(await buffer(opened.stream), format, truncated);
  return { ...content, truncated, size_bytes, storage_status: 'ok' };
}

async function readComparable(blobs: BlobStore, sha256: string): Promise<Buffer> {
  const bytes = await blobs.readAll(sha256, comparedBytesMax).catch((error: unknown) => {
    throw error instanceof BlobTooLarge ? tooLarge() : error;
  });
  if (bytes === undefined) throw new AppError('not_found', 'The bytes are gone from the store.', { sha256 });
  return bytes;
}

function tooLarge(): AppError {
  return new AppError('unprocessable', 'The files are too large to be compared.', { bytes_max: comparedBytesMax });
}
