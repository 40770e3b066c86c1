import type { components } from '../../generated/client.ts';

export type ErrorBody = components['schemas']['Error'];
export type ErrorCode = ErrorBody['code'];

/** A failure that the server told; its code is one of the description's. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  readonly code: ErrorCode | 'unreadable';
  readonly details: Readonly<Record<string, unknown>>;

  constructor(status: number, body: ErrorBody | undefined) {
    super(body === undefined ? `status ${status}` : `${body.code}: ${body.message}`);
    this.status = status;
    this.code = body?.code ?? 'unreadable';
    this.details = body?.details ?? {};
  }

  /** What an operator finds the request by in the server's log. */
  get requestId(): string | undefined {
    const { request_id } = this.details;
    return typeof request_id === 'string' ? request_id : undefined;
  }
}

/** Whether the server refused with one of these codes, or with any when none is named. */
export function isApiError(error: unknown, ...codes: readonly ErrorCode[]): error is ApiError {
  return error instanceof ApiError && (codes.length === 0 || codes.some((code) => code === error.code));
}

function isErrorBody(value: unknown): value is ErrorBody {
  return typeof value === 'object' && value !== null && 'code' in value && 'message' in value && 'details' in value;
}

export function apiErrorOf(status: number, body: unknown): ApiError {
  return new ApiError(status, isErrorBody(body) ? body : undefined);
}
