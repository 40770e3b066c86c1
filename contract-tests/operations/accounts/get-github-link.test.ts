import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { linkGithub } from '../../harness/github.ts';
import { startOwnServer } from '../../harness/own-server.ts';
import { expectCredentialNeeded } from '../../harness/refusals.ts';
import type { ServerProcess } from '../../harness/server-process.ts';
import { openWorld, unique, type World } from '../../harness/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

describe('200', () => {
  test('without a link, where GitHub is asked who somebody is, and nothing more', async () => {
    const member = await world.member('user', ['runs:read']);
    const { headers, body } = await member.call('getGithubLink');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(body).toMatchObject({ linked: false, github_login: null });
    const { pathname, searchParams } = new URL('authorize_url' in body ? body.authorize_url : '');
    const { state, code_challenge, ...fixed } = Object.fromEntries(searchParams);
    expect([pathname, fixed]).toEqual([
      '/login/oauth/authorize',
      {
        client_id: 'Iv1.8a61f9b3a7aba766',
        redirect_uri: `${world.url}/api/v1/auth/github/callback`,
        code_challenge_method: 'S256',
        allow_signup: 'false',
      },
    ]);
    const { authorize_url: second } = await member.expect('getGithubLink', 200);
    expect(new URL(second).searchParams.get('state')).not.toBe(state);
    expect(new URL(second).searchParams.get('code_challenge')).not.toBe(code_challenge);
  });

  test('with a link, its login, as administrators see it too', async () => {
    const member = await world.member('user');
    const github_login = unique('Octo');
    await linkGithub(member, github_login);
    expect(await member.expect('getGithubLink', 200)).toMatchObject({ linked: true, github_login });
    const shown = await world.admin.expect('getUser', 200, { path: { user_id: member.userId } });
    expect(shown).toMatchObject({ github_linked: true, github_login });
  });
});

test('401: needs a valid token', () => expectCredentialNeeded(world, (client) => client.call('getGithubLink')));

describe('503, where no GitHub is connected', () => {
  let server: ServerProcess;

  beforeAll(async () => {
    server = await startOwnServer({ SPCI_GITHUB_CLIENT_ID: '', SPCI_GITHUB_CLIENT_SECRET: '' });
  });
  afterAll(() => server.stop());

  test('says so; there is still nothing to unlink', async () => {
    const { admin } = await openWorld(server.url);
    const { code, message } = await admin.expect('getGithubLink', 503);
    expect({ code, message }).toEqual({
      code: 'unavailable',
      message: 'This installation is not connected to GitHub; its operator can connect it.',
    });
    expect(await admin.expect('deleteGithubLink', 200)).toEqual({ linked: false, github_login: null });
  });
});
