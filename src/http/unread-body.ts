import type { IncomingMessage } from 'node:http';

const drainBytesMax = 64 * 1_048_576;
const drainMs = 10_000;

/**
 * Reads and drops what is left of a body that nobody wants, up to a bound; call it before the answer ends. To close the
 * connection at once would reset it, and a client that is still sending would lose its answer.
 */
export function dropUnreadBody(request: IncomingMessage): void {
  if (request.complete) return;
  let bytes = 0;
  const cut = (): unknown => request.socket.destroy();
  const deadline = setTimeout(cut, drainMs).unref();
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > drainBytesMax) cut();
  });
  request.once('close', () => clearTimeout(deadline));
  request.once('end', () => clearTimeout(deadline));
  request.resume();
}
