import type { Kysely } from 'kysely';
import type { Database } from '../../db/database.ts';
import type { Scope } from '../../principal.ts';
import { allowedScopes } from './scopes.ts';
import { findLiveTokenById } from './tokens.queries.ts';

/** By its row as it is now: whether a token of this installation that was verified before is still live and has the scope. */
export async function stillHolds(db: Kysely<Database>, tokenId: number, scope: Scope): Promise<boolean> {
  const token = await findLiveTokenById(db, tokenId);
  // A stream by the global region is asked for anew, and so is that region.
  if (token === undefined || token.peer_token !== null) return false;
  return allowedScopes(token.scopes, token.role).includes(scope);
}
