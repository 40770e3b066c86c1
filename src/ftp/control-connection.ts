import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { readCommands, type FtpCommand } from './command-lines.ts';
import { FtpRefusal } from './ftp-duties.ts';
import type { FtpParts, FtpSession } from './ftp-session.ts';
import { verbs } from './ftp-verbs.ts';

/** Without a command; a transfer is no silence. */
const idleMs = 300_000;
const loginMs = 60_000;

/** What an answer says stays one line of it, whatever it repeats. */
const oneLine = (text: string): string => text.replaceAll(/[\u0000-\u001f\u007f]+/g, ' ').slice(0, 500);

const mayBeUnknown = new Set(['USER', 'PASS', 'AUTH', 'PBSZ', 'PROT', 'QUIT', 'FEAT', 'SYST', 'NOOP', 'OPTS']);
const mayBeOpen = new Set(['AUTH', 'QUIT', 'FEAT', 'SYST', 'NOOP', 'OPTS']);

async function carryOut(session: FtpSession, command: FtpCommand | undefined): Promise<void> {
  if (command === undefined) return session.reply(501, 'Not a command in UTF-8.');
  const { verb, argument } = command;
  const act = verbs.get(verb);
  if (act === undefined) return session.reply(502, 'Not here.');
  if (session.parts.secureContext !== undefined && !session.secure && !mayBeOpen.has(verb))
    return session.reply(530, 'Only by TLS: send AUTH TLS first.');
  if (session.door === undefined && !mayBeUnknown.has(verb)) return session.reply(530, 'Log in first.');
  try {
    await act(session, argument);
  } catch (failure) {
    if (failure instanceof FtpRefusal) return session.reply(failure.code, failure.message);
    if (!session.gone.aborted) session.parts.duties.onFailure(failure);
    session.reply(451, 'The server failed; try again later.');
  }
}

/** Serves a connection until it ends. */
export function openSession(raw: Socket, parts: FtpParts): FtpSession {
  const gone = new AbortController();
  let stopReading = (): void => undefined;
  let busy = false;
  const read = (): void => {
    stopReading = readCommands(session.socket, async (command) => {
      busy = true;
      await carryOut(session, command);
      busy = false;
    });
  };
  const watch = (socket: Socket): void => {
    socket.on('error', () => socket.destroy());
    socket.on('end', () => gone.abort());
    socket.on('close', () => {
      gone.abort();
      session.passive?.close();
      raw.destroy();
    });
    socket.setTimeout(idleMs, () => {
      if (!busy) session.end();
    });
  };
  const write = (text: string): void => {
    if (session.socket.writable) session.socket.write(text);
  };
  const session: FtpSession = {
    ...{ parts, socket: raw, gone: gone.signal },
    localAddress: raw.localAddress ?? '',
    clientAddress: raw.remoteAddress ?? '',
    ...{ secure: false, dataSecure: false, username: undefined, door: undefined, failedLogins: 0 },
    ...{ binary: false, passive: undefined, announcedBytes: undefined },
    reply: (code, text) => write(`${code} ${oneLine(text)}\r\n`),
    replyLines: (code, first, lines, last) =>
      write([`${code}-${first}`, ...lines.map((line) => ` ${line}`), `${code} ${last}`, ''].join('\r\n')),
    secureControl: (reply) => {
      // What was sent before the handshake is no part of what is said under its protection.
      stopReading();
      reply();
      raw.setTimeout(0);
      const { secureContext } = parts;
      session.socket = new TLSSocket(raw, { isServer: true, ...(secureContext && { secureContext }) });
      session.secure = true;
      watch(session.socket);
      read();
    },
    end: () => {
      stopReading();
      session.socket.end(() => raw.destroySoon());
    },
  };
  watch(raw);
  read();
  const loginTimer = setTimeout(() => {
    if (session.door === undefined) session.end();
  }, loginMs);
  gone.signal.addEventListener('abort', () => clearTimeout(loginTimer), { once: true });
  session.reply(220, 'SPCI takes files into the queue of uploads.');
  return session;
}
