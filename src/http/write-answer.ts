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
  /** Headers that every answer to the request has, failures too: that it uses what is deprecated. */
  announcement?: Readonly<Record<string, string>>;
  onViolation(fault: string): void;
}

interface RawWriter {
  readonly writeHead: (status: number) => void;
  readonly write: ServerResponse['write'];
  readonly end: (chunk?: string | Uint8Array) => void;
}

/** A response whose only way out is this module. */
export interface GuardedResponse {
  readonly response: ServerResponse;
  readonly raw: RawWriter;
  readonly duties: AnswerDuties;
}

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

function withhold(guarded: GuardedResponse, fault: string): void {
  const { response, duties } = guarded;
  duties.onViolation(fault);
  const { status, headers, body } = failureAnswer(violation(), duties);
  dropAnswerHeaders(response, platformHeaders);
  setHeaders(response, headers);
  announce(guarded);
  sendJson(guarded, status, body);
}

function setHeaders(response: ServerResponse, headers: NonNullable<Answer['headers']>): void {
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) response.setHeader(name, String(value));
}

/** An operation may have links of its own. */
function announce({ response, duties }: GuardedResponse): void {
  for (const [name, value] of Object.entries(duties.announcement ?? {})) {
    const own = name === 'Link' ? response.getHeader(name) : undefined;
    response.setHeader(name, own === undefined ? value : `${String(own)}, ${value}`);
  }
}

function sendJson({ response, raw }: GuardedResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body);
  if (!response.hasHeader('Content-Type')) response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.setHeader('Content-Length', Buffer.byteLength(text));
  raw.writeHead(status);
  raw.end(text);
}

const platformHeaders: ReadonlySet<string> = new Set([
  'x-request-id',
  'spec-digest',
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
export function guardResponse(response: ServerResponse, duties: AnswerDuties): GuardedResponse {
  const raw: RawWriter = {
    writeHead: response.writeHead.bind(response),
    write: response.write.bind(response) as ServerResponse['write'],
    end: response.end.bind(response) as RawWriter['end'],
  };
  const guarded = { response, raw, duties };
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
      writeStray(guarded, Buffer.concat(stray));
      return response;
    },
  };
  Object.assign(response, replacement);
  return guarded;
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** An answer that came past the operations: a middleware's, or a library's error page. */
function writeStray(guarded: GuardedResponse, bytes: Buffer): void {
  const { response, raw, duties } = guarded;
  if (response.headersSent) return;
  announce(guarded);
  const contentType =
    bytes.length === 0 ? undefined : (bareType(response.getHeader('content-type')) ?? 'application/octet-stream');
  const body = isJsonType(contentType) ? parsed(bytes) : undefined;
  const fault =
    bytes.length > strayBytesMax
      ? 'a stray answer is too large to judge'
      : contractFault(duties.operationId, {
          status: response.statusCode,
          headers: response.getHeaders(),
          contentType,
          body,
        });
  if (fault !== undefined) return withhold(guarded, fault);
  raw.writeHead(response.statusCode);
  raw.end(bytes);
}

/** Sends a failure; one that the operation does not declare is withheld like any other breach. */
export function writeProblem(guarded: GuardedResponse, error: AppError): void {
  const { response, duties } = guarded;
  if (response.headersSent) return void response.destroy();
  dropAnswerHeaders(response, platformHeaders);
  writeJudged(guarded, failureAnswer(error, duties));
}

function contentTypeOf(answer: Answer, declared: unknown): string | undefined {
  if (answer.body !== undefined) return bareType(declared) ?? 'application/json';
  if (answer.stream !== undefined) return 'application/octet-stream';
  return answer.text === undefined ? undefined : bareType(declared);
}

function writeJudged(guarded: GuardedResponse, answer: Answer): boolean {
  const { response, duties } = guarded;
  if (response.headersSent) return false;
  setHeaders(response, answer.headers ?? {});
  announce(guarded);
  const contentType = contentTypeOf(answer, response.getHeader('content-type'));
  const fault = contractFault(duties.operationId, {
    status: answer.status,
    headers: response.getHeaders(),
    contentType,
    body: answer.body,
  });
  if (fault !== undefined) {
    withhold(guarded, fault);
    return false;
  }
  if (answer.body !== undefined) sendJson(guarded, answer.status, answer.body);
  else if (answer.stream !== undefined) response.setHeader('Content-Type', 'application/octet-stream');
  else sendText(guarded, answer);
  return true;
}

function sendText({ response, raw }: GuardedResponse, answer: Answer): void {
  if (answer.text !== undefined) response.setHeader('Content-Length', Buffer.byteLength(answer.text));
  raw.writeHead(answer.status);
  raw.end(answer.text);
}

/** The only writer of answers: judges by the contract, then sends. A stream's head is judged, its bytes follow. */
export async function writeAnswer(guarded: GuardedResponse, answer: Answer, headOnly: boolean): Promise<void> {
  const sent = writeJudged(guarded, answer);
  if (answer.stream === undefined) return;
  if (!sent) return void answer.stream.destroy();
  const { response, raw } = guarded;
  raw.writeHead(answer.status);
  if (headOnly) {
    answer.stream.destroy();
    return raw.end();
  }
  Object.assign(response, { write: raw.write, end: raw.end });
  await pipeline(answer.stream, response).catch(() => response.destroy());
}
