import { beforeAll, describe, expect, test } from '@jest/globals';
import { everyPage } from '../../harness/paging.ts';
import { expectCredentialNeeded, expectScopeNeeded, failureOf, faultyFields } from '../../harness/refusals.ts';
import { operatorEmail, operatorPassword } from '../../harness/operator.ts';
import { everyScope, openWorld, password, signIn, unique, type World } from '../../harness/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

function tenant(slug = unique('tenant')) {
  return { slug, admin_name: 'Lin', admin_email: `${unique('lin')}@example.org`, admin_password: password };
}
const slugs = async () =>
  (await everyPage((query) => world.operator.expect('listDomains', 200, { query }), 100)).map(({ slug }) => slug);
const cannotSignIn = (email: string) =>
  world.anonymous.expect('createToken', 401, { body: { email, password, token_name: unique('token') } });

describe('201', () => {
  test('makes an empty domain whose administrator rules it and nothing else', async () => {
    const body = tenant();
    const made = await world.operator.expect('createDomain', 201, { body });
    expect(made.slug).toBe(body.slug);
    const admin = await signIn(world.url, body.admin_email, password, everyScope);
    const me = await admin.expect('getCurrentUser', 200);
    expect(me).toMatchObject({ name: 'Lin', role: 'admin', operator: false, domain: body.slug });
    expect((await admin.expect('listUsers', 200)).pagination.total).toBe(1);
    expect((await admin.expect('listRepositories', 200)).pagination.total).toBe(0);
    expect(failureOf(await admin.call('createDomain', { body: tenant() }), 403).code).toBe('forbidden');
  });

  test('keeps the slug in lower case', async () => {
    const body = tenant(unique('Tenant_X'));
    const { slug } = await world.operator.expect('createDomain', 201, { body });
    expect(slug).toBe(body.slug.toLowerCase());
    const taken = tenant(body.slug.toUpperCase());
    expect(await world.operator.expect('createDomain', 409, { body: taken })).toMatchObject({ code: 'conflict' });
  });
});

describe('400', () => {
  test.each([
    ['slug', { slug: 'two words' }],
    ['slug', { slug: '.well-known' }],
    ['slug', { slug: 'a'.repeat(65) }],
    ['admin_email', { admin_email: 'lin' }],
    ['admin_password', { admin_password: 'short' }],
    ['admin_name', { admin_name: '' }],
    ['operator', { operator: true }],
  ])('names body.%s: %o', async (field, fault) => {
    const body = tenant();
    const raw = JSON.stringify({ ...body, ...fault });
    expect(faultyFields(await world.operator.call('createDomain', { raw }))).toEqual([`body.${field}`]);
    await cannotSignIn(body.admin_email);
  });
});

describe('409', () => {
  test('an e-mail address that has an account makes neither domain nor account', async () => {
    const body = { ...tenant(), admin_email: world.adminEmail };
    expect(await world.operator.expect('createDomain', 409, { body })).toMatchObject({ code: 'conflict' });
    expect(await slugs()).not.toContain(body.slug);
  });

  test('a slug that is taken makes no account', async () => {
    const body = tenant('default');
    await world.operator.expect('createDomain', 409, { body });
    await cannotSignIn(body.admin_email);
  });

  test('of equal requests at once one makes the domain', async () => {
    const body = tenant();
    const answers = await Promise.all([1, 2, 3].map(() => world.operator.call('createDomain', { body })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
  });
});

describe('413, 415 and 422', () => {
  test.each(['api', 'Admin', 'sign-in', 'livez', 'mcp'])(
    'refuses the slug %s, an address of the server',
    async (slug) => {
      const body = tenant(slug);
      const { code, details } = await world.operator.expect('createDomain', 422, { body });
      expect({ code, fields: Object.keys(details.fields ?? {}) }).toEqual({
        code: 'unprocessable',
        fields: ['body.slug'],
      });
      await cannotSignIn(body.admin_email);
    },
  );

  test('refuses a common password, naming where it stands', async () => {
    const body = { ...tenant(), admin_password: '1234567890' };
    const { details } = await world.operator.expect('createDomain', 422, { body });
    expect(Object.keys(details.fields ?? {})).toEqual(['body.admin_password']);
    expect(await slugs()).not.toContain(body.slug);
  });

  test('takes JSON, and not more than it needs', async () => {
    const raw = JSON.stringify({ ...tenant(), admin_name: 'a'.repeat(300_000) });
    await world.operator.expect('createDomain', 413, { raw });
    await world.operator.expect('createDomain', 415, { body: tenant(), headers: { 'Content-Type': 'text/plain' } });
  });
});

describe('401 and 403', () => {
  test('needs a valid token', () =>
    expectCredentialNeeded(world, (client) => client.call('createDomain', { body: tenant() })));

  test('needs system:write, even of an operator', async () => {
    const body = tenant();
    const operatorWith = (scopes: typeof everyScope) => signIn(world.url, operatorEmail, operatorPassword, scopes);
    await expectScopeNeeded(operatorWith, 'system:write', (client) => client.call('createDomain', { body }));
    expect(await slugs()).not.toContain(body.slug);
  });

  test('an administrator with every scope is no operator', async () => {
    const body = tenant();
    expect(failureOf(await world.admin.call('createDomain', { body }), 403).code).toBe('forbidden');
    expect(await slugs()).not.toContain(body.slug);
  });
});
