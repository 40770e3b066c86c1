import type { MailLink } from './mail-links.ts';

export interface Letter {
  readonly subject: string;
  readonly text: string;
}

/** Why the mail is written. */
export type Occasion = 'password_reset' | 'signup' | 'signup_of_known';

const reasons: Readonly<Record<Occasion, readonly [subject: string, reason: string, otherwise: string]>> = {
  password_reset: [
    'Set a new password',
    'Somebody asked to set a new password for the account with this address.',
    'nobody has changed anything, and your password stays.',
  ],
  signup: [
    'Finish signing up',
    'Somebody asked for an account with this address. It is made when a password is set.',
    'no account is made.',
  ],
  signup_of_known: [
    'You have an account',
    'Somebody asked for an account with this address, which has one. A new password can be set for it.',
    'nobody has changed anything, and your password stays.',
  ],
};

export function letterFor(occasion: Occasion, publicUrl: string, link: MailLink): Letter {
  const [subject, reason, otherwise] = reasons[occasion];
  const body = JSON.stringify({ ...link, password: 'YOUR NEW PASSWORD' }, null, 1);
  const until = new Date(link.expires * 1000).toISOString().replace('T', ' ').slice(0, 16);
  return {
    subject: `${subject} (SPCI)`,
    text: [
      reason,
      `This is about ${publicUrl}.`,
      '',
      `To set the password, send this once, before ${until} UTC:`,
      '',
      `curl ${publicUrl}/api/v1/auth/password-reset/complete \\`,
      "  -H 'Content-Type: application/json' \\",
      `  --data '${body}'`,
      '',
      `If it was not you, ignore this mail: ${otherwise}`,
      '',
    ].join('\n'),
  };
}
