import type { components } from '../generated/api.ts';

export type ErrorCode = components['schemas']['ErrorCode'];

/**
 * A failure that the client may know about. `message` and `details` are public; what is private belongs in `cause`,
 * which is logged and never sent.
 */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, message: string, details: Readonly<Record<string, unknown>> = {}, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.details = details;
  }
}

/** One fault per field of the request, by its path, such as `body.regression_test_ids[2]`. */
export function invalidFields(fields: Readonly<Record<string, readonly string[]>>): AppError {
  return new AppError('validation_error', 'The request does not fit the description.', { fields });
}

export function notFound(what: string): AppError {
  return new AppError('not_found', `There is no such ${what}.`);
}
