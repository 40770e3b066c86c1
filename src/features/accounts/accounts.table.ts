import type { Selectable } from 'kysely';
import type { CreatedAt, Defaulted, Id, OptionalMoment } from '../../db/columns.ts';
import type { Role } from '../../principal.ts';

export interface AccountsTable {
  id: Id;
  domain_id: number;
  name: string;
  /** As given; unique in the installation without regard to case. */
  email: string;
  /** argon2id in PHC form. */
  password_hash: string;
  role: Role;
  operator: Defaulted<boolean>;
  read_only: Defaulted<boolean>;
  /** As GitHub spelled it when it was linked. */
  github_login: string | null;
  /** Of whom the login was then: GitHub gives logins that were given up to others. Unique in the domain. */
  github_user_id: Defaulted<number | null>;
  /** How often a login was linked or unlinked: what was offered before a change works no more. */
  github_link_changes: Defaulted<number>;
  created_at: CreatedAt;
  deactivated_at: OptionalMoment;
}
export type AccountRow = Selectable<AccountsTable>;

/** The digest of the one-time setup token; one row at most, gone once it was used. */
export interface SetupTokensTable {
  id: Id;
  digest: Buffer;
  created_at: CreatedAt;
}
