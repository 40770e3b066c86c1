import { createServer, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ErrorCode } from '../errors.ts';
import { errorStatus } from '../../generated/operations.ts';

interface Refusal {
  readonly code: ErrorCode;
  readonly message: string;
}

const notHttp: Refusal = { code: 'bad_request', message: 'The request is not HTTP as this server accepts it.' };
const unknownMethod: Refusal = { code: 'not_implemented', message: 'This server knows no such method.' };
const parserFailures: Record<string, Refusal> = {
  ERR_HTTP_REQUEST_TIMEOUT: { code: 'request_timeout', message: 'The request took too long to arrive.' },
  HPE_HEADER_OVERFLOW: { code: 'headers_too_large', message: 'The request’s headers are too large.' },
};

const requestLine = /^[A-Za-z][A-Za-z0-9!#$%&'*+.^_`|~-]* \S+ HTTP\/1\.[01]\r\n/;

interface ParserFailure extends NodeJS.ErrnoException {
  /** What had arrived when the parser gave up. */
  readonly rawPacket?: Buffer;
}

function refusalOf({ code = '', rawPacket }: ParserFailure): Refusal {
  if (code === 'HPE_INVALID_METHOD' && requestLine.test(rawPacket?.toString('latin1') ?? '')) return unknownMethod;
  return parserFailures[code] ?? notHttp;
}

/** What never becomes a request gets the shape of every other failure, written by hand, and its connection ends. */
function refuse(socket: Duplex, { code, message }: Refusal): void {
  if (!socket.writable) return void socket.destroy();
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
    // Node would refuse it without a body; it is refused with one where requests are routed.
    requireHostHeader: false,
  });
  server.maxHeadersCount = listenerLimits.headersMax;
  server.maxConnections = listenerLimits.connectionsMax;
  server.setTimeout(listenerLimits.idleMs);
  server.on('clientError', (error: ParserFailure, socket) => {
    if (error.code === 'ECONNRESET') socket.destroy();
    else refuse(socket, refusalOf(error));
  });
  server.on('connect', (_request, socket) => refuse(socket, unknownMethod));
  // An Expect other than 100-continue gets 417 from Node without a body; here it is an ordinary request.
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
  return server;
}
