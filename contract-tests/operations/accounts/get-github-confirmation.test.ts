import { beforeAll, describe, expect, test } from '@jest/globals';
import { comeBackAs, returnedIn, returnedTo } from '../../harness/github.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { failureOf, faultyFields } from '../../harness/refusals.ts';
import { openWorld, unique, type World } from '../../harness/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

type Returned = Record<string, string>;
const open = (query: Returned) => callLoosely(world.anonymous, 'getGithubConfirmation', { query });

async function expectInvalid(query: Returned): Promise<void> {
  expect(failureOf(await open(query), 400).code).toBe('invalid_link');
}

describe('200', () => {
  test('shows login and account, and links nothing by itself', async () => {
    const member = await world.member('user');
    const login = unique('octocat');
    const answer = await open(await returnedTo(member, login));
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; script-src 'sha256-[\w+/]+='; connect-src 'self'; /,
    );
    expect(answer.text).toContain(`<strong>${login}</strong> to the account <strong>${member.email}</strong>`);
    expect(await member.expect('getGithubLink', 200)).toMatchObject({ linked: false, github_login: null });
  });

  test('what names have of HTML is text', async () => {
    const member = await world.member('user');
    await member.expect('updateAccount', 200, { body: { name: `<b a="1">&'${unique('n')}` } });
    const { text } = await open(await returnedTo(member, unique('login')));
    expect(text).toContain('(&lt;b a=&quot;1&quot;&gt;&amp;&#39;n-');
  });

  test('who declined is told that nothing is linked', async () => {
    const member = await world.member('user');
    const words = { error_description: 'It was declined.', error_uri: 'https://docs.github.com/apps' };
    const { status, text } = await open({ ...(await returnedTo(member, 'declines')), ...words });
    expect({ status, text }).toMatchObject({ status: 200, text: expect.stringContaining('nothing is linked') });
    expect(text).not.toContain('button');
  });

  test('takes the issuer that it asked', async () => {
    const member = await world.member('user');
    const { authorize_url } = await member.expect('getGithubLink', 200);
    const returned = returnedIn(await comeBackAs(unique('login'), authorize_url));
    expect((await open({ ...returned, iss: `${new URL(authorize_url).origin}/login/oauth` })).status).toBe(200);
    await expectInvalid({ ...(await returnedTo(member, unique('login'))), iss: 'https://elsewhere.example.org' });
  });
});

describe('400', () => {
  test('a code works once, and only with the state that it was given for', async () => {
    const member = await world.member('user');
    const [one, other] = [await returnedTo(member, unique('a')), await returnedTo(member, unique('b'))];
    const { code = '', state = '' } = one;
    await expectInvalid({ state: other['state'] ?? '', code });
    const again = await returnedTo(member, unique('c'));
    expect((await open(again)).status).toBe(200);
    await expectInvalid(again);
    await expectInvalid({ state, code: 'made-up' });
    await expectInvalid({ state });
  });

  test('a state that was altered, is another’s or was ended by a change of the link opens nothing', async () => {
    const member = await world.member('user');
    const returned = await returnedTo(member, unique('login'));
    const { state = '' } = returned;
    const [account = '', ...rest] = state.split('.');
    for (const wrong of [`${Number(account) + 1}.${rest.join('.')}`, state.slice(0, -1), `${state}=`, 'a', '.'])
      await expectInvalid({ ...returned, state: wrong });
    await member.expect('deleteGithubLink', 200);
    await expectInvalid(returned);
  });

  test('names what is missing or unknown', async () => {
    expect(faultyFields(await open({ code: 'a' }))).toEqual(['query.state']);
    expect(faultyFields(await open({ state: 'a', scope: 'repo' }))).toEqual(['query.scope']);
  });
});

test('503: GitHub does not answer, and what it is asked again for is linked later', async () => {
  const member = await world.member('user');
  const { code } = failureOf(await open(await returnedTo(member, 'unreachable')), 503);
  expect(code).toBe('unavailable');
  expect((await open(await returnedTo(member, unique('login')))).status).toBe(200);
});
