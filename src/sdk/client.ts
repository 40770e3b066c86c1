import createFetchClient, { type Client } from 'openapi-fetch';
import type { paths, components } from '../../generated/client.ts';
import { patientFetch } from './patient-fetch.ts';

export type SpciClient = Client<paths>;
export type ErrorBody = components['schemas']['Error'];

export interface ClientOptions {
  readonly url: string;
  readonly token?: string;
  /** How long a lost connection or a 503 is tried again before the failure is given to the caller. */
  readonly patienceMs?: number;
  readonly signal?: AbortSignal;
}

/** A failure that the server told; its code is one of the description's. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  readonly code: ErrorBody['code'] | 'unreadable';
  readonly details: Readonly<Record<string, unknown>>;

  constructor(status: number, body: ErrorBody | undefined) {
    super(body === undefined ? `status ${status}` : `${body.code}: ${body.message}`);
    this.status = status;
    this.code = body?.code ?? 'unreadable';
    this.details = body?.details ?? {};
  }
}

/** Typed calls of every operation. Repeats after a lost connection are the caller's to make harmless. */
export function createClient({ url, token, patienceMs = 0, signal }: ClientOptions): SpciClient {
  return createFetchClient<paths>({
    baseUrl: url,
    fetch: patientFetch(patienceMs),
    ...(signal === undefined ? {} : { signal }),
    ...(token === undefined ? {} : { headers: { Authorization: `Bearer ${token}` } }),
  });
}

export function isErrorBody(value: unknown): value is ErrorBody {
  return typeof value === 'object' && value !== null && 'code' in value && 'message' in value && 'details' in value;
}

interface FetchResult<Data> {
  readonly data?: Data;
  readonly error?: unknown;
  readonly response: Response;
}

/** The answer of a call, or an `ApiError`. */
export async function answerOf<Data>(call: Promise<FetchResult<Data>>): Promise<NonNullable<Data>> {
  const { data, error, response } = await call;
  if (!response.ok) throw new ApiError(response.status, isErrorBody(error) ? error : undefined);
  return data as NonNullable<Data>;
}
