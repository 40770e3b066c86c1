import type { Readable } from 'node:stream';

export interface StoredBlob {
  readonly sha256: string;
  readonly size_bytes: number;
}

export interface OpenBlob {
  /** Of the whole blob, whatever range is read. */
  readonly size_bytes: number;
  readonly stream: Readable;
}

export interface PutOptions {
  readonly bytesMax: number;
  readonly expectedSha256?: string;
  readonly signal?: AbortSignal;
}

/** Bytes by their SHA-256, 64 lower-case hexadecimal digits. What was put is there, whole, until it is swept. */
export interface BlobStore {
  /** Streams the bytes in. They are durable when this resolves; a failure leaves nothing that can be seen. */
  put(source: AsyncIterable<Uint8Array>, options: PutOptions): Promise<StoredBlob>;
  /** `end` is inclusive. */
  open(sha256: string, range?: { readonly start?: number; readonly end?: number }): Promise<OpenBlob | undefined>;
  stat(sha256: string): Promise<StoredBlob | undefined>;
  has(sha256: string): Promise<boolean>;
  /** The whole blob when it has at most `bytesMax` bytes. */
  readAll(sha256: string, bytesMax: number): Promise<Buffer | undefined>;
  /** Rejects when bytes cannot be written and read back. */
  check(): Promise<void>;
}

export class BlobTooLarge extends Error {
  override readonly name = 'BlobTooLarge';

  constructor(bytesMax: number) {
    super(`more than ${bytesMax} bytes`);
  }
}

export class BlobDigestMismatch extends Error {
  override readonly name = 'BlobDigestMismatch';

  constructor(expected: string, actual: string) {
    super(`digest ${actual}, expected ${expected}`);
  }
}

/** Not a digest: names of blobs never come from anywhere else. */
export class InvalidBlobName extends Error {
  override readonly name = 'InvalidBlobName';
}

export function assertBlobName(sha256: string): void {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new InvalidBlobName('a blob is named by 64 lower-case hexadecimal digits');
}
