import type { CreatedAt, Defaulted, Id, Moment, OptionalMoment } from '../../db/columns.ts';

/** All that descends from one minted promise token; what is true of it is true of every token in it. */
export interface PromiseChainsTable {
  id: Defaulted<string>;
  domain_id: number;
  account_id: number;
  site_id: number;
  /** The token or session that it was minted with, and ends with. */
  token_id: number;
  purpose: 'preflight' | 'fixes';
  created_at: CreatedAt;
  /** In any case. */
  ends_at: Moment;
  revoked_at: OptionalMoment;
}

export interface PromiseTokensTable {
  id: Id;
  chain_id: string;
  /** An access token opens pages; a promise token is exchanged for one. */
  kind: 'promise' | 'access';
  /** HMAC-SHA-256 of the token under the key `lookup_kid`; unique. */
  lookup: Buffer;
  lookup_kid: string;
  /** How often it was exchanged. */
  uses: Defaulted<number>;
  created_at: CreatedAt;
  expires_at: Moment;
}
