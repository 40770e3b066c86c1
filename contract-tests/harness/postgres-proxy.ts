import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

export interface PostgresProxy {
  /** The database, by way of the proxy. */
  readonly url: string;
  /** Statements that clients have had executed so far. */
  statements(): number;
  /** Ends every connection and takes no other. */
  cut(): Promise<void>;
  /** Takes connections again, at the same address. */
  mend(): Promise<void>;
  stop(): Promise<void>;
}

/** Query and Execute of the protocol's third version; a client's first message has no letter. */
const executing = new Set(['Q', 'E']);

/** Counts the messages that execute something, in whatever pieces the bytes come. */
function countingReader(onStatement: () => void): (chunk: Buffer) => void {
  let rest = Buffer.alloc(0);
  let started = false;
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const letters = started ? 1 : 0;
      if (rest.length < letters + 4) return;
      const length = letters + rest.readInt32BE(letters);
      if (rest.length < length) return;
      if (started && executing.has(rest.toString('latin1', 0, 1))) onStatement();
      started = true;
      rest = rest.subarray(length);
    }
  };
}

/** Stands between a server and its database: counts what is asked, and can be gone as a database can. */
export async function startPostgresProxy(databaseUrl: string): Promise<PostgresProxy> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let statements = 0;
  const proxy = createServer((client) => {
    const database = connect(Number(target.port === '' ? 5432 : target.port), target.hostname);
    const count = countingReader(() => (statements += 1));
    client.on('data', count);
    client.pipe(database).pipe(client);
    for (const [one, other] of [
      [client, database],
      [database, client],
    ] as const) {
      sockets.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
    }
  });
  const listen = async (port: number): Promise<void> => {
    proxy.listen(port, '127.0.0.1');
    await once(proxy, 'listening');
  };
  await listen(0);
  const address = proxy.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const cut = async (): Promise<void> => {
    const closed = once(proxy, 'close');
    proxy.close();
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String(port);
  return {
    url: url.href,
    statements: () => statements,
    cut,
    mend: () => listen(port),
    stop: async () => {
      if (proxy.listening) await cut();
    },
  };
}
