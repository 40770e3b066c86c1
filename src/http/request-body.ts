import type { IncomingMessage } from 'node:http';
import { AppError, invalidFields } from '../errors.ts';
import { jsonTextFault } from './json-text.ts';
import type { DeclaredOperation } from './route-table.ts';

interface MediaType {
  readonly type: string;
  readonly parameters: string;
}

function mediaTypeOf(header: string): MediaType {
  const [type = '', ...parameters] = header.split(';');
  return { type: type.trim().toLowerCase(), parameters: parameters.join(';').trim().toLowerCase() };
}

/** What may stand behind a media type, in lower case. The boundary of a form is 1 to 70 characters (RFC 2046, 5.1.1). */
const fittingParameters: Readonly<Record<string, RegExp>> = {
  'application/json': /^(charset="?utf-8"?)?$/,
  'multipart/form-data': /^boundary=("[a-z0-9'()+_,./:=? -]{0,69}[a-z0-9'()+_,./:=?-]"|[a-z0-9'()+_,./:=?-]{1,70})$/,
};

const hasBody = (request: IncomingMessage): boolean =>
  request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;

function tooLarge(bytesMax: number): AppError {
  return new AppError('payload_too_large', 'The body is larger than this operation takes.', { bytes_max: bytesMax });
}

function headerFault(request: IncomingMessage, { requestType, bodyBytesMax }: DeclaredOperation): AppError | undefined {
  // What is no form holds no credential, and is answered so.
  if (requestType === null || requestType === 'application/x-www-form-urlencoded') return undefined;
  if (!hasBody(request) && request.headers['content-type'] === undefined) return undefined;
  const { type, parameters } = mediaTypeOf(request.headers['content-type'] ?? '');
  const fitting = fittingParameters[requestType] ?? /^$/;
  if (type !== requestType || !fitting.test(parameters) || request.headers['content-encoding'] !== undefined)
    return new AppError('unsupported_media_type', `This operation takes ${requestType}, in UTF-8 and not encoded.`, {
      available: [requestType],
    });
  return Number(request.headers['content-length'] ?? 0) > bodyBytesMax ? tooLarge(bodyBytesMax) : undefined;
}

/** Refuses, before a byte is read, a body that this operation does not take. */
export function checkBodyHeaders(request: IncomingMessage, operation: DeclaredOperation): void {
  const fault = headerFault(request, operation);
  if (fault !== undefined) throw fault;
}

/** Whether there is a body that this operation takes, by what its headers say. */
export function fitsBodyHeaders(request: IncomingMessage, operation: DeclaredOperation): boolean {
  return hasBody(request) && headerFault(request, operation) === undefined;
}

async function readAll(request: IncomingMessage, bytesMax: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  // A refused request must not be destroyed: its connection carries the refusal.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > bytesMax) throw tooLarge(bytesMax);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function parse(bytes: Buffer): unknown {
  let text: string;
  let value: unknown;
  try {
    text = utf8.decode(bytes);
    value = JSON.parse(text);
  } catch {
    // The parser's own words quote the body, which may hold a password: they are for no log.
    throw new AppError('invalid_json', 'The body is not JSON in UTF-8.');
  }
  const fault = jsonTextFault(text);
  if (fault !== undefined) throw invalidFields({ body: [fault] });
  return value;
}

/**
 * The parsed JSON body, or undefined when there is none; `check` may refuse its bytes first. Streams are left for the
 * handler to read.
 */
export async function readJsonBody(
  request: IncomingMessage,
  operation: DeclaredOperation,
  check: (bytes: Buffer) => void = () => undefined,
): Promise<unknown> {
  if (operation.requestType !== 'application/json') return undefined;
  const bytes = await readAll(request, operation.bodyBytesMax);
  check(bytes);
  if (bytes.length > 0) return parse(bytes);
  // The validator lets a PATCH without one pass.
  if (operation.requestRequired) throw invalidFields({ body: ['must be given'] });
  return undefined;
}
