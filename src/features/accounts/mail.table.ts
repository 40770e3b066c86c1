import type { Selectable } from 'kysely';
import type { CreatedAt, Defaulted, Id, Moment, OptionalMoment } from '../../db/columns.ts';

export type MailKind = 'password_reset' | 'signup';
export type MailOutcome = 'sent' | 'unaddressed' | 'refused' | 'expired';

/**
 * What somebody asked to be sent to an address, whether or not anybody has it. No secret is in it: what makes a link is
 * computed when the mail is sent.
 */
export interface OutgoingMailsTable {
  id: Id;
  kind: MailKind;
  email: string;
  message_id: Defaulted<string>;
  created_at: CreatedAt;
  attempts: Defaulted<number>;
  /** While somebody sends it, when others may take it over. */
  next_attempt_at: Defaulted<string>;
  ended_at: OptionalMoment;
  outcome: MailOutcome | null;
}
export type OutgoingMailRow = Selectable<OutgoingMailsTable>;

/** An address that was sent a mail, and the id of the account that answering it makes. */
export interface SignupsTable {
  account_id: number;
  email: string;
  asked_at: Moment;
}
export type SignupRow = Selectable<SignupsTable>;
