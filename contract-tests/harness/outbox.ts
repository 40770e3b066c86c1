import { readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

export interface MailLink {
  readonly user_id: number;
  readonly expires: number;
  readonly mac: string;
}

export interface FoundMail {
  readonly file: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

const withinMs = 20_000;
const known = new Map<string, FoundMail>();

/** As a mail program shows it: soft line breaks and escapes of quoted-printable are resolved. */
const shown = (text: string): string =>
  Buffer.from(
    text
      .replace(/=\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString();

export function readMail(file: string, source: string): FoundMail {
  const [head = '', ...rest] = source.split('\n\n');
  const header = (name: string): string => new RegExp(`^${name}: (.*)$`, 'm').exec(head)?.[1] ?? '';
  const body = rest.join('\n\n');
  const text = /^Content-Transfer-Encoding: quoted-printable$/m.test(head) ? shown(body) : body;
  return { file, to: header('To'), subject: header('Subject'), text };
}

/** Every server that tests start keeps its state in such a directory, whatever stands before it. */
async function outboxFiles(): Promise<string[]> {
  const states = (await readdir(tmpdir())).filter((name) => name.startsWith('spci-test-'));
  const found = states.map(async (name) => {
    const outbox = join(tmpdir(), name, 'outbox');
    const files = await readdir(outbox).catch(() => []);
    return files.filter((file) => file.endsWith('.eml')).map((file) => join(outbox, file));
  });
  return (await Promise.all(found)).flat();
}

/** What was written to the address so far; addresses of tests are told apart by their names. */
export async function mailsTo(email: string): Promise<FoundMail[]> {
  for (const file of await outboxFiles()) {
    // Another run may be taking its state away.
    const source = known.has(file) ? undefined : await readFile(file, 'utf8').catch(() => undefined);
    if (source !== undefined) known.set(file, readMail(file, source));
  }
  return [...known.values()].filter(({ to }) => to.toLowerCase() === email.toLowerCase());
}

/** The mail that comes to the address after those that were there. */
export async function nextMailTo(email: string, before: readonly FoundMail[] = []): Promise<FoundMail> {
  const files = before.map(({ file }) => file);
  for (const until = Date.now() + withinMs; Date.now() < until; await delay(50)) {
    const mail = (await mailsTo(email)).find(({ file }) => !files.includes(file));
    if (mail !== undefined) return mail;
  }
  throw new Error(`no mail came to ${email}`);
}

/** What the request that the mail asks for consists of, but for the password. */
export function linkIn({ text }: FoundMail): MailLink {
  const { password: _, ...link } = JSON.parse(/--data '(\{[^']*\})'/.exec(text)?.[1] ?? '{}') as MailLink & {
    readonly password: string;
  };
  return link;
}

export const linkTo = async (email: string): Promise<MailLink> => linkIn(await nextMailTo(email));
