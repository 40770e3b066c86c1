import { isSignedBy, sign, type Keyring } from '../../secrets.ts';
import type { AccountRow } from './accounts.table.ts';
import type { SignupRow } from './mail.table.ts';

export const linkLifeSeconds = 86_400;

/** What a mail gives: the right to set one password. */
export interface MailLink {
  readonly user_id: number;
  /** Seconds since 1970. */
  readonly expires: number;
  readonly mac: string;
}

/** Whom a link is about: an account as it is, or one that is to be. */
export type LinkTarget =
  { readonly kind: 'account'; readonly account: AccountRow } | { readonly kind: 'signup'; readonly signup: SignupRow };

type Signed = readonly [purpose: string, parts: readonly (string | number)[]];

/** With a new password or address of the account what was signed is another text: that ends every link to it. */
function signedParts(target: LinkTarget, expires: number): Signed {
  if (target.kind === 'signup') return ['signup', [target.signup.account_id, expires, target.signup.email]];
  const { id, email, password_hash } = target.account;
  return ['password', [id, expires, email, password_hash]];
}

export function linkTo(keys: Keyring, target: LinkTarget, expires: number): MailLink {
  const user_id = target.kind === 'signup' ? target.signup.account_id : target.account.id;
  return { user_id, expires, mac: sign(keys.active, ...signedParts(target, expires)) };
}

/** Says nothing of whether the link is over. */
export function isLinkTo(keys: Keyring, target: LinkTarget, { expires, mac }: MailLink): boolean {
  return isSignedBy(keys, ...signedParts(target, expires), mac);
}
