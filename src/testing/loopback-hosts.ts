import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export interface LoopbackHost extends AsyncDisposable {
  readonly origin: string;
  readonly port: number;
  readonly requests: readonly Pick<IncomingMessage, 'method' | 'url' | 'headers'>[];
}

const stop = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.closeAllConnections();
    server.close(() => resolve());
  });

/** A host of its own on this machine: on Linux all of 127.0.0.0/8 is there. A process ends though nobody stopped it. */
export async function startLoopbackHost(address: string, listener: RequestListener, port = 0): Promise<LoopbackHost> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    listener(request, response);
  });
  server.on('connection', (socket) => socket.unref());
  await once(server.listen(port, address), 'listening');
  server.unref();
  const bound = (server.address() as AddressInfo).port;
  return {
    origin: `http://${address}:${bound}`,
    port: bound,
    requests,
    [Symbol.asyncDispose]: () => stop(server),
  };
}

export interface WatchedDials extends Disposable {
  /** What this process tried to connect to, as `address:port`. */
  readonly dialled: readonly string[];
}

export function watchDials(): WatchedDials {
  const dialled: string[] = [];
  const watch = (message: unknown): void => {
    const { socket } = message as { readonly socket: Socket };
    socket.on('connectionAttempt', (address: string, port: number) => dialled.push(`${address}:${port}`));
  };
  subscribe('net.client.socket', watch);
  return { dialled, [Symbol.dispose]: () => void unsubscribe('net.client.socket', watch) };
}
