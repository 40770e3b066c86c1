import type { Selectable } from 'kysely';
import type { CreatedAt } from '../../db/columns.ts';

/** One for each account that asked; gone with what ends it, and made under another name when asked for again. */
export interface FtpLoginsTable {
  account_id: number;
  /** Random, and never given twice: the password follows from it. */
  username: string;
  /** Of the look-up keys, the one that the password is made with. */
  key_id: string;
  created_at: CreatedAt;
}
export type FtpLoginRow = Selectable<FtpLoginsTable>;
