import type { MailSender, SmtpServer } from './mail/smtp-transport.ts';

const ports: Readonly<Record<string, number>> = { 'smtp:': 587, 'smtps:': 465 };

/** Options in the URL are refused: some of them would switch the check of certificates off. */
export function parseSmtpUrl(text: string | undefined): SmtpServer | undefined {
  if (text === undefined || !URL.canParse(text)) return undefined;
  const { protocol, hostname, port, username, password, pathname, search, hash } = new URL(text);
  const standard = ports[protocol];
  const [host = '', user, secret] = [hostname, username, password].map(decoded);
  const isPlain = ['', '/'].includes(pathname) && search + hash === '';
  if (standard === undefined || host === '' || user === undefined || secret === undefined || !isPlain) return undefined;
  return {
    host: host.replace(/^\[|\]$/g, ''),
    port: port === '' ? standard : Number(port),
    tls: protocol === 'smtps:',
    ...(user === '' ? { user: undefined, password: undefined } : { user, password: secret }),
  };
}

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

/** `address` or `Name <address>`. */
export function parseSender(text: string): MailSender | undefined {
  const [, name = '', bracketed, bare] = /^(?:([^<>\r\n"]*)<([^\s<>]+)>|([^\s<>]+))$/.exec(text.trim()) ?? [];
  const address = bracketed ?? bare;
  return address !== undefined && /^[^@,;]+@[^@,;]+$/.test(address) ? { name: name.trim(), address } : undefined;
}
