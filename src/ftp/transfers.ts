import type { Socket } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { TLSSocket } from 'node:tls';
import { arrivingFile } from './arriving-file.ts';
import { FtpRefusal } from './ftp-duties.ts';
import type { FtpSession } from './ftp-session.ts';

/** From the port's being told to the connection. */
const connectMs = 30_000;
/** Without a byte. */
const stalledMs = 60_000;
/** After a refusal. */
const leftMs = 2_000;

/** The data connection that the client was told to make. */
async function dataConnection(session: FtpSession): Promise<Socket> {
  const { passive, gone, parts } = session;
  session.passive = undefined;
  if (passive === undefined) throw new FtpRefusal(425, 'Send PASV or EPSV first.');
  session.reply(150, 'Go on.');
  try {
    const socket = await passive.connection(AbortSignal.any([gone, AbortSignal.timeout(connectMs)]));
    if (!session.dataSecure || parts.secureContext === undefined) return socket;
    return new TLSSocket(socket, { isServer: true, secureContext: parts.secureContext });
  } catch {
    throw new FtpRefusal(425, 'No data connection came.');
  } finally {
    passive.close();
  }
}

/** Has `take` read what comes; ends the connection, however it ends. */
export async function receiveFile(
  session: FtpSession,
  sizeBytes: number | undefined,
  take: (bytes: Readable, signal: AbortSignal) => Promise<string>,
): Promise<string> {
  const connection = await dataConnection(session);
  let broken = false;
  connection.on('error', () => (broken = true));
  connection.setTimeout(stalledMs, () => connection.destroy(new Error('the data connection is silent')));
  const bytes = arrivingFile(connection, sizeBytes, session.gone);
  try {
    return await take(bytes, session.gone);
  } catch (failure) {
    if (broken && !(failure instanceof FtpRefusal))
      throw new FtpRefusal(426, 'The data connection broke; nothing is kept.');
    throw failure;
  } finally {
    bytes.destroy();
    letGo(connection, session.gone);
  }
}

/** Reads on a little, to nowhere: a connection that is cut at once is lost to the client before the reply is there. */
function letGo(connection: Socket, gone: AbortSignal): void {
  const cut = (): void => {
    connection.destroy();
  };
  connection.resume().on('end', cut);
  connection.setTimeout(0);
  const timer = setTimeout(cut, leftMs);
  gone.addEventListener('abort', cut, { once: true });
  connection.on('close', () => {
    clearTimeout(timer);
    gone.removeEventListener('abort', cut);
  });
  if (connection.readableEnded || gone.aborted) cut();
}

export async function sendText(session: FtpSession, text: string): Promise<void> {
  const connection = await dataConnection(session);
  connection.setTimeout(stalledMs, () => connection.destroy(new Error('the data connection is silent')));
  try {
    await pipeline(Readable.from([text]), connection, { signal: session.gone, end: true });
  } catch {
    throw new FtpRefusal(426, 'The data connection broke.');
  } finally {
    connection.destroy();
  }
}
