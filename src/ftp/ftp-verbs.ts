import { isIPv4 } from 'node:net';
import { nameFault } from './file-name.ts';
import { FtpRefusal, type FtpDoor } from './ftp-duties.ts';
import type { FtpSession } from './ftp-session.ts';
import { longListing, nameListing } from './listing.ts';
import { openPassivePort, type PassivePort } from './passive-port.ts';
import { receiveFile, sendText } from './transfers.ts';

type Verb = (session: FtpSession, argument: string) => void | Promise<void>;

const failedLoginsMax = 3;

function doorOf({ door }: FtpSession): FtpDoor {
  if (door === undefined) throw new FtpRefusal(530, 'Log in first.');
  return door;
}

async function pass(session: FtpSession, password: string): Promise<void> {
  const { username, parts, clientAddress } = session;
  if (username === undefined) return session.reply(503, 'Send USER first.');
  session.username = undefined;
  const door = await parts.duties.logIn(username, password, clientAddress);
  if (door !== undefined) {
    session.door = door;
    return session.reply(230, 'Logged in.');
  }
  session.failedLogins += 1;
  session.reply(530, 'User name or password is wrong.');
  if (session.failedLogins >= failedLoginsMax) session.end();
}

async function listen(session: FtpSession): Promise<PassivePort> {
  doorOf(session);
  if (session.secure && !session.dataSecure) throw new FtpRefusal(522, 'Data by TLS only: send PROT P first.');
  session.passive?.close();
  session.passive = await openPassivePort(session, session.parts.passivePorts);
  if (session.passive === undefined) throw new FtpRefusal(425, 'No port is free; try again later.');
  // It may have gone while the port was opened.
  if (session.gone.aborted) session.passive.close();
  return session.passive;
}

async function pasv(session: FtpSession): Promise<void> {
  const address = session.parts.passiveAddress ?? session.localAddress.replace(/^::ffff:/i, '');
  if (!isIPv4(address)) return session.reply(425, 'There is no IPv4 address here: send EPSV.');
  const { port } = await listen(session);
  const numbers = [...address.split('.'), port >> 8, port & 255].join(',');
  session.reply(227, `Entering passive mode (${numbers}).`);
}

async function epsv(session: FtpSession, argument: string): Promise<void> {
  if (argument.toUpperCase() === 'ALL') return session.reply(200, 'Nothing else is here.');
  const { port } = await listen(session);
  session.reply(229, `Entering extended passive mode (|||${port}|).`);
}

function type(session: FtpSession, argument: string): void {
  const [kind = ''] = argument.toUpperCase().split(' ');
  if (!['A', 'I', 'L'].includes(kind)) return session.reply(504, 'Only TYPE I and, for lists, TYPE A.');
  session.binary = kind !== 'A';
  session.reply(200, `Type ${kind}.`);
}

function allo(session: FtpSession, argument: string): void {
  const [, bytes] = /^(\d{1,15})(?: R \d+)?$/i.exec(argument) ?? [];
  if (bytes === undefined) return session.reply(501, 'ALLO takes a number of bytes.');
  session.announcedBytes = Number(bytes);
  session.reply(200, 'A file of another size is refused.');
}

async function stor(session: FtpSession, argument: string): Promise<void> {
  const sizeBytes = session.announcedBytes;
  session.announcedBytes = undefined;
  const door = doorOf(session);
  const name = argument.replace(/^\//, '');
  const fault = nameFault(name);
  if (fault !== undefined) throw new FtpRefusal(553, fault);
  if (!session.binary) throw new FtpRefusal(550, 'Files are kept byte by byte: send TYPE I first.');
  session.reply(226, await receiveFile(session, sizeBytes, (bytes, signal) => door.take({ name, bytes }, signal)));
}

const list =
  (asText: typeof longListing): Verb =>
  async (session) => {
    await sendText(session, asText(await doorOf(session).list()));
    session.reply(226, 'That is the queue of the account.');
  };

function auth(session: FtpSession, argument: string): void {
  if (session.parts.secureContext === undefined) return session.reply(502, 'There is no TLS here.');
  if (session.secure) return session.reply(503, 'That is so already.');
  if (!['TLS', 'TLS-C'].includes(argument.toUpperCase())) return session.reply(504, 'Only AUTH TLS.');
  session.secureControl(() => session.reply(234, 'Begin the handshake.'));
}

function prot(session: FtpSession, argument: string): void {
  if (!session.secure) return session.reply(503, 'Send AUTH TLS first.');
  if (argument.toUpperCase() !== 'P') return session.reply(536, 'Only PROT P.');
  session.dataSecure = true;
  session.reply(200, 'Data by TLS.');
}

function feat(session: FtpSession): void {
  const ofTls = session.parts.secureContext === undefined ? [] : ['AUTH TLS', 'PBSZ', 'PROT'];
  session.replyLines(211, 'Beside RFC 959:', ['EPSV', 'UTF8', ...ofTls], 'That is all.');
}

const says =
  (code: number, text: string): Verb =>
  (session) =>
    session.reply(code, text);

const here = (argument: string): boolean => ['', '.', '/', './'].includes(argument);

/** Every command that is answered otherwise than with 502. */
export const verbs: ReadonlyMap<string, Verb> = new Map<string, Verb>([
  [
    'USER',
    (session, argument) => {
      session.door = undefined;
      session.username = argument;
      session.reply(331, 'Password?');
    },
  ],
  ['PASS', pass],
  ['PASV', pasv],
  ['EPSV', epsv],
  ['PORT', says(502, 'The server connects to nobody: send PASV or EPSV.')],
  ['EPRT', says(502, 'The server connects to nobody: send PASV or EPSV.')],
  ['TYPE', type],
  ['MODE', (session, argument) => session.reply(argument.toUpperCase() === 'S' ? 200 : 504, 'Only MODE S.')],
  ['STRU', (session, argument) => session.reply(argument.toUpperCase() === 'F' ? 200 : 504, 'Only STRU F.')],
  ['ALLO', allo],
  ['STOR', stor],
  ['LIST', list(longListing)],
  ['NLST', list(nameListing)],
  ['PWD', says(257, '"/" is all there is.')],
  ['XPWD', says(257, '"/" is all there is.')],
  ['CWD', (session, argument) => session.reply(here(argument) ? 250 : 550, 'There are no directories.')],
  ['CDUP', says(250, 'There are no directories.')],
  ['AUTH', auth],
  ['PBSZ', (session) => session.reply(session.secure ? 200 : 503, session.secure ? 'PBSZ=0' : 'Send AUTH TLS first.')],
  ['PROT', prot],
  ['FEAT', feat],
  [
    'OPTS',
    (session, argument) => session.reply(/^UTF-?8( ON)?$/i.test(argument) ? 200 : 501, 'Names are in UTF-8, always.'),
  ],
  ['SYST', says(215, 'UNIX Type: L8')],
  ['NOOP', says(200, 'Nothing done.')],
  [
    'QUIT',
    (session) => {
      session.reply(221, 'Goodbye.');
      session.end();
    },
  ],
]);
