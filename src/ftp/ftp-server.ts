import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createSecureContext } from 'node:tls';
import type { FtpSettings } from '../ftp-settings.ts';
import { openSession } from './control-connection.ts';
import type { FtpDuties } from './ftp-duties.ts';
import type { FtpSession } from './ftp-session.ts';

export interface FtpListener {
  readonly port: number;
  /** Serves whoever connects from then on; nobody is answered before. */
  serve(duties: FtpDuties): void;
  /** Ends every connection, and with it what is being sent. */
  stop(): Promise<void>;
}

const connectionsMax = 100;
const connectionsPerAddressMax = 10;

const isFull = (sessions: ReadonlySet<FtpSession>, address: string | undefined): boolean =>
  sessions.size >= connectionsMax ||
  [...sessions].filter(({ clientAddress }) => clientAddress === address).length >= connectionsPerAddressMax;

function serveOn(server: Server, settings: FtpSettings, duties: FtpDuties, sessions: Set<FtpSession>): void {
  const { passiveAddress, passivePorts, tls } = settings;
  const secureContext = tls && createSecureContext({ cert: tls.certificate, key: tls.key, minVersion: 'TLSv1.2' });
  const parts = { duties, passivePorts, secureContext, passiveAddress };
  server.on('connection', (socket: Socket) => {
    if (isFull(sessions, socket.remoteAddress)) {
      socket.on('error', () => undefined);
      socket.end('421 Too many connections; try again later.\r\n', () => socket.destroySoon());
      return;
    }
    const session = openSession(socket, parts);
    sessions.add(session);
    socket.on('close', () => sessions.delete(session));
  });
}

/** Listens for clients of FTP (RFC 959, 2428, 4217), of which nothing but sending files is taken. */
export async function listenForFtp(settings: FtpSettings, host: string): Promise<FtpListener> {
  const server = createServer();
  server.listen(settings.port, host);
  await once(server, 'listening');
  const sessions = new Set<FtpSession>();
  return {
    port: (server.address() as AddressInfo).port,
    serve: (duties) => serveOn(server, settings, duties, sessions),
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const session of sessions) session.socket.destroy();
      await closed;
    },
  };
}
