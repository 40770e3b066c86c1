import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';

const waiting = new WeakSet<IncomingMessage>();

/** The client sends its body when it is asked (`Expect: 100-continue`), which is once its headers are accepted. */
export function holdBody(request: IncomingMessage): void {
  waiting.add(request);
}

export function askForHeldBody(request: IncomingMessage, response: ServerResponse): void {
  if (waiting.delete(request)) response.writeContinue();
}

/** A body that was never asked for may come or not: where the next request begins on this connection is in doubt. */
export function endConnectionOfHeldBody(request: IncomingMessage, headers: OutgoingHttpHeaders): void {
  if (waiting.has(request)) headers['Connection'] = 'close';
}
