import type { Selectable } from 'kysely';
import type { CreatedAt, Defaulted, Id, Moment, OptionalMoment } from '../../db/columns.ts';
import type { Scope } from '../../principal.ts';

export interface ApiTokensTable {
  id: Id;
  account_id: number;
  token_name: string;
  /** Public first 16 characters; unique. */
  token_prefix: string;
  /** HMAC-SHA-256 of the token under the key `lookup_kid`; unique. */
  lookup: Buffer;
  lookup_kid: string;
  /** argon2id of the token in PHC form. */
  token_hash: string;
  scopes: Scope[];
  created_at: CreatedAt;
  expires_at: Moment;
  revoked_at: OptionalMoment;
  /** A session is held by a browser, in a cookie; a legacy token goes by its account’s role alone, where it is taken. */
  kind: Defaulted<'token' | 'session' | 'legacy'>;
  /** Of a session of the global region: the token there, sealed by the secret of the session. */
  peer_token: Defaulted<Buffer | null>;
  /** What ends with the token that it was made from. */
  parent_id: Defaulted<number | null>;
  /** What a child is confined to; null: the whole domain. */
  repository_id: Defaulted<number | null>;
  /** No reference: the token outlives the run, and is confined to nothing then. */
  run_id: Defaulted<number | null>;
  /** Of a child whose requests are counted; null: as many as it likes. */
  calls_left: Defaulted<number | null>;
  /** Of a session, whose `expires_at` moves on with its use: when it ends in any case. */
  ends_at: OptionalMoment;
  /** Whether the token occupies its name; a revoked or expired one gives it up. */
  holds_name: Defaulted<boolean>;
}
export type ApiTokenRow = Selectable<ApiTokensTable>;

/** Apart from its token, so that use rewrites a narrow row; absent for a token that was never used. */
export interface ApiTokenUsageTable {
  token_id: number;
  last_used_at: Moment;
}

/** Password logins that failed or are being checked, per address and per account. */
export interface LoginAttemptsTable {
  id: Id;
  address_key: string;
  /** SHA-256 of the lower-case e-mail address. */
  account_key: Buffer;
  attempted_at: CreatedAt;
}
