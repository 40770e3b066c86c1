import { readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client as FtpClient } from 'basic-ftp';
import { logIn, openRaw, passivePort, queueOf, rawLogin, refusal, type FtpLogin } from '../harness/ftp-clients.ts';
import { startServerProcess, type ServerProcess } from '../harness/server-process.ts';
import { createClient, type Client } from '../harness/client.ts';
import { newExtension, openWorld, password, sha256, unique, type World } from '../harness/world.ts';

const samples = join(import.meta.dirname, '../../scripts/demo/samples');
const bytesMax = 100_000;

type Member = Client & { readonly userId: number };

let server: ServerProcess;
let world: World;
let member: Member;
let login: FtpLogin;

beforeAll(async () => {
  server = await startServerProcess({ environment: { SPCI_MAX_UPLOAD_BYTES: String(bytesMax) } });
  world = await openWorld(server.url);
  member = await world.member('user');
  login = await member.expect('getFtpCredentials', 200);
});
afterAll(() => server.stop());

async function withFtp<T>(act: (client: FtpClient) => Promise<T>, by: FtpLogin = login): Promise<T> {
  const client = await logIn(by);
  try {
    return await act(client);
  } finally {
    client.close();
  }
}

const send = (content: string | Buffer, name: string, by: FtpLogin = login) =>
  withFtp((client) => client.uploadFrom(Readable.from([content]), name), by);

const names = async (client: Client = member) => (await queueOf(client)).map(({ original_name }) => original_name);

describe('a file that is sent by FTP', () => {
  test('waits in the queue of the account byte for byte, and becomes a sample', async () => {
    const file = join(samples, 'pop-on.m2ts');
    const bytes = await readFile(file);
    await withFtp((client) => client.uploadFrom(file, 'pop-on.m2ts'));
    const queued = (await queueOf(member)).find(({ sha }) => sha === sha256(bytes));
    expect(queued).toMatchObject({
      original_name: 'pop-on.m2ts',
      extension: 'm2ts',
      size_bytes: bytes.length,
      user_id: member.userId,
    });
    const path = { queued_id: queued?.id ?? 0 };
    const body = { version: '1', platform: 'linux', parameters: '', notes: '' } as const;
    const { sample_id } = await member.expect('finalizeQueuedSample', 201, { path, body });
    expect(await member.expect('getSample', 200, { path: { sample_id } })).toMatchObject({ sha: sha256(bytes) });
  });

  test('is listed to its own account alone, several in one session', async () => {
    const other = await world.member('user');
    const [one, two] = [unique('one'), `${unique('zwei')} 字幕.ts`];
    const listed = await withFtp(async (client) => {
      await client.uploadFrom(Readable.from([one]), one);
      await client.uploadFrom(Readable.from([two]), two);
      return client.list();
    });
    expect(listed.map(({ name }) => name)).toEqual(await names());
    expect(listed.map(({ name }) => name)).toEqual(expect.arrayContaining([one, two]));
    expect(await withFtp((client) => client.list(), await other.expect('getFtpCredentials', 200))).toEqual([]);
  });

  test('comes by PASV as well as by EPSV', async () => {
    const raw = await rawLogin(login);
    const [host = '', high, low] = /\((\d+,\d+,\d+,\d+),(\d+),(\d+)\)/.exec(await raw.ask('PASV'))?.slice(1) ?? [];
    expect(host).toBe('127,0,0,1');
    const data = connect(Number(high) * 256 + Number(low), login.host);
    const name = unique('pasv');
    expect(await raw.ask(`STOR /${name}`)).toMatch(/^150 /);
    data.end(name);
    expect(await raw.next()).toMatch(/^226 /);
    raw.socket.destroy();
    expect(await names()).toContain(name);
  });

  test('is of the size that was announced', async () => {
    const raw = await rawLogin(login);
    const name = unique('announced');
    for (const [announced, reply] of [
      [name.length + 1, /^426 /],
      [name.length, /^226 /],
    ] as const) {
      await raw.ask(`ALLO ${announced}`);
      const data = connect(await passivePort(raw), login.host).on('error', () => undefined);
      expect(await raw.ask(`STOR ${name}`)).toMatch(/^150 /);
      data.end(name);
      expect(await raw.next()).toMatch(reply);
    }
    raw.socket.destroy();
    expect(await names()).toContain(name);
  });
});

describe('refused, and nothing waits:', () => {
  let before: string[];
  beforeAll(async () => {
    before = await names();
  });
  const nothingCame = async () => expect(await names()).toEqual(before);

  test('a wrong password, an unknown name, and no login at all', async () => {
    expect(await refusal(logIn({ ...login, password: login.password.replace(/.$/, '') }))).toBe(530);
    expect(await refusal(logIn({ ...login, username: 'ftp-00000000000000000000' }))).toBe(530);
    expect(await refusal(logIn({ ...login, username: 'ada@example.org', password }))).toBe(530);
    const raw = await openRaw(login);
    for (const command of ['STOR a', 'LIST', 'PASV', 'EPSV']) expect(await raw.ask(command)).toMatch(/^530 /);
    raw.socket.destroy();
    await nothingCame();
  });

  test('the third wrong password of a connection, which ends', async () => {
    const raw = await openRaw(login);
    for (let attempt = 0; attempt < 3; attempt += 1) {
      await raw.ask(`USER ${unique('nobody')}`);
      expect(await raw.ask('PASS wrong')).toMatch(/^530 /);
    }
    expect(await raw.next()).toBe('');
  });

  test('more than an upload may have', async () => {
    expect(await refusal(send(Buffer.alloc(bytesMax + 1, 'x'), 'large.ts'))).toBe(552);
    await nothingCame();
  });

  test('nothing at all, and what waits already', async () => {
    expect(await refusal(send('', 'empty.ts'))).toBe(553);
    const content = unique('twice');
    await send(content, 'once.ts');
    expect(await refusal(send(content, 'twice.ts'))).toBe(553);
    before = await names();
    expect(before).not.toContain('twice.ts');
  });

  test('a forbidden extension, by name and by content', async () => {
    const { extension } = await world.operator.expect('createForbiddenExtension', 201, {
      body: { extension: newExtension() },
    });
    expect(await refusal(send(unique('named'), `a.${extension}`))).toBe(553);
    await world.operator.expect('createForbiddenExtension', 201, { body: { extension: 'flac' } });
    expect(await refusal(send(Buffer.concat([Buffer.from('fLaC'), Buffer.alloc(9000)]), 'a.ts'))).toBe(553);
    await world.operator.expect('deleteForbiddenExtension', 200, { path: { extension: 'flac' } });
    await nothingCame();
  });

  test.each(['../etc/passwd', '/etc/passwd', 'a/b', '..', '.', '/', 'a\\b', '\\..\\b', 'a'.repeat(256)])(
    'the name %j',
    async (name) => {
      const raw = await rawLogin(login);
      await passivePort(raw);
      expect(await raw.ask(`STOR ${name}`)).toMatch(/^553 /);
      raw.socket.destroy();
      await nothingCame();
    },
  );

  test('a data connection from another address than the commands come from', async () => {
    const raw = await rawLogin(login);
    const port = await passivePort(raw);
    const foreign = connect({ port, host: login.host, localAddress: '127.0.0.2' });
    const cut = new Promise((resolve) => foreign.on('error', () => undefined).on('close', resolve));
    foreign.resume().end(unique('foreign'));
    await cut;
    expect(await raw.ask('STOR bounced.ts')).toMatch(/^150 /);
    const own = connect(port, login.host);
    const content = unique('own');
    own.end(content);
    expect(await raw.next()).toMatch(/^226 /);
    raw.socket.destroy();
    expect((await queueOf(member)).find(({ original_name }) => original_name === 'bounced.ts')?.sha).toBe(
      sha256(content),
    );
    before = await names();
  });

  test.each([
    'PORT 127,0,0,1,7,138',
    'EPRT |1|127.0.0.1|1930|',
    'APPE a',
    'STOU',
    'DELE a',
    'RETR a',
    'RNFR a',
    'SITE x',
  ])('%s', async (command) => {
    const raw = await rawLogin(login);
    expect(await raw.ask(command)).toMatch(/^502 /);
    raw.socket.destroy();
  });

  test('a file whose data connection breaks', async () => {
    const raw = await rawLogin(login);
    const data = connect(await passivePort(raw), login.host);
    expect(await raw.ask('STOR broken.ts')).toMatch(/^150 /);
    data.write('begun');
    await delay(50);
    data.resetAndDestroy();
    expect(await raw.next()).toMatch(/^426 /);
    raw.socket.destroy();
    await nothingCame();
  });

  test('a file of a client that is gone before it ends', async () => {
    const raw = await rawLogin(login);
    const data = connect(await passivePort(raw), login.host);
    expect(await raw.ask('STOR abandoned.ts')).toMatch(/^150 /);
    data.write('begun');
    data.destroy();
    raw.socket.destroy();
    await delay(500);
    await nothingCame();
  });

  test('whoever sends lines without end', async () => {
    const raw = await openRaw(login);
    raw.socket.write('x'.repeat(3000));
    expect(await raw.next()).toBe('');
  });
});

describe('a login ends', () => {
  const wrongNow = async (by: FtpLogin) => expect(await refusal(logIn(by))).toBe(530);

  test('with a new password, also for who is logged in already', async () => {
    const person = await world.member('user');
    const theirs = await person.expect('getFtpCredentials', 200);
    await withFtp(async (client) => {
      const body = { current_password: password, new_password: 'nine herons over a wide river' };
      await person.expect('updateAccount', 200, { body });
      expect(await refusal(client.uploadFrom(Readable.from(['late']), 'late.ts'))).toBe(530);
    }, theirs);
    await wrongNow(theirs);
    expect(await names(person)).toEqual([]);
  });

  test('with the account, also for a file that is on its way', async () => {
    const person = await world.member('user');
    const theirs = await person.expect('getFtpCredentials', 200);
    await withFtp(async (client) => {
      const source = new Readable({ read: () => undefined });
      source.push(unique('begun'));
      const sending = refusal(client.uploadFrom(source, 'late.ts'));
      await world.admin.expect('deactivateUser', 200, { path: { user_id: person.userId } });
      source.push(null);
      expect(await sending).toBe(530);
    }, theirs);
    await wrongNow(theirs);
    expect(await names(world.admin)).not.toContain('late.ts');
  });

  test('where the account may only read', async () => {
    const person = await world.member('user');
    const theirs = await person.expect('getFtpCredentials', 200);
    await world.admin.expect('updateUser', 200, { path: { user_id: person.userId }, body: { read_only: true } });
    await wrongNow(theirs);
  });
});

test('wrong passwords are counted with those of the API', async () => {
  const limited = await startServerProcess({ environment: { SPCI_LIMITS: 'login=2/900' } });
  try {
    const right = await (await openWorld(limited.url)).admin.expect('getFtpCredentials', 200);
    for (const code of [530, 530, 450]) expect(await refusal(logIn({ ...right, password: 'wrong' }))).toBe(code);
    expect(await refusal(logIn(right))).toBe(450);
    const body = { email: 'nobody@example.org', password, token_name: 'limited' };
    await createClient(limited.url).expect('createToken', 429, { body });
  } finally {
    await limited.stop();
  }
});

test('no password stands in the log', () => {
  expect(server.output()).not.toContain(login.password);
});
