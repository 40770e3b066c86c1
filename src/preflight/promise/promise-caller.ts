import type { AccountPrincipal } from '../../principal.ts';
import type { PromiseCaller } from './promise-token-for.ts';

/** Of a request: whom its credential stands for, and the credential itself, which an issuer is shown. */
export function promiseCallerOf(principal: AccountPrincipal, credential: string): PromiseCaller {
  return { authority: principal, via: principal.via, credential };
}
