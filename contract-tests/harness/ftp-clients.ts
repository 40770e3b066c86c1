import { connect, type Socket } from 'node:net';
import { expect } from '@jest/globals';
import { Client as FtpClient, FTPError, type AccessOptions } from 'basic-ftp';
import type { Client } from './client.ts';

/** What `getFtpCredentials` shows. */
export interface FtpLogin {
  readonly host: string;
  readonly port: number;
  readonly username: string;
  readonly password: string;
}

/** A session of a client as people use it. */
export async function logIn(
  { host, port, username: user, password: secret }: FtpLogin,
  secure: AccessOptions = {},
): Promise<FtpClient> {
  const client = new FtpClient(20_000);
  try {
    await client.access({ host, port, user, password: secret, ...secure });
    return client;
  } catch (failure) {
    client.close();
    throw failure;
  }
}

/** The code of the reply by which it is refused; 0: it is not. */
export const refusal = (attempt: Promise<unknown>): Promise<number> =>
  attempt.then(
    () => 0,
    (failure: unknown) => {
      if (failure instanceof FTPError) return failure.code;
      throw failure;
    },
  );

/** What waits in the queue, as the client of the API sees it. */
export const queueOf = async (client: Client) => (await client.expect('listQueuedSamples', 200)).data;

/** A client that says what no library would say. */
export interface RawFtp {
  readonly socket: Socket;
  ask(command: string): Promise<string>;
  next(): Promise<string>;
}

export async function openRaw({ host, port }: FtpLogin): Promise<RawFtp> {
  const socket = connect(port, host);
  socket.on('error', () => undefined);
  const replies = socket.setEncoding('utf8').iterator({ destroyOnReturn: false });
  let pending = '';
  const next = async (): Promise<string> => {
    for (;;) {
      const [, reply] = /^(\d{3} [^\r]*)\r\n/m.exec(pending) ?? [];
      if (reply !== undefined) {
        pending = pending.slice(pending.indexOf(reply) + reply.length + 2);
        return reply;
      }
      const { value, done } = await replies.next();
      if (done === true) return '';
      pending += String(value);
    }
  };
  const ask = (command: string): Promise<string> => {
    socket.write(`${command}\r\n`);
    return next();
  };
  await next();
  return { socket, ask, next };
}

export async function rawLogin(login: FtpLogin): Promise<RawFtp> {
  const raw = await openRaw(login);
  await raw.ask(`USER ${login.username}`);
  expect(await raw.ask(`PASS ${login.password}`)).toMatch(/^230 /);
  await raw.ask('TYPE I');
  return raw;
}

/** Where the next data connection is expected. */
export async function passivePort({ ask }: RawFtp): Promise<number> {
  return Number(/\|\|\|(\d+)\|/.exec(await ask('EPSV'))?.[1]);
}
