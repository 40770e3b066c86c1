import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError } from '../errors.ts';
import { contractFault, isJsonType } from './answer-gate.ts';
import type { OperationId } from './operation.ts';
import { failureAnswer, type FailureSetting } from './problem.ts';

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly text?: string | Uint8Array;
  readonly stream?: Readable;
}

export interface AnswerDuties extends FailureSetting {
  /** The operation whose contract the answer must keep; undefined while none was found. */
  operationId: OperationId | undefined;
  onViolation(fault: string): void;
}

interface RawWriter {
  readonly writeHead: (status: number) => void;
  readonly write: ServerResponse['write'];
  readonly end: (chunk?: string | Uint8Array) => void;
}

const writers = new WeakMap<ServerResponse, { readonly raw: RawWriter; readonly duties: AnswerDuties }>();
const strayBytesMax = 1_048_576;

function bareType(value: unknown): string | undefined {
  return value === undefined ? undefined : String(value).split(';')[0]?.trim().toLowerCase();
}

function violation(): AppError {
  return new AppError(
    'contract_violation',
    'The server made an answer that its description does not allow; it was withheld.',
  );
}

/** Every header but those of the connection and the platform goes: they belong to the answer that is withheld. */
function dropAnswerHeaders(response: ServerResponse, kept: ReadonlySet<string>): void {
  for (const name of response.getHeaderNames()) if (!kept.has(name)) response.removeHeader(name);
}

function withhold(response: ServerResponse, fault: string): void {
  const writer = writers.get(response);
  if (writer === undefined) return;
  writer.duties.onViolation(fault);
  const { status, headers, body } = failureAnswer(violation(), writer.duties);
  dropAnswerHeaders(response, platformHeaders);
  setHeaders(response, headers);
  sendJson(response, writer.raw, status, body);
}

function setHeaders(response: ServerResponse, headers: NonNullable<Answer['headers']>): void {
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) response.setHeader(name, String(value));
}

function sendJson(response: ServerResponse, raw: RawWriter, status: number, body: unknown): void {
  const text = JSON.stringify(body);
  if (!response.hasHeader('Content-Type')) response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.setHeader('Content-Length', Buffer.byteLength(text));
  raw.writeHead(status);
  raw.end(text);
}

const platformHeaders: ReadonlySet<string> = new Set([
  'x-request-id',
  'x-ratelimit-limit',
  'x-ratelimit-remaining',
  'x-ratelimit-reset',
  'x-content-type-options',
  'x-frame-options',
  'referrer-policy',
  'content-security-policy',
  'strict-transport-security',
  'connection',
  'vary',
]);

/**
 * Makes this module the only way out: whatever else calls `writeHead`, `write` or `end` on the response is collected and
 * judged as a whole before a byte leaves.
 */
export function guardResponse(response: ServerResponse, duties: AnswerDuties): void {
  const raw: RawWriter = {
    writeHead: response.writeHead.bind(response),
    write: response.write.bind(response) as ServerResponse['write'],
    end: response.end.bind(response) as RawWriter['end'],
  };
  writers.set(response, { raw, duties });
  const stray: Buffer[] = [];
  const collect = (chunk: unknown, encoding?: unknown): void => {
    if (typeof chunk === 'string')
      stray.push(Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8'));
    else if (chunk instanceof Uint8Array) stray.push(Buffer.from(chunk));
  };
  const replacement = {
    flushHeaders: () => undefined,
    writeHead: (status: number, ...rest: unknown[]) => {
      response.statusCode = status;
      const headers = rest.find((value) => typeof value === 'object' && value !== null) as
        OutgoingHttpHeaders | undefined;
      for (const [name, value] of Object.entries(headers ?? {}))
        if (value !== undefined) response.setHeader(name, value);
      return response;
    },
    write: (chunk: unknown, encoding?: unknown) => {
      collect(chunk, encoding);
      return true;
    },
    end: (chunk?: unknown, encoding?: unknown) => {
      collect(chunk, encoding);
      writeStray(response, Buffer.concat(stray));
      return response;
    },
  };
  Object.assign(response, replacement);
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** An answer that came past the operations: a middleware's, or a library's error page. */
function writeStray(response: ServerResponse, bytes: Buffer): void {
  const writer = writers.get(response);
  if (writer === undefined || response.headersSent) return;
  const contentType =
    bytes.length === 0 ? undefined : (bareType(response.getHeader('content-type')) ?? 'application/octet-stream');
  const body = isJsonType(contentType) ? parsed(bytes) : undefined;
  const fault =
    bytes.length > strayBytesMax
      ? 'a stray answer is too large to judge'
      : contractFault(writer.duties.operationId, {
          status: response.statusCode,
          headers: response.getHeaders(),
          contentType,
          body,
        });
  if (fault !== undefined) return withhold(response, fault);
  writer.raw.writeHead(response.statusCode);
  writer.raw.end(bytes);
}

/** Sends a failure; one that the operation does not declare is withheld like any other breach. */
export function writeProblem(response: ServerResponse, error: AppError): void {
  const writer = writers.get(response);
  if (writer === undefined || response.headersSent) return void response.destroy();
  dropAnswerHeaders(response, platformHeaders);
  writeJudged(response, failureAnswer(error, writer.duties));
}

function contentTypeOf(answer: Answer, declared: unknown): string | undefined {
  if (answer.body !== undefined) return bareType(declared) ?? 'application/json';
  if (answer.stream !== undefined) return 'application/octet-stream';
  return answer.text === undefined ? undefined : bareType(declared);
}

function writeJudged(response: ServerResponse, answer: Answer): boolean {
  const writer = writers.get(response);
  if (writer === undefined || response.headersSent) return false;
  setHeaders(response, answer.headers ?? {});
  const contentType = contentTypeOf(answer, response.getHeader('content-type'));
  const fault = contractFault(writer.duties.operationId, {
    status: answer.status,
    headers: response.getHeaders(),
    contentType,
    body: answer.body,
  });
  if (fault !== undefined) {
    withhold(response, fault);
    return false;
  }
  if (answer.body !== undefined) sendJson(response, writer.raw, answer.status, answer.body);
  else if (answer.stream !== undefined) response.setHeader('Content-Type', 'application/octet-stream');
  else sendText(response, writer.raw, answer);
  return true;
}

function sendText(response: ServerResponse, raw: RawWriter, answer: Answer): void {
  if (answer.text !== undefined) response.setHeader('Content-Length', Buffer.byteLength(answer.text));
  raw.writeHead(answer.status);
  raw.end(answer.text);
}

/** The only writer of answers: judges by the contract, then sends. A stream's head is judged, its bytes follow. */
export async function writeAnswer(response: ServerResponse, answer: Answer, headOnly: boolean): Promise<void> {
  const writer = writers.get(response);
  const sent = writeJudged(response, answer);
  if (answer.stream === undefined || writer === undefined) return;
  if (!sent) return void answer.stream.destroy();
  writer.raw.writeHead(answer.status);
  if (headOnly) {
    answer.stream.destroy();
    return writer.raw.end();
  }
  Object.assign(response, { write: writer.raw.write, end: writer.raw.end });
  await pipeline(answer.stream, response).catch(() => response.destroy());
}
