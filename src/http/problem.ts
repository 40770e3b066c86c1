import { errorStatus } from '../../generated/operations.ts';
import type { components } from '../../generated/api.ts';
import { isUnavailable } from '../db/postgres-errors.ts';
import { AppError } from '../errors.ts';

export interface Problem {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: components['schemas']['Error'];
}

/** Anything thrown, as a failure that may be shown: what is not an `AppError` is told only as `internal_error`. */
export function asAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  if (isUnavailable(thrown))
    return new AppError('unavailable', 'The database is not available; try again.', {}, thrown);
  return new AppError('internal_error', 'The server failed; the request id finds the cause in its log.', {}, thrown);
}

const realm = 'Bearer realm="spci"';

function challenge(error: AppError): string | undefined {
  if (error.code === 'unauthorized')
    return error.details['reason'] === 'absent' ? realm : `${realm}, error="invalid_token"`;
  if (error.code === 'invalid_credentials') return realm;
  if (error.code !== 'forbidden') return undefined;
  const missing = error.details['missing_scopes'];
  return Array.isArray(missing)
    ? `${realm}, error="insufficient_scope", scope="${missing.join(' ')}"`
    : `${realm}, error="insufficient_scope"`;
}

function headersOf(error: AppError, status: number): Record<string, string> {
  const headers: Record<string, string> = {};
  const authenticate = challenge(error);
  if (authenticate !== undefined) headers['WWW-Authenticate'] = authenticate;
  if (status === 429 || status === 503) headers['Retry-After'] = String(error.details['retry_after'] ?? 1);
  if (typeof error.details['allow'] === 'string') headers['Allow'] = error.details['allow'];
  return headers;
}

/** The answer that tells a failure, in the one shape that every failure has. */
export function problemOf(error: AppError, requestId: string): Problem {
  const status = errorStatus[error.code];
  const { reason: _reason, ...details } = error.details;
  const body = {
    code: error.code,
    message: error.message.slice(0, 500),
    details: { ...details, request_id: requestId },
  };
  return { status, headers: headersOf(error, status), body };
}
