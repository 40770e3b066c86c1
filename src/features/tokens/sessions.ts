import type { Kysely, Transaction } from 'kysely';
import type { AppContext } from '../../context.ts';
import type { Database } from '../../db/database.ts';
import { AppError } from '../../errors.ts';
import type { Scope } from '../../principal.ts';
import { sealText } from '../../sealed-text.ts';
import { isToken, lookupDigests, newToken } from '../../secrets.ts';
import { noticeToken } from './authority-notices.ts';
import { extendSession, insertSession, isFreeForShare, updateSessionRevoked } from './sessions.queries.ts';
import { storeNewSecret, type StoredSecret } from './stored-secrets.ts';
import { findLiveToken, findPasswordHashForShare } from './tokens.queries.ts';
import { forgetToken } from './verified-tokens.ts';

const lifetime = { idleHours: 8, hoursMax: 24 };

export interface SessionRoots {
  readonly account_id: number;
  /** The token it is made from; undefined where a password was checked. */
  readonly parent_id?: number;
  /** The token of the global region that it is made from. */
  readonly peer_token?: string;
  /** What was checked, which must be so still. */
  readonly password_hash?: string;
}

/** Whether they are still so; until the transaction ends they stay. */
export async function rootsStand(trx: Transaction<Database>, roots: SessionRoots): Promise<boolean> {
  const { account_id, parent_id, password_hash: checked } = roots;
  const current = await findPasswordHashForShare(trx, account_id);
  if (current === undefined || (checked !== undefined && checked !== current)) return false;
  return parent_id === undefined || isFreeForShare(trx, parent_id);
}

/**
 * A new random session, never the token or the session that the browser came with; what that was ends. Returns the
 * secret, which is stored nowhere.
 */
export async function openSession(
  { db, keys }: Pick<AppContext, 'db' | 'keys'>,
  roots: SessionRoots,
  scopes: readonly Scope[],
  formerSessionId?: number,
): Promise<string> {
  const { peer_token, ...others } = roots;
  const open = (secret: StoredSecret, token: string) =>
    db.transaction().execute(async (trx) => {
      if (!(await rootsStand(trx, roots)))
        throw new AppError('unauthorized', 'A valid credential is needed.', { reason: 'invalid' });
      if (formerSessionId !== undefined) await endIn(trx, formerSessionId);
      const sealed = peer_token === undefined ? {} : { peer_token: sealText(token, peer_token) };
      return insertSession(trx, { ...others, ...secret, ...sealed, scopes: [...scopes] }, lifetime);
    });
  const { token } = await storeNewSecret({ db, keys }, open, () => newToken('spcs'));
  if (formerSessionId !== undefined) forgetToken(db, formerSessionId);
  return token;
}

async function endIn(trx: Transaction<Database>, sessionId: number): Promise<void> {
  await updateSessionRevoked(trx, sessionId);
  await noticeToken(trx, sessionId);
}

/** It was used: its end moves on, with a write in five minutes at most. */
export async function keepSession(db: Kysely<Database>, sessionId: number): Promise<void> {
  await extendSession(db, sessionId, { ...lifetime, everyMinutes: 5 });
}

/** Of whichever region; undefined for what is no live session. */
export async function findSessionId(
  { db, keys }: Pick<AppContext, 'db' | 'keys'>,
  secret: string | undefined,
): Promise<number | undefined> {
  if (secret === undefined || !isToken('spcs', secret)) return undefined;
  return (await findLiveToken(db, lookupDigests(keys, secret)))?.id;
}

export async function endSession(db: Kysely<Database>, sessionId: number): Promise<void> {
  await db.transaction().execute((trx) => endIn(trx, sessionId));
  forgetToken(db, sessionId);
}
