import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createClient, type Client } from '../../harness/client.ts';
import { describeJsonBody } from '../../harness/json-refusals.ts';
import { startOwnServer } from '../../harness/own-server.ts';
import { expectCredentialNeeded, failureOf, faultyFields } from '../../harness/refusals.ts';
import type { ServerProcess } from '../../harness/server-process.ts';
import { openWorld, password, signIn, unique, type World } from '../../harness/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

const new_password = 'nine herons over a wide river';
const current_password = password;
const shown = (user_id: number) => world.admin.expect('getUser', 200, { path: { user_id } });
const newEmail = () => `${unique('person')}@example.org`;
const logIn = (email: string, secret: string) =>
  world.anonymous.call('createToken', { body: { email, password: secret, token_name: unique('token') } });

describe('200', () => {
  test('a name is changed by any token of the account, and everything else stays', async () => {
    const { email, userId } = await world.member('user');
    const before = await shown(userId);
    const reader = await signIn(world.url, email, password, ['runs:read']);
    const name = unique('Name');
    expect(await reader.expect('updateAccount', 200, { body: { name } })).toEqual({ ...before, name });
    expect(await reader.expect('getCurrentUser', 200)).toMatchObject({ name, email });
  });

  test('an address is changed by who knows the password; from then on it is the one to log in with', async () => {
    const member = await world.member('tester');
    const email = newEmail();
    const changed = await member.expect('updateAccount', 200, { body: { email, current_password } });
    expect(changed).toEqual(await shown(member.userId));
    expect(changed.email).toBe(email);
    await member.expect('getCurrentUser', 200);
    expect((await logIn(member.email, password)).status).toBe(401);
    expect((await logIn(email, password)).status).toBe(201);
  });

  test('a new password ends the old one and every other token, and nobody else’s', async () => {
    const member = await world.member('contributor');
    const other = await signIn(world.url, member.email, password, ['runs:read']);
    const bystander = await world.member('user');
    await other.expect('getCurrentUser', 200);
    await member.expect('updateAccount', 200, { body: { new_password, current_password } });
    await member.expect('getCurrentUser', 200);
    await other.expect('getCurrentUser', 401);
    await bystander.expect('getCurrentUser', 200);
    expect((await logIn(member.email, password)).status).toBe(401);
    expect((await logIn(member.email, new_password)).status).toBe(201);
  });

  test('of two new passwords at once one holds, and who set the other is told', async () => {
    const { email, userId, ...member } = await world.member('user');
    const secrets = ['nine herons over a wide river', 'ten otters under a low bridge'];
    const set = (secret: string) => member.call('updateAccount', { body: { new_password: secret, current_password } });
    const statuses = (await Promise.all(secrets.map(set))).map(({ status }) => status);
    expect(statuses.toSorted()).toEqual([200, 401]);
    const logins = await Promise.all(secrets.map(async (secret) => (await logIn(email, secret)).status));
    expect(logins).toEqual(statuses.map((status) => (status === 200 ? 201 : 401)));
  });
});

describe('400', () => {
  test.each<[string, object]>([
    ['body', {}],
    ['body', { current_password }],
    ['body.current_password', { email: 'new@example.org' }],
    ['body.current_password', { new_password }],
    ['body.new_password', { new_password: 'too short', current_password }],
    ['body.email', { email: 'nobody', current_password }],
    ['body.name', { name: '' }],
    ['body.role', { role: 'admin' }],
  ])('names %s in %j, and changes nothing', async (field, body) => {
    const member = await world.member('user');
    const before = await shown(member.userId);
    expect(faultyFields(await member.call('updateAccount', { raw: JSON.stringify(body) }))).toEqual([field]);
    expect(await shown(member.userId)).toEqual(before);
    expect((await logIn(member.email, password)).status).toBe(201);
  });
});

describe('401', () => {
  test('a wrong password changes neither address nor password nor the name beside them', async () => {
    const member = await world.member('user');
    const before = await shown(member.userId);
    for (const change of [{ email: newEmail() }, { new_password, name: unique('Name') }]) {
      const body = { ...change, current_password: 'not the password' };
      expect(await member.expect('updateAccount', 401, { body })).toMatchObject({ code: 'invalid_credentials' });
    }
    expect(await shown(member.userId)).toEqual(before);
    expect((await logIn(member.email, password)).status).toBe(201);
  });

  test('needs a valid token', () =>
    expectCredentialNeeded(world, (client) => client.call('updateAccount', { body: { name: 'Eve' } })));
});

test('403: a read-only account does not change itself', async () => {
  const member = await world.member('user');
  await world.admin.expect('updateUser', 200, { path: { user_id: member.userId }, body: { read_only: true } });
  await member.expect('updateAccount', 403, { body: { name: unique('Name') } });
});

describe('409', () => {
  test('another’s name in the domain or address anywhere, in any case, stays another’s', async () => {
    const [member, other] = [await world.member('user'), await world.member('user')];
    const { name } = await shown(other.userId);
    const foreign = await (await openWorld()).member('user');
    const taken = [
      { name: name.toUpperCase() },
      { email: other.email.toUpperCase(), current_password },
      { email: foreign.email, new_password, current_password },
    ];
    const before = await shown(member.userId);
    for (const body of taken)
      expect(await member.expect('updateAccount', 409, { body })).toMatchObject({ code: 'conflict' });
    expect(await shown(member.userId)).toEqual(before);
    expect((await logIn(member.email, password)).status).toBe(201);
  });
});

test('422: a password that is easy to guess for the name or address that comes with it', async () => {
  const member = await world.member('user');
  const easy = [
    { new_password: 'password123' },
    { new_password: 'zanzibar1234', email: `zanzibar.${unique('a')}@example.org` },
    { new_password: 'zanzibar1234', name: `Zanzibar ${unique('a')}` },
  ];
  for (const change of easy) {
    const body = { ...change, current_password };
    const { details } = await member.expect('updateAccount', 422, { body });
    expect(Object.keys(details.fields ?? {})).toEqual(['body.new_password']);
  }
  expect((await logIn(member.email, password)).status).toBe(201);
});

describe('429, by the default limits', () => {
  let server: ServerProcess;
  let own: World;

  beforeAll(async () => {
    server = await startOwnServer({ SPCI_LIMITS: 'login=3/900', SPCI_TRUSTED_PROXIES: '127.0.0.1' });
    own = await openWorld(server.url);
  });
  afterAll(() => server.stop());

  const from = (address: string) => ({ 'X-Forwarded-For': address });
  const guess = (client: Client, address: string) => {
    const body = { email: newEmail(), current_password: 'a guess' };
    return client.call('updateAccount', { body, headers: from(address) });
  };

  test('guesses with a token count as failed logins of the address and of the account, right ones do not', async () => {
    const member = await own.member('user');
    const body = { email: member.email, current_password };
    for (let count = 1; count <= 4; count += 1)
      await member.expect('updateAccount', 200, { body, headers: from('192.0.2.1') });
    for (let count = 1; count <= 3; count += 1) failureOf(await guess(member, '192.0.2.1'), 401);
    expect(failureOf(await guess(member, '192.0.2.1'), 429).details).toMatchObject({ limit: 3 });
    const login = { email: own.adminEmail, password, token_name: unique('token') };
    const barred = { body: login, headers: from('192.0.2.1') };
    await createClient(own.url).expect('createToken', 429, barred);
    // Elsewhere the account is open until twice as many failures are its own.
    for (let count = 1; count <= 3; count += 1) failureOf(await guess(member, '192.0.2.2'), 401);
    failureOf(await guess(member, '192.0.2.3'), 429);
    await member.expect('updateAccount', 200, { body: { name: unique('Name') }, headers: from('192.0.2.1') });
  });
});

describeJsonBody(() => world, 'updateAccount');
