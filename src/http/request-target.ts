import type { IncomingMessage } from 'node:http';
import { AppError } from '../errors.ts';

export interface Target {
  readonly path: string;
  readonly queryText: string;
}

/** A name of 255 bytes, percent-encoded, and the longest filters fit several times. */
const targetCharactersMax = 8192;
const hostName = /^[A-Za-z0-9._:[\]-]+$/;

/**
 * Why a request that the HTTP parser took is refused before it is routed, or undefined. Its connection ends with the
 * refusal: what another parser on the way made of it is unknown.
 */
export function framingFault({ url, headers, headersDistinct }: IncomingMessage): AppError | undefined {
  const [host = '', ...others] = headersDistinct['host'] ?? [];
  if (!hostName.test(host) || others.length > 0)
    return new AppError('bad_request', 'Send one Host header that names a host.');
  // In an absolute target two parsers may see two paths.
  if (url?.startsWith('/') !== true) return new AppError('bad_request', 'Send a target that begins with a slash.');
  if (url.length > targetCharactersMax)
    return new AppError('uri_too_long', `Send a target of at most ${targetCharactersMax} characters.`);
  if (headers.expect !== undefined && headers.expect.toLowerCase() !== '100-continue')
    return new AppError('expectation_failed', 'The only expectation that is met is 100-continue.');
  const coding = headers['transfer-encoding'];
  return coding === undefined || coding.toLowerCase() === 'chunked'
    ? undefined
    : new AppError('not_implemented', 'The only transfer coding is chunked.');
}

export function targetOf(url: string): Target {
  const mark = url.indexOf('?');
  return mark < 0 ? { path: url, queryText: '' } : { path: url.slice(0, mark), queryText: url.slice(mark + 1) };
}
