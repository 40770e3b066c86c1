import type { Readable } from 'node:stream';

/** A refusal that the client is told; any other failure is told as one of the server. */
export class FtpRefusal extends Error {
  override readonly name = 'FtpRefusal';
  /** Of RFC 959: 4xx may be tried again, 5xx not as it was. */
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

export interface FtpFile {
  readonly name: string;
  readonly sizeBytes: number;
  /** RFC 3339 in UTC. */
  readonly createdAt: string;
}

/** What one client may do from its login on. */
export interface FtpDoor {
  /** Keeps the file once its bytes have ended, and not where they fail or the signal fires; returns what to tell of it. */
  take(file: { readonly name: string; readonly bytes: Readable }, signal: AbortSignal): Promise<string>;
  list(): Promise<readonly FtpFile[]>;
}

/** What the protocol is for. */
export interface FtpDuties {
  /** Undefined when user name and password do not belong together; throws an `FtpRefusal` where none are looked at. */
  logIn(username: string, password: string, clientAddress: string): Promise<FtpDoor | undefined>;
  /** Told of what went wrong in the server. */
  onFailure(failure: unknown): void;
}
