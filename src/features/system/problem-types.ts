import type { components } from '../../../generated/api.ts';
import { errorCatalogue } from '../../../generated/operations.ts';
import type { ErrorCode } from '../../errors.ts';

export function isErrorCode(text: string): text is ErrorCode {
  return Object.hasOwn(errorCatalogue, text);
}

/** In the order of the description. */
export const everyErrorCode: readonly ErrorCode[] = Object.keys(errorCatalogue).filter(isErrorCode);

/** The entry of the catalogue under the address that problems give as their type. */
export function problemTypeView(code: ErrorCode, publicUrl: string): components['schemas']['ProblemType'] {
  const { status, title, description, action } = errorCatalogue[code];
  return { type: `${publicUrl}/api/v1/problems/${code}`, code, status, title, description, action };
}
