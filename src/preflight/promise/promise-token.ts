import type { SealedFor, Sealing, Unopened } from './sealing.ts';

/** The same three whoever it comes from. */
export interface PromiseToken {
  readonly promise_token: string;
  /** Seconds, from when it was told. */
  readonly expires_in: number;
  readonly token_type: 'promise_token';
}

export function promiseTokenOf(text: string, expiresIn: number): PromiseToken {
  return { promise_token: text, expires_in: expiresIn, token_type: 'promise_token' };
}

interface KeptToken extends Omit<PromiseToken, 'expires_in'> {
  /** Milliseconds since 1970. */
  readonly expires_at_ms: number;
}

/** What is kept of a token for its job: the only form in which it is at rest. */
export function sealPromiseToken(sealing: Sealing, token: PromiseToken, owner: SealedFor, nowMs: number): string {
  const { expires_in: expiresIn, ...rest } = token;
  const kept: KeptToken = { ...rest, expires_at_ms: nowMs + expiresIn * 1000 };
  return sealing.seal(JSON.stringify(kept), owner);
}

/** With the seconds that it has left, none once it has expired. */
export function openPromiseToken(
  sealing: Sealing,
  sealed: string,
  owner: SealedFor,
  nowMs: number,
): { readonly kind: 'opened'; readonly token: PromiseToken } | Unopened {
  const opened = sealing.open(sealed, owner);
  if (opened.kind !== 'opened') return opened;
  const { promise_token: text, expires_at_ms: expiresAtMs } = JSON.parse(opened.text) as KeptToken;
  return { kind: 'opened', token: promiseTokenOf(text, Math.max(0, Math.floor((expiresAtMs - nowMs) / 1000))) };
}
