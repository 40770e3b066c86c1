import { Readable, type Duplex } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { FtpRefusal } from './ftp-duties.ts';

/**
 * A connection that ends is all that FTP says of a file that ends, and so does that of a client that dies; but then its
 * other connection ends too, which is seen within this.
 */
const goneMs = 100;

/** What comes over the data connection; it ends only where the file did, and has `sizeBytes` bytes if those were announced. */
export function arrivingFile(connection: Duplex, sizeBytes: number | undefined, signal: AbortSignal): Readable {
  return Readable.from(bytesOf(connection, sizeBytes, signal), { objectMode: false });
}

async function* bytesOf(
  connection: Duplex,
  sizeBytes: number | undefined,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  let arrivedBytes = 0;
  const chunks: AsyncIterable<Uint8Array> = connection.iterator({ destroyOnReturn: false });
  for await (const chunk of chunks) {
    arrivedBytes += chunk.length;
    yield chunk;
  }
  await delay(goneMs, undefined, { signal });
  if (sizeBytes !== undefined && sizeBytes !== arrivedBytes)
    throw new FtpRefusal(426, `${arrivedBytes} bytes arrived, and ${sizeBytes} were announced; nothing is kept.`);
}
