import { isSignedBy, sign, type Key, type Keyring } from '../../secrets.ts';

/** Long enough to sign in at GitHub with a second factor. */
export const linkingSeconds = 600;

/** Of whom a linking is: what an account had when it began, so that any change of its link ends it. */
export interface Linking {
  readonly accountId: number;
  readonly linkChanges: number;
  /** Seconds since 1970. */
  readonly expires: number;
}

/** What GitHub said of who came back. */
export interface ConfirmedLinking extends Linking {
  readonly githubUserId: number;
  readonly login: string;
}

type Purpose = 'github-state' | 'github-confirmation';

function write({ active }: Keyring, purpose: Purpose, parts: readonly (string | number)[]): string {
  return [...parts, sign(active, purpose, parts)].join('.');
}

interface Read {
  readonly parts: readonly string[];
  readonly key: Key;
}

/** Undefined when this server did not write it. */
function read({ all }: Keyring, purpose: Purpose, slip: string): Read | undefined {
  const parts = slip.split('.');
  const mac = parts.pop() ?? '';
  const key = all.find((candidate) => isSignedBy({ active: candidate, all: [candidate] }, purpose, parts, mac));
  return key && { parts, key };
}

const linkingOf = ([accountId, linkChanges, expires]: readonly string[]): Linking => ({
  accountId: Number(accountId),
  linkChanges: Number(linkChanges),
  expires: Number(expires),
});

const verifierOf = (key: Key, state: string): string => sign(key, 'github-verifier', [state]);

export interface BegunLinking {
  readonly state: string;
  readonly verifier: string;
}

/** Nothing is stored: the state says whose it is, and the secret of PKCE follows from it by a key of this server. */
export function beginLinking(keys: Keyring, { accountId, linkChanges, expires }: Linking, nonce: string): BegunLinking {
  const state = write(keys, 'github-state', [accountId, linkChanges, expires, nonce]);
  return { state, verifier: verifierOf(keys.active, state) };
}

export function readState(keys: Keyring, state: string): (Linking & { readonly verifier: string }) | undefined {
  const found = read(keys, 'github-state', state);
  return found && { ...linkingOf(found.parts), verifier: verifierOf(found.key, state) };
}

export function writeConfirmation(keys: Keyring, confirmed: ConfirmedLinking): string {
  const { accountId, linkChanges, expires, githubUserId, login } = confirmed;
  return write(keys, 'github-confirmation', [accountId, linkChanges, expires, githubUserId, login]);
}

export function readConfirmation(keys: Keyring, confirmation: string): ConfirmedLinking | undefined {
  const found = read(keys, 'github-confirmation', confirmation);
  return found && { ...linkingOf(found.parts), githubUserId: Number(found.parts[3]), login: found.parts[4] ?? '' };
}
