export interface Mail {
  /** The same each time that a mail is tried, so that whoever gets it twice can tell. */
  readonly messageId: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export interface MailTransport {
  /** Where it goes, for the log. */
  readonly kind: 'smtp' | 'outbox';
  /** Resolves when somebody else answers for the mail. */
  send(mail: Mail, signal: AbortSignal): Promise<void>;
}

/** Whoever was to take the mail never will; to try again is of no use. */
export class MailRefused extends Error {
  override readonly name = 'MailRefused';
}
