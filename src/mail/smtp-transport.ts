import { createTransport } from 'nodemailer';
import { isLoopback } from '../confidential-address.ts';
import { MailRefused, type MailTransport } from './mail-transport.ts';

export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; without it the connection is upgraded, or given up where the server cannot. */
  readonly tls: boolean;
  readonly user: string | undefined;
  readonly password: string | undefined;
}

export interface MailSender {
  readonly name: string;
  readonly address: string;
}

const waitMs = { connect: 10_000, greeting: 10_000, silence: 20_000 } as const;
const permanentFrom = 500;
/** Stages at which an answer is about this mail; at others it is about the server or its configuration. */
const aboutTheMail: ReadonlySet<unknown> = new Set(['EENVELOPE', 'EMESSAGE']);

export function smtpTransport(server: SmtpServer, from: MailSender): MailTransport {
  const { host, port, tls, user, password } = server;
  const transport = createTransport({
    host,
    port,
    secure: tls,
    // On its own machine nobody listens, and a relay there has the certificate of no authority.
    ...(isLoopback(host) ? { ignoreTLS: true } : { requireTLS: true }),
    ...(user === undefined ? {} : { auth: { user, pass: password ?? '' } }),
    connectionTimeout: waitMs.connect,
    greetingTimeout: waitMs.greeting,
    socketTimeout: waitMs.silence,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    kind: 'smtp',
    send: async ({ messageId, to, subject, text }, signal) => {
      const mail = { messageId, from, to: { name: '', address: to }, subject, text, headers: automatic };
      await transport.sendMail({ ...mail, signal }).catch((failure: unknown) => {
        throw asRefusal(failure);
      });
    },
  };
}

/** Nobody's holiday answers it (RFC 3834). */
export const automatic = { 'Auto-Submitted': 'auto-generated' } as const;

function asRefusal(failure: unknown): unknown {
  const { code, responseCode } = failure as { readonly code?: unknown; readonly responseCode?: unknown };
  const permanent = aboutTheMail.has(code) && typeof responseCode === 'number' && responseCode >= permanentFrom;
  return permanent ? new MailRefused(`refused with ${responseCode}`, { cause: failure }) : failure;
}
