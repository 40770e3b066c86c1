import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createClient, type Client } from '../../harness/client.ts';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { startOwnServer } from '../../harness/own-server.ts';
import { cookieOf, openSession } from '../../harness/sessions.ts';
import type { ServerProcess } from '../../harness/server-process.ts';
import { openWorld, password, signIn, unique, type World } from '../../harness/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

const loginOf = (client: Client) => client.expect('getFtpCredentials', 200);
const childOf = async (client: Client, confines: { readonly max_calls?: number } = {}): Promise<Client> => {
  const { token } = await client.expect('createChildToken', 201, {
    body: { token_name: unique('child'), ...confines },
  });
  return createClient(world.url, token);
};

describe('200', () => {
  test('the login of the account, made at the first call and the same at each later one, by whichever token', async () => {
    const member = await world.member('user', ['runs:write']);
    const { headers, body } = await member.call('getFtpCredentials');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(body).toEqual({
      host: '127.0.0.1',
      port: expect.any(Number),
      username: expect.stringMatching(/^ftp-[0-9a-f]{20}$/),
      password: expect.stringMatching(/^[\w-]{43}$/),
    });
    const another = await signIn(world.url, member.email, password, ['runs:write']);
    expect([await loginOf(member), await loginOf(another)]).toEqual([body, body]);
  });

  test('of many first calls at once all show one login', async () => {
    const member = await world.member('user');
    const logins = await Promise.all(Array.from({ length: 10 }, () => loginOf(member)));
    expect(new Set(logins.map(({ username }) => username)).size).toBe(1);
  });

  test('every account has its own', async () => {
    const [one, other] = [await loginOf(await world.member('user')), await loginOf(await world.member('user'))];
    expect(other.username).not.toBe(one.username);
    expect(other.password).not.toBe(one.password);
  });

  test('a session shows what the token shows that it was opened with', async () => {
    const member = await world.member('user');
    const headers = cookieOf(await openSession(world, member.token));
    const response = await fetch(`${world.url}/api/v1/auth/me/ftp-credentials`, { headers });
    expect([response.status, await response.json()]).toEqual([200, await loginOf(member)]);
  });

  test('another one after a new password', async () => {
    const member = await world.member('user');
    const before = await loginOf(member);
    const body = { current_password: password, new_password: 'nine herons over a wide river' };
    await member.expect('updateAccount', 200, { body });
    const after = await loginOf(member);
    expect([after.username === before.username, after.password === before.password]).toEqual([false, false]);
  });

  test('another one when the account was deactivated and is active again', async () => {
    const member = await world.member('user');
    const before = await loginOf(member);
    const path = { user_id: member.userId };
    await world.admin.expect('deactivateUser', 200, { path });
    await world.admin.expect('updateUser', 200, { path, body: { active: true } });
    const again = await signIn(world.url, member.email, password, ['runs:write']);
    expect((await loginOf(again)).username).not.toBe(before.username);
  });
});

describe('403: the login outlasts the token, so it is not shown to', () => {
  test('a token that was made from another, with whatever confines, nor to its session', async () => {
    const member = await world.member('user');
    const child = await childOf(member);
    await child.expect('getFtpCredentials', 403);
    await (await childOf(member, { max_calls: 5 })).expect('getFtpCredentials', 403);
    const headers = cookieOf(await openSession(world, child.token));
    expect((await fetch(`${world.url}/api/v1/auth/me/ftp-credentials`, { headers })).status).toBe(403);
  });

  test('an account that only reads', async () => {
    const member = await world.member('user');
    await world.admin.expect('updateUser', 200, { path: { user_id: member.userId }, body: { read_only: true } });
    await member.expect('getFtpCredentials', 403);
  });
});

describeGuard(() => world, 'getFtpCredentials', {}, { scope: 'runs:write' });

describe('503, where no files are taken by FTP', () => {
  let server: ServerProcess;

  beforeAll(async () => {
    server = await startOwnServer({ SPCI_FTP_PORT: '' });
  });
  afterAll(() => server.stop());

  test('says so', async () => {
    const { admin } = await openWorld(server.url);
    const { code, message } = await admin.expect('getFtpCredentials', 503);
    expect({ code, message }).toEqual({
      code: 'unavailable',
      message: 'This installation takes no files by FTP; its operator can change that.',
    });
  });
});
