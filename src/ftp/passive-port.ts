import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

export interface PortRange {
  readonly from: number;
  readonly to: number;
}

/** Where one data connection is expected. */
export interface PassivePort {
  readonly port: number;
  /** The first connection from the client's address; fails where the signal fires before. */
  connection(signal: AbortSignal): Promise<Socket>;
  /** Expects none any more; a connection that was taken stays. */
  close(): void;
}

async function listening(host: string, port: number): Promise<Server | undefined> {
  const server = createServer({ pauseOnConnect: true, allowHalfOpen: true });
  try {
    server.listen({ host, port });
    await once(server, 'listening');
    return server;
  } catch (failure) {
    if (failure instanceof Error && 'code' in failure && failure.code === 'EADDRINUSE') return undefined;
    throw failure;
  }
}

/** From a random one on, so that who is to connect where cannot be guessed. Undefined when every port is taken. */
async function listeningIn(host: string, range: PortRange | undefined): Promise<Server | undefined> {
  if (range === undefined) return listening(host, 0);
  const count = range.to - range.from + 1;
  const first = randomInt(count);
  for (let step = 0; step < count; step += 1) {
    const server = await listening(host, range.from + ((first + step) % count));
    if (server !== undefined) return server;
  }
  return undefined;
}

/**
 * A port for one data connection, which must come from where the commands come from: whoever else connects is cut off.
 * Undefined when every port of the range is taken.
 */
export async function openPassivePort(
  { localAddress, clientAddress }: { readonly localAddress: string; readonly clientAddress: string },
  range: PortRange | undefined,
): Promise<PassivePort | undefined> {
  const server = await listeningIn(localAddress, range);
  if (server === undefined) return undefined;
  const arrived = Promise.withResolvers<Socket>();
  let taken: Socket | undefined;
  let handedOver = false;
  server.on('connection', (socket) => {
    socket.on('error', () => undefined);
    if (taken !== undefined || socket.remoteAddress !== clientAddress) return socket.destroy();
    taken = socket;
    server.close();
    arrived.resolve(socket);
    return undefined;
  });
  const close = (): void => {
    server.close();
    if (!handedOver) taken?.destroy();
  };
  const connection = async (signal: AbortSignal): Promise<Socket> => {
    const gone = Promise.withResolvers<never>();
    const onAbort = (): void => gone.reject(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    try {
      signal.throwIfAborted();
      const socket = await Promise.race([arrived.promise, gone.promise]);
      handedOver = true;
      return socket;
    } finally {
      signal.removeEventListener('abort', onAbort);
    }
  };
  return { port: (server.address() as AddressInfo).port, connection, close };
}
