import type { Socket } from 'node:net';
import type { SecureContext } from 'node:tls';
import type { FtpDoor, FtpDuties } from './ftp-duties.ts';
import type { PassivePort, PortRange } from './passive-port.ts';

export interface FtpParts {
  readonly duties: FtpDuties;
  readonly passivePorts: PortRange | undefined;
  /** An IPv4 address that clients are told instead of the one they reached. */
  readonly passiveAddress: string | undefined;
  /** Where there is one, nothing is taken without it. */
  readonly secureContext: SecureContext | undefined;
}

/** One control connection, and what its commands have made of it. */
export interface FtpSession {
  readonly parts: FtpParts;
  socket: Socket;
  readonly localAddress: string;
  readonly clientAddress: string;
  secure: boolean;
  /** Whether data connections are encrypted as well. */
  dataSecure: boolean;
  username: string | undefined;
  door: FtpDoor | undefined;
  failedLogins: number;
  binary: boolean;
  passive: PassivePort | undefined;
  /** By `ALLO`, of the next file. */
  announcedBytes: number | undefined;
  /** Fires when the control connection is gone. */
  readonly gone: AbortSignal;
  reply(code: number, text: string): void;
  /** Replies that are more than one line. */
  replyLines(code: number, first: string, lines: readonly string[], last: string): void;
  /** Goes on by TLS once the reply is out. */
  secureControl(reply: () => void): void;
  end(): void;
}
