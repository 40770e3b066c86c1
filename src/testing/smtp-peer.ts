import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly user: string | undefined;
  readonly source: string;
}

export interface SmtpPeer {
  readonly port: number;
  readonly received: readonly ReceivedMail[];
  close(): Promise<void>;
}

/** Whom the peer knows; it takes mail from nobody else, and none for `nobody@`. */
export const relayUser = { user: 'relay@user', password: 'p:ss/w@rd' } as const;

const refusal = (code: number, message: string): Error => Object.assign(new Error(message), { responseCode: code });

/** A real SMTP server on this machine that keeps what it is given. */
export async function startSmtpPeer(options: SMTPServerOptions = {}): Promise<SmtpPeer> {
  const received: ReceivedMail[] = [];
  const server = new SMTPServer({
    authMethods: ['PLAIN'],
    allowInsecureAuth: true,
    disableReverseLookup: true,
    logger: false,
    onAuth: ({ username, password }, _session, answer) =>
      username === relayUser.user && password === relayUser.password
        ? answer(null, { user: username })
        : answer(refusal(535, 'unknown')),
    onRcptTo: ({ address }, _session, answer) =>
      answer(address.startsWith('nobody@') ? refusal(550, `no mailbox ${address}`) : undefined),
    onData: (stream, { envelope, user }, answer) => {
      void text(stream).then((source) => {
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
        const to = envelope.rcptTo.map(({ address }) => address);
        received.push({ from, to, user: user === undefined ? undefined : String(user), source });
        answer();
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return { port, received, close: () => new Promise((resolve) => server.close(() => resolve())) };
}
