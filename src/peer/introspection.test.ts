import { expect, test } from '@jest/globals';
import { newToken } from '../secrets.ts';
import { answerJson, startScriptedServer, type Script } from '../testing/http-server.ts';
import { askPeer } from './introspection.ts';

const own = newToken('spci');
const token = newToken('spci');
const live = {
  active: true,
  scope: 'runs:read system:read',
  username: 'ada@example.org',
  domain: 'team',
  exp: 2_000_000_000,
};

async function asked(script: Script) {
  await using peer = await startScriptedServer(script);
  const answer = await askPeer({ url: peer.url, token: own }, token);
  return { answer, seen: peer.seen };
}

test('the peer is asked by a form and by the own token, in no address', async () => {
  const { answer, seen } = await asked((response) => answerJson(response, 200, live));
  expect(answer).toEqual({
    scopes: ['runs:read', 'system:read'],
    email: 'ada@example.org',
    domain: 'team',
    expiresAt: 2_000_000_000,
  });
  expect(seen).toMatchObject([{ method: 'POST', url: '/api/v1/auth/introspect', body: `token=${token}` }]);
  expect(seen[0]?.headers).toMatchObject({
    authorization: `Bearer ${own}`,
    'content-type': 'application/x-www-form-urlencoded;charset=UTF-8',
  });
});

test('a token that is not active is nobody’s, whatever else is said of it', async () => {
  expect((await asked((response) => answerJson(response, 200, { ...live, active: false }))).answer).toBeUndefined();
});

const unavailable = { code: 'unavailable', cause: expect.anything() };

test.each<[string, Script]>([
  ['that refuses the own token', (response) => answerJson(response, 401, { code: 'unauthorized' })],
  ['that has enough', (response) => answerJson(response, 429, {})],
  ['that fails', (response) => answerJson(response, 500, {})],
  ['that leads elsewhere', (response) => response.writeHead(302, { Location: 'http://127.0.0.1:9/' }).end()],
  ['that speaks no JSON', (response) => response.writeHead(200).end('active')],
  ['that says nothing', (response) => answerJson(response, 200, {})],
  ['that says it by a word', (response) => answerJson(response, 200, { ...live, active: 'true' })],
  ...(['scope', 'username', 'domain', 'exp'] as const).map((name): [string, Script] => [
    `that leaves ${name} out`,
    (response) => answerJson(response, 200, { ...live, [name]: undefined }),
  ]),
  ['that goes away', (response) => response.destroy()],
  ['that never answers', () => undefined],
])('a peer %s lets nobody in, and its failure tells neither token', async (_, script) => {
  const failure: unknown = await asked(script).catch((thrown: unknown) => thrown);
  expect(failure).toMatchObject(unavailable);
  const told = JSON.stringify(failure, ['message', 'details', 'cause', 'stack', 'name', 'code']);
  expect([told.includes(own), told.includes(token)]).toEqual([false, false]);
});
