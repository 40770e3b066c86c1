import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { answerJson, type Script } from '../../testing/http-server.ts';
import { issuerNow, startPromiseIssuer, type PromiseIssuerPeer } from '../../testing/promise-issuer-peer.ts';
import { createExternalIssuer } from './external-issuer.ts';
import { isBoundElsewhere, type PromiseBinding, type PromiseIssuer } from './issuer.ts';

const caller = 'spci_the-credential-of-the-caller';
const binding: PromiseBinding = {
  ...{ accountId: 3, domainId: 1, siteId: 7 },
  ...{ resource: 'https://preview.example.org', purpose: 'preflight' },
};

let peer: PromiseIssuerPeer;
let issuer: PromiseIssuer;
let waits: number[];

function issuerWith(timeoutMs: number): PromiseIssuer {
  const wait = (milliseconds: number): Promise<void> => Promise.resolve(void waits.push(milliseconds));
  return createExternalIssuer(peer.settings, { clock: { now: () => issuerNow * 1000 + 999, wait }, timeoutMs });
}

beforeEach(async () => {
  peer = await startPromiseIssuer();
  peer.callers.add(caller);
  waits = [];
  issuer = issuerWith(20_000);
});
afterEach(async () => peer[Symbol.asyncDispose]());

describe('a promise token', () => {
  test('is minted for the caller and the site', async () => {
    const minted = await issuer.mint(caller, binding);
    const [text] = [...peer.live.keys()];
    expect(minted).toEqual({
      kind: 'minted',
      token: { promise_token: text, expires_in: 900, token_type: 'promise_token' },
    });
    expect([...peer.live.values()]).toMatchObject([{ audience: binding.resource }]);
    expect(peer.seen).toHaveLength(1);
  });

  test('is introspected for what a mint leaves out', async () => {
    peer.members['expires_in'] = undefined;
    expect(await issuer.mint(caller, binding)).toMatchObject({ kind: 'minted', token: { expires_in: 900 } });
    expect(peer.seen.map(({ url }) => url)).toEqual(['/oauth/token?tenant=7', '/oauth/introspect']);
  });

  test('that is dead as soon as it is minted is none', async () => {
    Object.assign(peer.members, { expires_in: undefined, exp: issuerNow });
    expect(await issuer.mint(caller, binding)).toEqual({ kind: 'unavailable', why: 'unusable_answer' });
  });

  test('is exchanged for a credential, and rolls', async () => {
    const first = peer.issue(binding.resource);
    const exchanged = await issuer.exchange(first);
    const [second] = [...peer.live.keys()];
    expect(exchanged).toEqual({
      ...{ kind: 'exchanged', access_token: 'access-2', token_type: 'bearer', expires_in: 300 },
      ...{ promise_token: second, promise_token_expires_in: 900 },
    });
    expect(second).not.toBe(first);
    expect(await issuer.exchange(first)).toEqual({ kind: 'refused' });
  });

  test('stays what it is where it does not roll, and its end is not made up', async () => {
    Object.assign(peer.members, { refresh_token: undefined, refresh_expires_in: undefined, expires_in: undefined });
    const token = peer.issue();
    expect(await issuer.exchange(token)).toMatchObject({
      ...{ kind: 'exchanged', promise_token: token, promise_token_expires_in: undefined, expires_in: undefined },
    });
  });

  test('is introspected: seconds left, and where it is for', async () => {
    expect(await issuer.introspect(peer.issue(binding.resource, 60))).toEqual({
      ...{ kind: 'active', expires_in: 60, bound: { resources: [binding.resource] } },
    });
    expect(await issuer.introspect(peer.issue())).toMatchObject({ kind: 'active', bound: {} });
    peer.members['aud'] = ['a', 'b'];
    expect(await issuer.introspect(peer.issue())).toMatchObject({ bound: { resources: ['a', 'b'] } });
    expect(await issuer.introspect('unknown')).toEqual({ kind: 'inactive' });
    expect(await issuer.introspect(peer.issue(undefined, 0))).toEqual({ kind: 'inactive' });
  });

  test('is invalidated, as often as one likes', async () => {
    const token = peer.issue();
    expect(await issuer.invalidate(token)).toEqual({ kind: 'invalidated' });
    expect(peer.live.has(token)).toBe(false);
    expect(await issuer.invalidate(token)).toEqual({ kind: 'invalidated' });
  });

  test('stands in no address', async () => {
    const token = peer.issue();
    await issuer.introspect(token);
    await issuer.exchange(token);
    await issuer.invalidate(token);
    await issuer.mint(caller, binding);
    expect(peer.seen.map(({ url }) => url)).toEqual([
      ...['/oauth/introspect', '/oauth/token?tenant=7', '/oauth/revoke', '/oauth/token?tenant=7'],
    ]);
  });
});

const asks: readonly [string, () => Promise<{ readonly kind: string }>][] = [
  ['mint', () => issuer.mint(caller, binding)],
  ['exchange', () => issuer.exchange(peer.issue())],
  ['introspect', () => issuer.introspect(peer.issue())],
  ['invalidate', () => issuer.invalidate(peer.issue())],
];
const done = ['minted', 'exchanged', 'active', 'invalidated'];
const status =
  (code: number): Script =>
  (response) =>
    answerJson(response, code, { error: 'temporarily_unavailable' });
const huge: Script = (response) => {
  response.writeHead(200, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify({ active: true, padding: 'x'.repeat(70_000) }));
};

describe.each(asks)('%s', (name, ask) => {
  const succeeded = done[asks.findIndex(([candidate]) => candidate === name)];

  test.each<[string, Script]>([
    ['429', status(429)],
    ['500', status(500)],
    ['503', status(503)],
    ['a connection that ends', (response) => response.destroy()],
  ])('is tried again after %s, a second later and two seconds after that', async (_, fail) => {
    peer.instead.push(fail, fail);
    expect((await ask()).kind).toBe(succeeded);
    expect([peer.seen.length, waits]).toEqual([3, [1000, 2000]]);
  });

  test.each<[string, Script, number?]>([
    ['fails', status(500)],
    ['has enough', status(429)],
    ['goes away', (response) => response.destroy()],
    ['never answers', () => undefined, 100],
    ['never ends its answer', (response) => response.writeHead(200).write('{'), 100],
  ])('is given up after three attempts at an issuer that %s', async (_, fail, timeoutMs = 20_000) => {
    issuer = issuerWith(timeoutMs);
    peer.instead.push(fail, fail, fail);
    expect(await ask()).toEqual({ kind: 'unavailable', why: 'no_answer' });
    expect([peer.seen.length, waits]).toEqual([3, [1000, 2000]]);
  });

  test.each<[string, string, Script]>([
    ['unusable_answer', 'that leads elsewhere', (response) => response.writeHead(307, { Location: '/x' }).end()],
    ['unusable_answer', 'that is not there', status(404)],
    ['no_answer', 'whose answer is larger than is read', huge],
    ['client_refused', 'that does not know this client', (r) => answerJson(r, 401, { error: 'invalid_client' })],
    ['client_refused', 'that refuses this client', (r) => answerJson(r, 400, { error: 'unauthorized_client' })],
  ])('is %s, and asked once, of an issuer %s', async (why, _, answer) => {
    peer.instead.push(answer);
    expect(await ask()).toEqual({ kind: 'unavailable', why });
    expect([peer.seen.length, waits]).toEqual([1, []]);
  });
});

const challenge = { 'WWW-Authenticate': 'Bearer error="invalid_token"' };

test.each([400, 401, 403])('who is refused by %i has to come with something else', async (code) => {
  for (const [name, ask] of asks.slice(0, 2)) {
    peer.instead.push((response) => answerJson(response, code, { error: 'invalid_grant' }, challenge));
    expect([name, await ask()]).toEqual([name, { kind: 'refused' }]);
    peer.instead.push((response) => response.writeHead(code).end('no'));
    expect([name, await ask()]).toEqual([name, { kind: 'refused' }]);
  }
  expect(waits).toEqual([]);
});

test('a token that its issuer does not look at is not for that reason a bad one', async () => {
  for (const code of [400, 401, 403]) {
    peer.instead.push((response) => answerJson(response, code, { error: 'invalid_request' }));
    expect(await issuer.introspect(peer.issue())).toEqual({ kind: 'unavailable', why: 'client_refused' });
  }
});

describe('an answer is not used', () => {
  const unusable = { kind: 'unavailable', why: 'unusable_answer' };
  const other = 'urn:ietf:params:oauth:token-type:jwt';

  test.each<[string, Record<string, unknown>]>([
    ['of another type of token', { issued_token_type: other }],
    ['without a type of token', { issued_token_type: undefined }],
    ['without a token', { access_token: undefined }],
    ['whose token is empty', { access_token: '' }],
    ['whose token is used in another way', { token_type: 'DPoP' }],
  ])('of an exchange %s', async (_, members) => {
    Object.assign(peer.members, members);
    expect(await issuer.exchange(peer.issue())).toEqual(unusable);
  });

  test.each<[string, Record<string, unknown>]>([
    ['of another type of token', { issued_token_type: other }],
    ['without a token', { access_token: undefined }],
    ['whose life is no number', { expires_in: 'long' }],
  ])('of a mint %s', async (_, members) => {
    Object.assign(peer.members, members);
    expect(await issuer.mint(caller, binding)).toEqual(unusable);
  });

  test.each<[string, Record<string, unknown>]>([
    ['without an end', { exp: undefined }],
    ['whose end is a word', { exp: 'tomorrow' }],
    ['whose end is no whole number', { exp: issuerNow + 60.5 }],
    ['that says it by a word', { active: 'true' }],
    ['for what is no address', { aud: [7] }],
  ])('of an introspection %s', async (_, members) => {
    Object.assign(peer.members, members);
    expect(await issuer.introspect(peer.issue())).toEqual(unusable);
  });
});

describe('a binding', () => {
  const elsewhere = 'https://elsewhere.example.org';
  test.each([
    ['nothing', {}, false],
    ['all of it', { ...binding, resource: undefined, resources: [binding.resource] }, false],
    ['the site beside another', { resources: [elsewhere, 'HTTPS://Preview.Example.org:443/'] }, false],
    ['the same purpose', { purpose: 'preflight' as const }, false],
    ['another site', { resources: [elsewhere] }, true],
    ['no site', { resources: [] }, true],
    ['a path of it', { resources: [`${binding.resource}/admin`] }, true],
    ['a site of another number', { siteId: 8 }, true],
    ['another account', { accountId: 4 }, true],
    ['another domain', { domainId: 2 }, true],
    ['another purpose', { purpose: 'fixes' as const }, true],
    ['another site by number, and this one by address', { siteId: 8, resources: [binding.resource] }, true],
  ])('that names %s', (_, named, isElsewhere) => expect(isBoundElsewhere(named, binding)).toBe(isElsewhere));
});
