import { join } from 'node:path';
import type { Settings } from '../config.ts';
import { fileOutbox } from './file-outbox.ts';
import type { MailTransport } from './mail-transport.ts';
import { smtpTransport } from './smtp-transport.ts';

/** The configured SMTP server, else files in the state directory. */
export function openMailTransport({ smtp, mailFrom, dataDirectory }: Settings): MailTransport {
  return smtp === undefined ? fileOutbox(join(dataDirectory, 'outbox'), mailFrom) : smtpTransport(smtp, mailFrom);
}
