import type { IncomingMessage, ServerResponse } from 'node:http';

const brokenOff: ReadonlySet<unknown> = new Set(['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE']);

interface Failure {
  readonly code?: unknown;
  readonly name?: unknown;
  readonly cause?: unknown;
}

/** A connection that ended, or what our own signal ended because of it. */
function isBrokenOff(thrown: unknown): boolean {
  if (typeof thrown !== 'object' || thrown === null) return false;
  const { code, name, cause } = thrown as Failure;
  return brokenOff.has(code) || name === 'AbortError' || isBrokenOff(cause);
}

/** Whether the client ended the connection and this is what came of it; any other error is one of the server. */
export function isClientGone(request: IncomingMessage, response: ServerResponse, thrown: unknown): boolean {
  const ended = response.destroyed || (request.destroyed && !request.complete);
  return ended && isBrokenOff(thrown);
}
