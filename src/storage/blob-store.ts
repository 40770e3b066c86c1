import type { Readable } from 'node:stream';

export interface StoredBlob {
  readonly sha256: string;
  readonly size_bytes: number;
}

export interface BlobStat extends StoredBlob {
  /** When these bytes were last put, by the clock of the store. */
  readonly stored_at: Date;
}

export interface OpenedBlob {
  /** Of the whole blob, also when the stream is a part of it. */
  readonly size_bytes: number;
  /** To be read to its end or destroyed. */
  readonly stream: Readable;
}

/** What whoever fetches the bytes from an address is told of them. */
export interface BlobAddressOptions {
  readonly lifeSeconds: number;
  /** The `Content-Disposition` of the answer. */
  readonly disposition: string;
}

export interface PutOptions {
  readonly bytesMax: number;
  readonly expectedSha256?: string;
  readonly signal?: AbortSignal;
}

/** Offsets of the first and the last byte; an `end` beyond the last byte means the last byte. */
export interface BlobRange {
  readonly start?: number;
  readonly end?: number;
}

/**
 * Bytes under the SHA-256 of their content, in lower-case hexadecimal. Any other name is `BlobNameInvalid`. A blob is
 * visible only when all its bytes are on stable storage, and never changes. A store on another machine that does not do
 * what it is asked is `BlobStoreUnavailable`.
 */
export interface BlobStore {
  /**
   * Leaves nothing behind when it fails: `BlobTooLarge`, `BlobDigestMismatch`, `BlobPutAborted`, or the error of the
   * source or of the store itself. A stream that was refused is not destroyed, so that its sender can be answered.
   */
  put(source: Readable | AsyncIterable<Uint8Array>, options: PutOptions): Promise<StoredBlob>;
  /** `BlobRangeInvalid` when no byte lies in the range. */
  open(sha256: string, range?: BlobRange): Promise<OpenedBlob | undefined>;
  stat(sha256: string): Promise<BlobStat | undefined>;
  has(sha256: string): Promise<boolean>;
  /** The whole blob. `BlobTooLarge` above `bytesMax`, `BlobDigestMismatch` when the stored bytes are damaged. */
  readAll(sha256: string, bytesMax: number): Promise<Buffer | undefined>;
  /** Rejects with the reason when the store cannot write or read. */
  check(): Promise<void>;
  /** Removes what interrupted puts left and nobody wrote to for that long; counts it. */
  sweepTemporary(olderThanMs: number): Promise<number>;
  /**
   * Removes a blob that nobody has put for that long. False when it was put since, and stays; one that is not there
   * counts as removed.
   */
  remove(sha256: string, olderThanMs: number): Promise<boolean>;
  /** In ascending order of names. */
  list(): AsyncIterable<BlobStat>;
  /**
   * Where anybody fetches the bytes from the store itself for a while, be they there or not. A store without it has
   * its bytes served by the server.
   */
  readonly address?: (sha256: string, options: BlobAddressOptions) => Promise<string>;
}

/** `cause` is what the store said; it is for the log. */
export class BlobStoreUnavailable extends Error {
  override readonly name = 'BlobStoreUnavailable';

  constructor(cause: unknown) {
    super('the store of blobs did not do what it was asked', { cause });
  }
}

export class BlobNameInvalid extends Error {
  override readonly name = 'BlobNameInvalid';

  constructor() {
    super('a blob is named by 64 lower-case hexadecimal digits');
  }
}

export class BlobTooLarge extends Error {
  override readonly name = 'BlobTooLarge';
  readonly bytesMax: number;

  constructor(bytesMax: number) {
    super(`the blob is larger than ${bytesMax} bytes`);
    this.bytesMax = bytesMax;
  }
}

export class BlobDigestMismatch extends Error {
  override readonly name = 'BlobDigestMismatch';
  readonly expectedSha256: string;
  readonly actualSha256: string;

  constructor(expectedSha256: string, actualSha256: string) {
    super(`the bytes have the digest ${actualSha256}, not ${expectedSha256}`);
    this.expectedSha256 = expectedSha256;
    this.actualSha256 = actualSha256;
  }
}

/** `cause` is the reason of the signal. */
export class BlobPutAborted extends Error {
  override readonly name = 'BlobPutAborted';

  constructor(cause: unknown) {
    super('the blob was not received to its end', { cause });
  }
}

export class BlobRangeInvalid extends Error {
  override readonly name = 'BlobRangeInvalid';
  readonly size_bytes: number;

  constructor(sizeBytes: number) {
    super(`the range holds no byte of a blob of ${sizeBytes} bytes`);
    this.size_bytes = sizeBytes;
  }
}

export function assertBlobName(sha256: string): void {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new BlobNameInvalid();
}
