import type { AppError } from '../errors.ts';

export type HandoffOutcome = 'success' | 'absent' | 'invalid' | 'forbidden' | 'limited' | 'refused' | 'failed' | 'gone';

/** What became of a request to sign in, by the status of its answer; a refusal of credentials says whether there were any. */
export function handoffOutcome(status: number, failure: AppError | undefined): HandoffOutcome {
  if (status < 400) return 'success';
  if (status === 401) return failure?.details.reason === 'absent' ? 'absent' : 'invalid';
  if (status === 403) return 'forbidden';
  if (status === 429) return 'limited';
  if (status === 499) return 'gone';
  return status < 500 ? 'refused' : 'failed';
}
