import { createServer, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ErrorCode } from '../errors.ts';
import { errorStatus } from '../../generated/operations.ts';

const parserFailures: Record<string, { readonly code: ErrorCode; readonly message: string }> = {
  ERR_HTTP_REQUEST_TIMEOUT: { code: 'request_timeout', message: 'The request took too long to arrive.' },
  HPE_HEADER_OVERFLOW: { code: 'headers_too_large', message: 'The request’s headers are too large.' },
};

/** What the HTTP parser itself refuses gets the shape of every other failure, written by hand: no request exists yet. */
function answerParserFailure(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy();
  const { code, message } = parserFailures[error.code ?? ''] ?? {
    code: 'bad_request',
    message: 'The request is not HTTP as this server accepts it.',
  };
  const requestId = crypto.randomUUID();
  const body = JSON.stringify({ code, message, details: { request_id: requestId } });
  const head = [
    `HTTP/1.1 ${errorStatus[code]} Refused`,
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    `X-Request-Id: ${requestId}`,
    'X-Content-Type-Options: nosniff',
    'X-Frame-Options: DENY',
    'Referrer-Policy: no-referrer',
    "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'",
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

export const listenerLimits = {
  headersTimeoutMs: 10_000,
  /** Long enough for 1 GiB at 1 MiB/s; a silent socket is closed by `idleMs`. */
  requestTimeoutMs: 1_200_000,
  idleMs: 60_000,
  checkIntervalMs: 2_000,
  headerBytesMax: 16_384,
  headersMax: 100,
  connectionsMax: 10_000,
} as const;

/** The server's sockets and their limits; requests are handed to its `request` listeners. */
export function createListener(): Server {
  const server = createServer({
    headersTimeout: listenerLimits.headersTimeoutMs,
    requestTimeout: listenerLimits.requestTimeoutMs,
    connectionsCheckingInterval: listenerLimits.checkIntervalMs,
    maxHeaderSize: listenerLimits.headerBytesMax,
    keepAliveTimeout: 65_000,
    requireHostHeader: true,
  });
  server.maxHeadersCount = listenerLimits.headersMax;
  server.maxConnections = listenerLimits.connectionsMax;
  server.setTimeout(listenerLimits.idleMs);
  server.on('clientError', answerParserFailure);
  // An Expect other than 100-continue gets 417 from Node without a body; here it is an ordinary request.
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
  return server;
}
