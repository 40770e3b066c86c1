import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError } from '../errors.ts';
import type { Region } from '../region.ts';
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

type AnswerHeaders = Record<string, string | number>;

export interface AnswerDuties extends FailureSetting {
  /** Undefined until it is selected. */
  region?: Region;
  /** On every answer to this request, whoever makes it; an answer's own header of the same name wins. */
  readonly headers: AnswerHeaders;
  /** The operation whose contract the answer must keep; undefined while none was found. */
  operationId: OperationId | undefined;
  /** Why the request was refused, where it was. */
  failure?: AppError;
  /** Whether a token without scopes asked; the line of the request says so. */
  legacy?: boolean;
  /** Headers that every answer to the request has, failures too: that it uses what is deprecated. */
  announcement?: Readonly<Record<string, string>>;
  /** `status` is that of the answer which is withheld. */
  onViolation(fault: string, status: number): void;
}

interface RawWriter {
  readonly writeHead: (status: number, headers?: AnswerHeaders) => void;
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

/** What middleware put on the response belongs to an answer that is not sent. */
function dropStrayHeaders(response: ServerResponse): void {
  for (const name of response.getHeaderNames()) response.removeHeader(name);
}

function headersOf({ duties }: GuardedResponse, own: Answer['headers'] = {}): AnswerHeaders {
  const headers = { ...duties.headers };
  for (const [name, value] of Object.entries(own)) if (value !== undefined) headers[name] = String(value);
  if (duties.announcement !== undefined) announce(headers, duties.announcement);
  return headers;
}

/** An operation may have links of its own. */
function announce(headers: AnswerHeaders, { Link, ...announcement }: Readonly<Record<string, string>>): void {
  Object.assign(headers, announcement);
  if (Link !== undefined) headers['Link'] = headers['Link'] === undefined ? Link : `${headers['Link']}, ${Link}`;
}

function withhold(guarded: GuardedResponse, fault: string, withheldStatus: number): void {
  guarded.duties.onViolation(fault, withheldStatus);
  const { status, headers, body } = failureAnswer(violation(), guarded.duties);
  dropStrayHeaders(guarded.response);
  sendJson(guarded, status, headersOf(guarded, headers), body);
}

function sendJson({ raw }: GuardedResponse, status: number, headers: AnswerHeaders, body: unknown): void {
  const text = JSON.stringify(body);
  headers['Content-Type'] ??= 'application/json; charset=utf-8';
  headers['Content-Length'] = Buffer.byteLength(text);
  raw.writeHead(status, headers);
  raw.end(text);
}

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
  for (const [name, value] of Object.entries(headersOf(guarded))) response.setHeader(name, value);
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
  if (fault !== undefined) return withhold(guarded, fault, response.statusCode);
  raw.writeHead(response.statusCode);
  raw.end(bytes);
}

/** Sends a failure; one that the operation does not declare is withheld like any other breach. */
export function writeProblem(guarded: GuardedResponse, error: AppError): void {
  if (guarded.response.headersSent) return void guarded.response.destroy();
  writeJudged(guarded, failureAnswer(error, guarded.duties));
}

function contentTypeOf(answer: Answer, declared: unknown): string | undefined {
  if (answer.body !== undefined) return bareType(declared) ?? 'application/json';
  if (answer.stream !== undefined) return bareType(declared) ?? 'application/octet-stream';
  return answer.text === undefined ? undefined : bareType(declared);
}

/** The headers it was sent with, or for a stream is to be sent with; undefined when it was not. */
function writeJudged(guarded: GuardedResponse, answer: Answer): AnswerHeaders | undefined {
  const { response, duties } = guarded;
  if (response.headersSent) return undefined;
  dropStrayHeaders(response);
  const headers = headersOf(guarded, answer.headers);
  const contentType = contentTypeOf(answer, headers['Content-Type']);
  const { status, body } = answer;
  const fault = contractFault(duties.operationId, { status, headers, contentType, body });
  if (fault !== undefined) {
    withhold(guarded, fault, status);
    return undefined;
  }
  if (answer.body !== undefined) sendJson(guarded, status, headers, body);
  else if (answer.stream !== undefined) headers['Content-Type'] ??= 'application/octet-stream';
  else sendText(guarded, headers, answer);
  return headers;
}

function sendText({ raw }: GuardedResponse, headers: AnswerHeaders, { status, text }: Answer): void {
  if (text !== undefined) headers['Content-Length'] = Buffer.byteLength(text);
  raw.writeHead(status, headers);
  raw.end(text);
}

/** The only writer of answers: judges by the contract, then sends. A stream's head is judged, its bytes follow. */
export async function writeAnswer(guarded: GuardedResponse, answer: Answer, headOnly: boolean): Promise<void> {
  const headers = writeJudged(guarded, answer);
  if (answer.stream === undefined) return;
  if (headers === undefined) return void answer.stream.destroy();
  const { response, raw } = guarded;
  raw.writeHead(answer.status, headers);
  if (headOnly) {
    answer.stream.destroy();
    return raw.end();
  }
  Object.assign(response, { write: raw.write, end: raw.end });
  await pipeline(answer.stream, response).catch(() => response.destroy());
}
