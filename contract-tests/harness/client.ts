import { sentType } from './file-form.ts';
import { ownHeaders } from './own-headers.ts';
import { operations } from '../../generated/operations.ts';
import type { operations as Declared } from '../../generated/client.ts';

export type OperationId = keyof Declared & keyof typeof operations;

type Params<Id extends OperationId, Place extends 'path' | 'query'> =
  Declared[Id]['parameters'] extends Partial<Record<Place, infer Values>> ? NonNullable<Values> : never;
type JsonOf<T> = T extends { content: { 'application/json': infer Body } } ? Body : undefined;
type RequestJson<Id extends OperationId> =
  NonNullable<Declared[Id]['requestBody']> extends { content: { 'application/json': infer Body } } ? Body : never;

export interface CallInput<Id extends OperationId> {
  readonly path?: Params<Id, 'path'>;
  readonly query?: Partial<Params<Id, 'query'>>;
  readonly body?: RequestJson<Id>;
  /** Sent as it is, instead of `body`: bytes of an upload, or JSON that does not fit the types. */
  readonly raw?: string | Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Answer<Id extends OperationId> = {
  [Status in keyof Declared[Id]['responses']]: {
    readonly status: Status;
    readonly headers: Headers;
    readonly body: JsonOf<Declared[Id]['responses'][Status]>;
    readonly text: string;
  };
}[keyof Declared[Id]['responses']];

export interface Client {
  readonly url: string;
  readonly token: string | undefined;
  /** Calls an operation; `fetch` fails the test when the answer departs from the description. */
  call<Id extends OperationId>(id: Id, input?: CallInput<Id>): Promise<Answer<Id>>;
  /** The body of an answer with this status; any other status fails the test. */
  expect<Id extends OperationId, Status extends keyof Declared[Id]['responses']>(
    id: Id,
    status: Status,
    input?: CallInput<Id>,
  ): Promise<JsonOf<Declared[Id]['responses'][Status]>>;
}

function addressOf(id: OperationId, input: { readonly path?: object; readonly query?: object }): string {
  const path = operations[id].path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(new Map(Object.entries(input.path ?? {})).get(name))),
  );
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(input.query ?? {}))
    if (value !== undefined) query.append(name, Array.isArray(value) ? value.join(',') : String(value));
  return query.size === 0 ? path : `${path}?${query}`;
}

function bodyOf(
  id: OperationId,
  { body, raw }: { readonly body?: unknown; readonly raw?: string | Uint8Array<ArrayBuffer> },
): { readonly content?: string | Uint8Array<ArrayBuffer>; readonly headers?: Readonly<Record<string, string>> } {
  const content = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  if (content === undefined) return {};
  return { content, headers: { 'Content-Type': sentType(operations[id].requestType ?? 'application/json') } };
}

export function createClient(url: string, token?: string): Client {
  const call = async <Id extends OperationId>(id: Id, input: CallInput<Id> = {}): Promise<Answer<Id>> => {
    const { content, headers } = bodyOf(id, input);
    const response = await fetch(new URL(addressOf(id, input), url), {
      method: operations[id].method,
      redirect: 'manual',
      headers: { ...ownHeaders(operations[id], token, content), ...headers, ...input.headers },
      ...(content === undefined ? {} : { body: content }),
    });
    const answer = { status: response.status, headers: response.headers, text: await response.text() };
    const json = response.headers.get('content-type')?.startsWith('application/json')
      ? JSON.parse(answer.text)
      : undefined;
    return { ...answer, body: json } as Answer<Id>;
  };
  return {
    url,
    token,
    call,
    expect: async <Id extends OperationId, Status extends keyof Declared[Id]['responses']>(
      id: Id,
      status: Status,
      input: CallInput<Id> = {},
    ) => {
      const answer = await call(id, input);
      if (answer.status !== status)
        throw new Error(
          `${id} answered ${String(answer.status)}, expected ${String(status)}: ${answer.text.slice(0, 500)}`,
        );
      return answer.body as JsonOf<Declared[Id]['responses'][Status]>;
    },
  };
}
