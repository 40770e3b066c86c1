import type { components } from '../generated/api.ts';

export type ErrorCode = components['schemas']['ErrorCode'];
type Described = components['schemas']['ErrorDetails'];
type ReadonlyIn<T> = {
  readonly [Key in keyof T]: T[Key] extends (infer Item)[] | undefined ? readonly Item[] : T[Key];
};

/** Facts that the description names; the request id is added where the answer is made. */
export type FailureFacts = ReadonlyIn<Omit<Described, 'request_id'>>;

/** `reason` is for the challenge of a 401 and not for the body. */
export interface FailureDetails extends FailureFacts {
  readonly reason?: 'absent' | 'invalid';
}

/**
 * A failure that the client may know about. `message` and `details` are public; what is private belongs in `cause`,
 * which is logged and never sent.
 */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly details: FailureDetails;

  constructor(code: ErrorCode, message: string, details: FailureDetails = {}, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.details = details;
  }
}

/** One fault per field of the request, by its path, such as `body.regression_test_ids[2]`. */
export function invalidFields(fields: Readonly<Record<string, string[]>>): AppError {
  return new AppError('validation_error', 'The request does not fit the description.', { fields });
}

export function notFound(what: string): AppError {
  return new AppError('not_found', `There is no such ${what}.`);
}
