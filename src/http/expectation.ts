import type { IncomingMessage, ServerResponse } from 'node:http';

const waiting = new WeakSet<IncomingMessage>();

/**
 * The client sends its body when it is asked (`Expect: 100-continue`), which is once its headers are accepted. Node ends
 * the connection after the answer to one that was never asked: its body may come or not.
 */
export function holdBody(request: IncomingMessage): void {
  waiting.add(request);
}

export function isBodyHeld(request: IncomingMessage): boolean {
  return waiting.has(request);
}

export function askForHeldBody(request: IncomingMessage, response: ServerResponse): void {
  if (waiting.delete(request)) response.writeContinue();
}
