import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '../../db/database.ts';
import type { ApiTokenRow } from './tokens.table.ts';

/**
 * Whether it is neither revoked nor expired, and opens all that its scopes open, as often as it likes: a session knows no
 * other confines. Until the transaction ends it stays so.
 */
export async function isFreeForShare(trx: Transaction<Database>, tokenId: number): Promise<boolean> {
  const token = await trx
    .selectFrom('api_tokens')
    .select('id')
    .where('id', '=', tokenId)
    .where('kind', '=', 'token')
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', sql<string>`now()`)
    .where((eb) => eb.and([eb('repository_id', 'is', null), eb('run_id', 'is', null), eb('calls_left', 'is', null)]))
    .forShare()
    .executeTakeFirst();
  return token !== undefined;
}

export interface NewSession extends Pick<
  ApiTokenRow,
  'account_id' | 'token_prefix' | 'lookup' | 'lookup_kid' | 'token_hash' | 'scopes'
> {
  /** The token it is made from. */
  readonly parent_id?: number;
  /** The sealed token of the global region that it is made from. */
  readonly peer_token?: Buffer;
}

/** Ends after so long without use, after so long in any case, and never after its parent. */
export async function insertSession(
  trx: Transaction<Database>,
  session: NewSession,
  { idleHours, hoursMax }: { readonly idleHours: number; readonly hoursMax: number },
): Promise<ApiTokenRow> {
  const parentEnd = sql`(select expires_at from api_tokens where id = ${session.parent_id ?? null})`;
  const endsAt = sql<string>`least(now() + ${hoursMax} * interval '1 hour', ${parentEnd})`;
  const { rows } = await sql<ApiTokenRow>`
    insert into api_tokens (account_id, parent_id, token_name, token_prefix, lookup, lookup_kid, token_hash, scopes, kind,
      peer_token, holds_name, ends_at, expires_at)
    values (${session.account_id}, ${session.parent_id ?? null}, 'session', ${session.token_prefix}, ${session.lookup},
      ${session.lookup_kid}, ${session.token_hash}, ${session.scopes}, 'session', ${session.peer_token ?? null}, false, ${endsAt},
      least(now() + ${idleHours} * interval '1 hour', ${endsAt}))
    returning *`.execute(trx);
  const [row] = rows;
  if (row === undefined) throw new Error('an insert gives its row');
  return row;
}

/** Its use moves its end on; at most once in so many minutes, so that reads stay reads. */
export async function extendSession(
  db: Kysely<Database>,
  sessionId: number,
  { idleHours, everyMinutes }: { readonly idleHours: number; readonly everyMinutes: number },
): Promise<void> {
  const next = sql<string>`least(now() + ${idleHours} * interval '1 hour', ends_at)`;
  await db
    .updateTable('api_tokens')
    .set({ expires_at: next })
    .where('id', '=', sessionId)
    .where('kind', '=', 'session')
    .where(sql<boolean>`expires_at < ${next} - ${everyMinutes} * interval '1 minute'`)
    .execute();
}

export async function updateSessionRevoked(db: Kysely<Database>, sessionId: number): Promise<void> {
  await db
    .updateTable('api_tokens')
    .set({ revoked_at: sql<string>`coalesce(revoked_at, now())` })
    .where('id', '=', sessionId)
    .where('kind', '=', 'session')
    .execute();
}
