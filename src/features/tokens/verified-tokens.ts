import type { Kysely } from 'kysely';
import { LRUCache } from 'lru-cache';
import type { Database } from '../../db/database.ts';
import type { AccountPrincipal } from '../../principal.ts';

export interface VerifiedToken {
  readonly principal: AccountPrincipal;
  /** On the monotonic clock of this process: when the row must be read again. */
  readonly usableUntilMs: number;
}

/** What this process knows of the tokens in one database, by look-up digest and never by the token itself. */
export interface VerifiedTokens {
  /** By region and look-up digest: what is known in one region is nothing in the other. */
  readonly known: LRUCache<string, VerifiedToken>;
  /** The argon2 hash that a token was made into or found to fit. */
  readonly hashes: LRUCache<string, string>;
  /** Look-ups under way. */
  readonly loading: Map<string, Promise<AccountPrincipal | undefined>>;
}

const tokensMax = 10_000;
const byDatabase = new WeakMap<Kysely<Database>, VerifiedTokens>();

export function verifiedTokensOf(db: Kysely<Database>): VerifiedTokens {
  const existing = byDatabase.get(db);
  if (existing !== undefined) return existing;
  const made: VerifiedTokens = {
    known: new LRUCache({ max: tokensMax }),
    hashes: new LRUCache({ max: tokensMax }),
    loading: new Map(),
  };
  byDatabase.set(db, made);
  return made;
}

/** Whoever made the hash of the token need not verify it at its first use. */
export function rememberHash(db: Kysely<Database>, lookup: Buffer, hash: string): void {
  verifiedTokensOf(db).hashes.set(lookup.toString('base64'), hash);
}

/** To be called after a change to the token is committed: from here on this process decides by the row as it is now. */
export function forgetToken(db: Kysely<Database>, tokenId: number): void {
  forgetWhere(db, (principal) => principal.tokenId === tokenId);
}

/** To be called after a change to the account is committed. */
export function forgetTokensOf(db: Kysely<Database>, accountId: number): void {
  forgetWhere(db, (principal) => principal.accountId === accountId);
}

/** Of what changed and of what did not. The hashes stay: each is held against that of the row whenever it is read. */
export function forgetAllTokens(db: Kysely<Database>): void {
  forgetWhere(db, () => true);
}

function forgetWhere(db: Kysely<Database>, isChanged: (principal: AccountPrincipal) => boolean): void {
  const { known, loading } = verifiedTokensOf(db);
  for (const [key, { principal }] of known.entries()) if (isChanged(principal)) known.delete(key);
  // A look-up under way may have read the row before the change: it must be neither joined nor remembered.
  loading.clear();
}
