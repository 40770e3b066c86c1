import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { MailTransport } from './mail-transport.ts';
import { automatic, type MailSender } from './smtp-transport.ts';

/** Each mail as a file that only the server's user can read, complete or absent; a repeat replaces it. */
export function fileOutbox(directory: string, from: MailSender): MailTransport {
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  return {
    kind: 'outbox',
    send: async ({ messageId, to, subject, text }) => {
      const mail = { messageId, from, to: { name: '', address: to }, subject, text, headers: automatic };
      const { message } = await composer.sendMail(mail);
      await mkdir(directory, { recursive: true, mode: 0o700 });
      const file = join(directory, `${messageId.replace(/[^\w-]+/g, '_')}.eml`);
      const unfinished = `${file}.${process.pid}`;
      await writeFile(unfinished, message, { mode: 0o600 });
      await rename(unfinished, file);
    },
  };
}
