import createFetchClient, { type Client } from 'openapi-fetch';
import type { paths } from '../../generated/client.ts';
import { operationsWithIdempotencyKey } from '../../generated/idempotency.ts';
import { apiErrorOf } from './api-error.ts';
import { patientFetch, type Patience } from './patient-fetch.ts';

export interface ClientOptions extends Patience {
  readonly url: string;
  readonly token?: string;
  /** The second is for servers behind a proxy that keeps `Authorization` to itself. */
  readonly tokenHeader?: 'Authorization' | 'X-SPCI-Access-Token';
  /** Sent with every request, such as what a proxy asks for. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Ends every call that is under way. */
  readonly signal?: AbortSignal;
}

/** Typed calls of every operation; transfers, paging and waiting take it as their first argument. */
export interface SpciClient extends Client<paths> {
  readonly options: ClientOptions;
}

export function headersOf({ token, tokenHeader = 'Authorization', headers }: ClientOptions): Record<string, string> {
  const value = tokenHeader === 'Authorization' ? `Bearer ${token}` : `${token}`;
  return { ...headers, ...(token === undefined ? {} : { [tokenHeader]: value }) };
}

export function createClient(options: ClientOptions): SpciClient {
  const client = createFetchClient<paths>({
    baseUrl: options.url,
    fetch: patientFetch(options),
    headers: headersOf(options),
    querySerializer: { array: { style: 'form', explode: false } },
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  });
  client.use({
    onRequest: ({ request, schemaPath }) => {
      const named = request.headers.has('Idempotency-Key');
      if (!named && operationsWithIdempotencyKey.includes(`${request.method} ${schemaPath}`))
        request.headers.set('Idempotency-Key', crypto.randomUUID());
    },
  });
  return { ...client, options };
}

/** What a call of `SpciClient` resolves to. */
export interface CallResult<Data> {
  readonly data?: Data;
  readonly error?: unknown;
  readonly response: Response;
}

/** The answer of a call, or an `ApiError`. */
export async function answerOf<Data>(call: Promise<CallResult<Data>>): Promise<NonNullable<Data>> {
  const { data, error, response } = await call;
  if (!response.ok) throw apiErrorOf(response.status, error);
  return data as NonNullable<Data>;
}
