import { createServer, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { AppError, type ErrorCode } from '../errors.ts';
import { holdBody } from './expectation.ts';
import { failureAnswer } from './problem.ts';
import { securityHeaders } from './security-headers.ts';

const notHttp = new AppError('bad_request', 'The request is not HTTP as this server accepts it.');
const unknownMethod = new AppError('not_implemented', 'This server knows no such method.');
const parserFailures: Record<string, AppError> = {
  ERR_HTTP_REQUEST_TIMEOUT: new AppError('request_timeout', 'The request took too long to arrive.'),
  HPE_HEADER_OVERFLOW: new AppError('headers_too_large', 'The request’s headers are too large.'),
};

const requestLine = /^[A-Za-z][A-Za-z0-9!#$%&'*+.^_`|~-]* \S+ HTTP\/1\.[01]\r\n/;

interface ParserFailure extends NodeJS.ErrnoException {
  /** What had arrived when the parser gave up. */
  readonly rawPacket?: Buffer;
}

function refusalOf({ code = '', rawPacket }: ParserFailure): AppError {
  if (code === 'HPE_INVALID_METHOD' && requestLine.test(rawPacket?.toString('latin1') ?? '')) return unknownMethod;
  return parserFailures[code] ?? notHttp;
}

export interface RefusalDuties {
  readonly publicUrl: string;
  onRefusal(refusal: { readonly requestId: string; readonly code: ErrorCode; readonly status: number }): void;
}

/** Whether it belongs to the head is unknown: whoever put it elsewhere chose the form of a refusal for himself. */
function acceptIn({ rawPacket }: ParserFailure): string | undefined {
  return /\r\naccept:[ \t]*([^\r\n]*)\r\n/i.exec(rawPacket?.toString('latin1') ?? '')?.[1];
}

/** What never becomes a request gets the shape of every other failure, written by hand, and its connection ends. */
function refuse(socket: Duplex, error: AppError, accept: string | undefined, duties: RefusalDuties): void {
  if (!socket.writable) return void socket.destroy();
  const requestId = crypto.randomUUID();
  const { publicUrl } = duties;
  const { status, headers, body } = failureAnswer(error, { requestId, accept, publicUrl });
  const text = JSON.stringify(body);
  const all = {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(text),
    'X-Request-Id': requestId,
    ...securityHeaders(false),
    ...headers,
    Connection: 'close',
  };
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  duties.onRefusal({ requestId, code: error.code, status });
  socket.end(`HTTP/1.1 ${status} Refused\r\n${head.join('\r\n')}\r\n\r\n${text}`);
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
  server.on('checkContinue', (request, response) => {
    holdBody(request);
    server.emit('request', request, response);
  });
  // Any other expectation gets 417 from Node without a body; it is refused with one where requests are routed.
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
  return server;
}

/** Answers what the HTTP parser does not make a request of. */
export function refuseUnparsed(server: Server, duties: RefusalDuties): void {
  server.on('clientError', (error: ParserFailure, socket) => {
    if (error.code === 'ECONNRESET') socket.destroy();
    else refuse(socket, refusalOf(error), acceptIn(error), duties);
  });
  server.on('connect', ({ headers }, socket) => refuse(socket, unknownMethod, headers.accept, duties));
}
