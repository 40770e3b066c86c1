import { errorCatalogue } from '../../generated/operations.ts';
import type { components } from '../../generated/api.ts';
import { isUnavailable } from '../db/postgres-errors.ts';
import { AppError, type FailureFacts } from '../errors.ts';
import { BlobStoreUnavailable } from '../storage/blob-store.ts';
import { descriptionLinks } from '../published-description.ts';
import { weightOf } from './accept-header.ts';

type Schemas = components['schemas'];

/** What a failure's answer takes from the request and the installation. */
export interface FailureSetting {
  readonly requestId: string;
  /** The request's Accept header; undefined where none arrived. */
  readonly accept: string | undefined;
  /** Origin of the addresses in a problem. */
  readonly publicUrl: string;
  /** By which a credential is asked for: Bearer where nothing is said. */
  scheme?: 'Basic' | 'Bearer';
}

type With<Body> = Omit<Body, 'details'> & { readonly details: FailureFacts & { readonly request_id: string } };

export interface FailureAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: With<Schemas['Error']> | With<Schemas['Problem']>;
}

/** Anything thrown, as a failure that may be shown: what is not an `AppError` is told only as `internal_error`. */
export function asAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  if (isUnavailable(thrown))
    return new AppError('unavailable', 'The database is not available; try again.', {}, thrown);
  if (thrown instanceof BlobStoreUnavailable)
    return new AppError('unavailable', 'The store of bytes is not available; try again.', {}, thrown);
  return new AppError('internal_error', 'The server failed; the request id finds the cause in its log.', {}, thrown);
}

const realm = 'Bearer realm="spci"';

const basicRealm = 'Basic realm="spci", charset="UTF-8"';

function challenge(error: AppError, scheme: FailureSetting['scheme']): string | undefined {
  if (scheme === 'Basic' && error.code !== 'forbidden') return isCredentialAsked(error) ? basicRealm : undefined;
  if (error.code === 'unauthorized')
    return error.details.reason === 'absent' ? realm : `${realm}, error="invalid_token"`;
  if (error.code === 'invalid_credentials') return realm;
  if (error.code !== 'forbidden') return undefined;
  const { missing_scopes: missing } = error.details;
  return missing === undefined
    ? `${realm}, error="insufficient_scope"`
    : `${realm}, error="insufficient_scope", scope="${missing.join(' ')}"`;
}

const isCredentialAsked = ({ code }: AppError): boolean => code === 'unauthorized' || code === 'invalid_credentials';

function headersOf(error: AppError, status: number, scheme: FailureSetting['scheme']): Record<string, string> {
  const headers: Record<string, string> = { Vary: 'Accept', Link: descriptionLinks };
  const authenticate = challenge(error, scheme);
  if (authenticate !== undefined) headers['WWW-Authenticate'] = authenticate;
  if (status === 429 || status === 503) headers['Retry-After'] = String(error.details.retry_after ?? 1);
  if (error.details.allow !== undefined) headers['Allow'] = error.details.allow;
  return headers;
}

/** Plain JSON unless a problem is wanted more: a client that knows only `Error` never gets anything else. */
function prefersProblem(accept: string | undefined): boolean {
  if (accept === undefined) return false;
  return weightOf(accept, 'application/problem+json') > weightOf(accept, 'application/json');
}

/** The answer that tells a failure, in one of the two shapes that every failure has. */
export function failureAnswer(
  error: AppError,
  { requestId, accept, publicUrl, scheme }: FailureSetting,
): FailureAnswer {
  const { code } = error;
  const { status, title } = errorCatalogue[code];
  const headers = headersOf(error, status, scheme);
  const message = error.message.slice(0, 500);
  const { reason: _reason, ...facts } = error.details;
  const details = { ...facts, request_id: requestId };
  if (!prefersProblem(accept)) return { status, headers, body: { code, message, details } };
  const type = `${publicUrl}/api/v1/problems/${code}`;
  return {
    status,
    headers: { ...headers, 'Content-Type': 'application/problem+json' },
    body: { type, title, status, detail: message, instance: `${type}#${requestId}`, code, details },
  };
}
