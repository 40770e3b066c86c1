import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newToken } from '../../../src/secrets.ts';
import { createClient, type Client } from '../../harness/client.ts';
import { startOwnServer } from '../../harness/own-server.ts';
import { faultyFields } from '../../harness/refusals.ts';
import type { ServerProcess } from '../../harness/server-process.ts';
import { everyScope, password, sharedServerUrl, signIn, unique } from '../../harness/world.ts';

const person = { name: 'Ada', email: `${unique('ada')}@example.org`, password };
let server: ServerProcess;
let anonymous: Client;
let setup_token: string;

beforeAll(async () => {
  server = await startOwnServer({ SPCI_BOOTSTRAP_EMAIL: '', SPCI_BOOTSTRAP_PASSWORD: '' });
  anonymous = createClient(server.url);
  setup_token = /setup token for POST \/api\/v1\/setup: (spcs_\w+)/.exec(server.output())?.[1] ?? '';
});
afterAll(() => server.stop());

/** In the order of an installation's life: what is refused before must leave the way open. */
describe('before the installation is set up', () => {
  test('401: another setup token, well formed or not, opens nothing', async () => {
    for (const wrong of [newToken('spcs'), newToken('spci'), 'guess', setup_token.slice(0, -1)]) {
      const { code } = await anonymous.expect('setUpInstallation', 401, { body: { ...person, setup_token: wrong } });
      expect(code).toBe('unauthorized');
    }
  });

  test('401: no password opens it', async () => {
    const body = { email: person.email, password, token_name: 'early' };
    expect(await anonymous.expect('createToken', 401, { body })).toMatchObject({ code: 'invalid_credentials' });
  });

  test.each([
    ['email', { email: 'ada' }],
    ['password', { password: 'too short' }],
    ['name', { name: '' }],
    ['role', { role: 'admin' }],
  ])('400: names the field %s', async (field, fault) => {
    const raw = JSON.stringify({ ...person, setup_token, ...fault });
    expect(faultyFields(await anonymous.call('setUpInstallation', { raw }))).toEqual([`body.${field}`]);
  });

  test('422: refuses a password that everyone tries', async () => {
    const { code, details } = await anonymous.expect('setUpInstallation', 422, {
      body: { ...person, setup_token, password: '1234567890' },
    });
    expect({ code, fields: Object.keys(details.fields ?? {}) }).toEqual({
      code: 'unprocessable',
      fields: ['body.password'],
    });
  });

  test('413 and 415: takes a small JSON document and nothing else', async () => {
    const raw = JSON.stringify({ ...person, setup_token, name: 'a'.repeat(5000) });
    expect(await anonymous.expect('setUpInstallation', 413, { raw })).toMatchObject({ code: 'payload_too_large' });
    const headers = { 'Content-Type': 'text/plain' };
    const { code } = await anonymous.expect('setUpInstallation', 415, { body: { ...person, setup_token }, headers });
    expect(code).toBe('unsupported_media_type');
  });

  test('201: of those who set it up at once, one becomes the operator of the domain default', async () => {
    const answers = await Promise.all(
      ['one', 'two', 'three'].map((name) =>
        anonymous.call('setUpInstallation', { body: { ...person, name, email: `${name}@example.org`, setup_token } }),
      ),
    );
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([201, 409, 409]);
    const made = answers.find((answer) => answer.status === 201);
    expect(made?.body).toMatchObject({ role: 'admin', operator: true, read_only: false, github_linked: false });
    const email = made?.status === 201 ? made.body.email : '';
    const operator = await signIn(server.url, email, password, everyScope);
    expect(await operator.expect('getCurrentUser', 200)).toMatchObject({ email, domain: 'default', operator: true });
    const { data, pagination } = await operator.expect('listUsers', 200);
    expect({ data, total: pagination.total }).toEqual({ data: [made?.body], total: 1 });
  });
});

describe('once it is set up', () => {
  test('409: the setup token is used up', async () => {
    const { code } = await anonymous.expect('setUpInstallation', 409, {
      body: { ...person, name: 'Eve', email: 'eve@example.org', setup_token },
    });
    expect(code).toBe('conflict');
    const body = { email: 'eve@example.org', password, token_name: 'late' };
    await anonymous.expect('createToken', 401, { body });
  });

  test('409: an installation that was set up by its settings never offered one', async () => {
    const body = { ...person, setup_token: newToken('spcs') };
    await createClient(sharedServerUrl()).expect('setUpInstallation', 409, { body });
  });
});
