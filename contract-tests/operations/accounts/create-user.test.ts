import { beforeAll, describe, expect, test } from '@jest/globals';
import { expectCredentialNeeded, expectScopeNeeded, faultyFields } from '../../harness/refusals.ts';
import { openWorld, password, signIn, unique, type Role, type World } from '../../harness/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

function person(role: Role = 'contributor') {
  const name = unique('grace');
  return { name, email: `${name}@example.org`, password, role };
}
const listed = async ({ admin }: World) =>
  (await admin.expect('listUsers', 200, { query: { limit: 100 } })).data.map(({ email }) => email);

describe('201', () => {
  test.each(['admin', 'contributor', 'tester', 'user'] as const)(
    'makes an account with role %s that can sign in at once',
    async (role) => {
      const body = person(role);
      const made = await world.admin.expect('createUser', 201, { body });
      expect(made).toMatchObject({ name: body.name, email: body.email, role, operator: false, read_only: false });
      const client = await signIn(world.url, body.email, password, ['runs:read']);
      const { domain } = await world.admin.expect('getCurrentUser', 200);
      expect(await client.expect('getCurrentUser', 200)).toMatchObject({ user_id: made.user_id, role, domain });
      expect((await world.admin.expect('listUsers', 200)).data).toContainEqual(made);
    },
  );

  test('a password may have spaces and other scripts, and signs in exactly as it was given', async () => {
    const body = { ...person(), password: 'пароль из многих слов 🔑' };
    await world.admin.expect('createUser', 201, { body });
    await signIn(world.url, body.email, body.password, ['runs:read']);
    const wrong = { email: body.email, password: body.password.toUpperCase(), token_name: unique('token') };
    await world.anonymous.expect('createToken', 401, { body: wrong });
  });
});

describe('400', () => {
  test.each([
    ['body.name', { name: undefined }],
    ['body.email', { email: undefined }],
    ['body.password', { password: undefined }],
    ['body.role', { role: undefined }],
    ['body.email', { email: 'nobody' }],
    ['body.password', { password: 'nine char' }],
    ['body.password', { password: 'long '.repeat(101) }],
    ['body.role', { role: 'operator' }],
    ['body.name', { name: '' }],
    ['body.operator', { operator: true }],
    ['body', { name: 'a\u0000b' }],
  ])('names %s: %o', async (field, fault) => {
    const body = person();
    const raw = JSON.stringify({ ...body, ...fault });
    expect(faultyFields(await world.admin.call('createUser', { raw }))).toEqual([field]);
    expect(await listed(world)).not.toContain(body.email);
  });

  test('a body that is no JSON', async () => {
    expect(await world.admin.expect('createUser', 400, { raw: '{"name":' })).toMatchObject({ code: 'invalid_json' });
  });
});

describe('409', () => {
  test('an e-mail address is taken for the whole installation, whatever its case', async () => {
    const body = person();
    await world.admin.expect('createUser', 201, { body });
    const elsewhere = await openWorld();
    for (const { admin } of [world, elsewhere]) {
      const again = { ...person(), email: body.email.toUpperCase() };
      expect(await admin.expect('createUser', 409, { body: again })).toMatchObject({ code: 'conflict' });
    }
    expect(await listed(elsewhere)).toEqual([elsewhere.adminEmail]);
  });

  test('a name is taken in its domain only', async () => {
    const body = person();
    await world.admin.expect('createUser', 201, { body });
    const namesake = { ...person(), name: body.name };
    expect(await world.admin.expect('createUser', 409, { body: namesake })).toMatchObject({ code: 'conflict' });
    const elsewhere = await openWorld();
    await elsewhere.admin.expect('createUser', 201, { body: namesake });
  });

  test('of equal requests at once one makes the account', async () => {
    const body = person();
    const answers = await Promise.all([1, 2, 3].map(() => world.admin.call('createUser', { body })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
    expect((await listed(world)).filter((email) => email === body.email)).toHaveLength(1);
  });
});

describe('413, 415 and 422', () => {
  test('takes JSON, and not more than it needs', async () => {
    const raw = JSON.stringify({ ...person(), name: 'a'.repeat(300_000) });
    await world.admin.expect('createUser', 413, { raw });
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
    await world.admin.expect('createUser', 415, { body: person(), headers });
  });

  test.each(['1234567890', 'Password123!', 'spci spci spci'])('refuses the password %s', async (easy) => {
    const body = { ...person(), password: easy };
    const { details } = await world.admin.expect('createUser', 422, { body });
    expect(Object.keys(details.fields ?? {})).toEqual(['body.password']);
    expect(await listed(world)).not.toContain(body.email);
  });

  test('refuses a password made of the account’s own name', async () => {
    const body = person();
    const { code } = await world.admin.expect('createUser', 422, { body: { ...body, password: `${body.name}1` } });
    expect(code).toBe('unprocessable');
  });
});

describe('401 and 403', () => {
  test('needs a valid token', () =>
    expectCredentialNeeded(world, (client) => client.call('createUser', { body: person() })));

  test('needs tokens:manage, and makes nothing without it', async () => {
    const body = person();
    await expectScopeNeeded(world.adminWith, 'tokens:manage', (client) => client.call('createUser', { body }));
    expect(await listed(world)).not.toContain(body.email);
  });
});
