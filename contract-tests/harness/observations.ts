import {
  declarationPath,
  describedAt,
  operationAt,
  operationsAt,
  resolvedPath,
  schemaFault,
  type Json,
  type LocatedOperation,
} from './described.ts';
import { keepFact } from './fact-log.ts';
import { observeValue } from './observed-values.ts';

export interface ObservedExchange {
  readonly method: string;
  readonly url: URL;
  readonly requestHeaders: Headers;
  /** Undefined where it was no text. */
  readonly requestText: string | undefined;
  readonly status: number;
  readonly headers: Headers;
  /** Empty unless it is JSON. */
  readonly text: string;
}

interface Scheme {
  readonly name: string;
  readonly isPresent: (exchange: ObservedExchange) => boolean;
}

/** How each scheme of the description is presented; a new kind of scheme must be added here. */
function schemeOf(name: string): Scheme {
  const { type, scheme, in: place, name: key } = describedAt(['components', 'securitySchemes', name]) ?? {};
  const header = type === 'http' ? 'authorization' : String(key);
  const isPresent = ({ requestHeaders, url }: ObservedExchange): boolean => {
    if (type === 'http')
      return (
        requestHeaders
          .get(header)
          ?.toLowerCase()
          .startsWith(`${String(scheme)} `) === true
      );
    if (place === 'query') return url.searchParams.has(header);
    if (place === 'cookie') return requestHeaders.get('cookie')?.includes(`${header}=`) === true;
    return requestHeaders.has(header);
  };
  return { name, isPresent };
}

/** Each what a request may show; several schemes of one are shown together. */
function alternativesOf({ operation }: LocatedOperation): readonly (readonly Scheme[])[] {
  const security = describedAt(declarationPath(operation))?.['security'];
  const alternatives: unknown[] = Array.isArray(security) ? security : [];
  return alternatives.map((alternative) => Object.keys(alternative as Json).map(schemeOf));
}

function observeScheme(located: LocatedOperation, exchange: ObservedExchange): void {
  const isShown = (schemes: readonly Scheme[]): boolean =>
    schemes.length > 0 && schemes.every(({ isPresent }) => isPresent(exchange));
  for (const { name } of alternativesOf(located).find(isShown) ?? []) {
    if (exchange.status < 400) keepFact(['scheme', located.operation.id, name, 'accepted']);
    if (exchange.status === 401) keepFact(['scheme', located.operation.id, name, 'rejected']);
  }
}

function typed(text: string, schema: Json | undefined): unknown {
  if (schema?.['type'] === 'integer') return /^-?(0|[1-9]\d*)$/.test(text) ? Number(text) : text;
  if (schema?.['type'] === 'boolean') return text === 'true' ? true : text === 'false' ? false : text;
  return schema?.['type'] === 'array' ? text.split(',') : text;
}

function givenValue({ path }: LocatedOperation, exchange: ObservedExchange, place: string, name: string) {
  if (place === 'path') return path[name];
  if (place === 'header') return exchange.requestHeaders.get(name) ?? undefined;
  return exchange.url.searchParams.get(name) ?? undefined;
}

/** A refusal names the parameter; where the value is part of the credential, it is a 401, and what is no domain has no page. */
function isRefused({ operation }: LocatedOperation, { status, text }: ObservedExchange, field: string): boolean {
  if (status === 401) return operation.credential === 'signature' || operation.credential === 'lease';
  if (field === 'path.domain') return status === 404;
  if (status !== 400 || !text.startsWith('{')) return false;
  const { details } = JSON.parse(text) as { details?: { fields?: Json } };
  return Object.keys(details?.fields ?? {}).includes(field);
}

function observeParameters(located: LocatedOperation, exchange: ObservedExchange): void {
  const declaration = declarationPath(located.operation);
  const declared = describedAt(declaration)?.['parameters'];
  const succeeded = exchange.status < 400;
  for (const index of Array.isArray(declared) ? declared.keys() : []) {
    const path = resolvedPath([...declaration, 'parameters', String(index)]);
    const { name = '', in: place = '' } = describedAt(path) as { name?: string; in?: string };
    const about = `${place}.${name}`;
    const given = givenValue(located, exchange, place, name);
    const field = place === 'header' ? `headers.${name.toLowerCase()}` : about;
    if (given === undefined) {
      if (succeeded) keepFact(['parameter', located.operation.id, about, 'absent']);
      continue;
    }
    const schema = [...path, 'schema'];
    const value = typed(given, describedAt(schema));
    const fits = schemaFault(schema, value) === '';
    if (fits && succeeded) {
      keepFact(['parameter', located.operation.id, about, 'valid']);
      observeValue('asked', schema, value);
    }
    if (!fits && isRefused(located, exchange, field)) keepFact(['parameter', located.operation.id, about, 'refused']);
  }
}

function observeRequestBody(located: LocatedOperation, exchange: ObservedExchange): void {
  const type = exchange.requestHeaders.get('content-type')?.split(';')[0];
  if (type === undefined || exchange.status >= 400) return;
  const media = [...declarationPath(located.operation), 'requestBody', 'content', type];
  if (describedAt(media) === undefined) return;
  keepFact(['request type', located.operation.id, type]);
  if (type === 'application/json' && exchange.requestText !== undefined)
    observeValue('asked', [...media, 'schema'], JSON.parse(exchange.requestText));
}

function observeAnswer({ operation }: Pick<LocatedOperation, 'operation'>, exchange: ObservedExchange): void {
  const status = String(exchange.status);
  const response = resolvedPath([...declarationPath(operation), 'responses', status]);
  const type = exchange.headers.get('content-type')?.split(';')[0];
  keepFact(['status', operation.id, status]);
  if (type !== undefined) keepFact(['response type', operation.id, status, type]);
  for (const name of Object.keys(describedAt([...response, 'headers']) ?? {}))
    if (exchange.headers.has(name)) keepFact(['header', operation.id, status, name]);
  if (type === 'application/json' && exchange.text !== '')
    observeValue('answered', [...response, 'content', type, 'schema'], JSON.parse(exchange.text));
}

function observeCode({ status, headers, text }: ObservedExchange, id: string): void {
  if (status < 400 || !/^application\/(json|.+\+json)(;|$)/.test(headers.get('content-type') ?? '') || text === '')
    return;
  const { code } = JSON.parse(text) as { code?: string };
  if (code !== undefined) keepFact(['code', id, String(status), code]);
}

/** Where answers pointed, so that it can be told whether a client went there. */
const pointedTo = new Map<string, string>();

function observeLocation(located: LocatedOperation | undefined, exchange: ObservedExchange): void {
  const from = pointedTo.get(exchange.url.pathname);
  if (from !== undefined && exchange.method === 'GET' && exchange.status < 400)
    keepFact(['location', from, 'followed']);
  const location = exchange.headers.get('location');
  if (location !== null && located !== undefined)
    pointedTo.set(new URL(location, exchange.url).pathname, located.operation.id);
}

/** Keeps what an exchange shows of the description: which of its promises were seen, by which values. */
export function observeExchange(exchange: ObservedExchange): void {
  const located = operationAt(exchange.method, exchange.url.pathname);
  observeCode(exchange, located?.operation.id ?? 'none');
  observeLocation(located, exchange);
  // A wrong method is answered for every operation of the address.
  if (located === undefined && exchange.status === 405)
    for (const operation of operationsAt(exchange.url.pathname)) observeAnswer({ operation }, exchange);
  if (located === undefined) return;
  observeScheme(located, exchange);
  observeParameters(located, exchange);
  observeRequestBody(located, exchange);
  if (exchange.method !== 'HEAD') observeAnswer(located, exchange);
}
