import { sentType } from './file-form.ts';
import type { DeclaredOperation } from './declared-requests.ts';
import { ownHeaders } from './own-headers.ts';

export interface SentRequest {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>> | string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
}

export interface Failure {
  readonly code?: string;
  readonly details?: { readonly request_id?: string; readonly fields?: Readonly<Record<string, readonly string[]>> };
}

export interface SentAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly failure: Failure;
}

export function addressOf({ path }: DeclaredOperation, { path: values = {}, query = {} }: SentRequest): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));
  const text = typeof query === 'string' ? query : new URLSearchParams(query).toString();
  return text === '' ? filled : `${filled}?${text}`;
}

/** Sends what the types of a client would refuse; the answer has to fit the description all the same. */
export async function sendRequest(
  url: string,
  operation: DeclaredOperation,
  token: string | undefined,
  request: SentRequest = {},
): Promise<SentAnswer> {
  const method = request.method ?? operation.method;
  const address = addressOf(operation, request);
  const typed =
    request.body === undefined || operation.requestType === null
      ? {}
      : { 'Content-Type': sentType(operation.requestType) };
  const response = await fetch(url + address, {
    method,
    redirect: 'manual',
    headers: { ...ownHeaders(operation, token, request.body), ...typed, ...request.headers },
    ...(request.body === undefined ? {} : { body: request.body }),
  });
  const text = await response.text();
  const answer = { status: response.status, headers: response.headers, text };
  const json = /^application\/(problem\+)?json/.test(response.headers.get('content-type') ?? '') && text !== '';
  return { ...answer, failure: json ? JSON.parse(text) : {} };
}
