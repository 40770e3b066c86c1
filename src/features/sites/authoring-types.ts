import type { components } from '../../../generated/api.ts';

export type AuthoringType = components['schemas']['AuthoringType'];

const promiseBasedTypes: ReadonlySet<AuthoringType> = new Set(['cs', 'cs/crosswalk', 'ams']);

/** Whether pages that are written so are asked for with a promise token. */
export function isPromiseBased(authoringType: AuthoringType | null): boolean {
  return authoringType !== null && promiseBasedTypes.has(authoringType);
}
