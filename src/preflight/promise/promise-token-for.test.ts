import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { newKey } from '../../secrets.ts';
import { answerJson } from '../../testing/http-server.ts';
import { issuerNow, startPromiseIssuer, type PromiseIssuerPeer } from '../../testing/promise-issuer-peer.ts';
import { createExternalIssuer } from './external-issuer.ts';
import type { NamedBinding, PromiseIssuer } from './issuer.ts';
import {
  isPromiseBased,
  promiseTokenFor,
  type PromiseCaller,
  type PromiseRequest,
  type PromiseResolution,
  type PromiseSite,
} from './promise-token-for.ts';
import { openPromiseToken, promiseTokenOf } from './promise-token.ts';
import { createSealing } from './sealing.ts';

const key = newKey();
const sealing = createSealing({ active: key, all: [key] });
const nowMs = issuerNow * 1000;
const site: PromiseSite = {
  ...{ id: 7, base_url: 'https://preview.example.org', authoring_type: 'cs', preview_auth: 'auto' },
};
const authority = { accountId: 3, domainId: 1, readOnly: false };
const caller: PromiseCaller = { authority, via: 'own_token', credential: 'spci_caller' };
const jobId = randomUUID();
const owner = { purpose: 'preflight', jobId, siteId: site.id };

let peer: PromiseIssuerPeer;
beforeEach(async () => {
  peer = await startPromiseIssuer();
  peer.callers.add(caller.credential);
});
afterEach(async () => peer[Symbol.asyncDispose]());

function resolve(
  changes: Partial<PromiseSite> = {},
  request: Partial<PromiseRequest> = {},
): Promise<PromiseResolution> {
  const clock = { now: () => nowMs, wait: () => Promise.resolve() };
  const tools = { issuer: createExternalIssuer(peer.settings, { clock }), sealing, now: clock.now };
  const asked = { purpose: 'preflight' as const, jobId, header: undefined, caller, ...request };
  return promiseTokenFor({ ...site, ...changes }, asked, tools);
}

const invalid = { kind: 'promise_token_invalid' };
const missing = { kind: 'promise_token_missing', header: 'x-promise-token' };
const paths = (): string[] => peer.seen.map(({ url }) => url.replace(/^\/oauth\/|\?.*/g, ''));

describe('a token is asked for', () => {
  test.each(['cs', 'cs/crosswalk', 'ams'])('for the site of authoring type %s', async (authoring_type) => {
    expect(isPromiseBased(authoring_type)).toBe(true);
    expect(await resolve({ authoring_type })).toMatchObject({ kind: 'resolved' });
  });

  test.each(['sharepoint', 'googledocs', 'documentauthoring', null])(
    'not for one of %s: its header is ignored, and nobody is asked',
    async (authoring_type) => {
      expect(isPromiseBased(authoring_type)).toBe(false);
      for (const header of [undefined, 'unknown', peer.issue()])
        expect(await resolve({ authoring_type }, { header })).toEqual({ kind: 'not_needed' });
      expect(peer.seen).toEqual([]);
    },
  );

  test('not for one whose pages need none', async () => {
    expect(await resolve({ preview_auth: 'none' }, { header: 'unknown' })).toEqual({ kind: 'not_needed' });
    expect(peer.seen).toEqual([]);
  });
});

describe('wherever a token comes from', () => {
  test.each([
    ['a header', () => peer.issue(site.base_url), false],
    ['a header that is encoded', () => encodeURIComponent(peer.issue(site.base_url)), false],
    ['a mint', () => undefined, true],
  ])('it is the same three and sealed for its job alone: %s', async (_, header, isMinted) => {
    const found = await resolve({}, { header: header() });
    const [text = ''] = [...peer.live.keys()];
    const token = { promise_token: text, expires_in: 900, token_type: 'promise_token' };
    if (found.kind !== 'resolved') throw new Error(found.kind);
    expect(found).toEqual({ kind: 'resolved', token, sealed: expect.stringMatching(/^v1\./), isMinted });
    expect(found.sealed).not.toContain(text);
    expect(openPromiseToken(sealing, found.sealed, owner, nowMs)).toEqual({ kind: 'opened', token });
    const others = [{ jobId: randomUUID() }, { siteId: 8 }, { purpose: 'fixes' }];
    for (const other of others)
      expect(openPromiseToken(sealing, found.sealed, { ...owner, ...other }, nowMs)).toEqual({ kind: 'not_authentic' });
  });

  test('its job is told how long it has left', async () => {
    const found = await resolve();
    if (found.kind !== 'resolved') throw new Error(found.kind);
    const left = [0, 60_001, 900_000, 2_000_000].map((laterMs) => {
      const opened = openPromiseToken(sealing, found.sealed, owner, nowMs + laterMs);
      return opened.kind === 'opened' ? opened.token.expires_in : opened.kind;
    });
    expect(left).toEqual([900, 839, 0, 0]);
  });
});

describe('a token that is brought', () => {
  test('is taken, and no other is minted', async () => {
    const header = peer.issue(site.base_url);
    expect(await resolve({}, { header })).toMatchObject({ kind: 'resolved', token: { promise_token: header } });
    expect(paths()).toEqual(['introspect']);
  });

  test('is taken where its issuer binds it to nothing', async () => {
    expect(await resolve({}, { header: peer.issue() })).toMatchObject({ kind: 'resolved' });
  });

  test.each([
    ['is not known', () => 'unknown'],
    ['has ended', () => peer.issue(site.base_url, 0)],
    ['is for another site', () => peer.issue('https://elsewhere.example.org')],
  ])('and %s is invalid, and is not minted over', async (_, header) => {
    expect(await resolve({}, { header: header() })).toEqual(invalid);
    expect(paths()).toEqual(['introspect']);
  });

  test('is not called invalid while its issuer does not answer', async () => {
    peer.instead.push(
      ...[1, 2, 3].map(() => (response: Parameters<typeof answerJson>[0]) => answerJson(response, 503, {})),
    );
    expect(await resolve({}, { header: peer.issue(site.base_url) })).toEqual({ kind: 'unavailable' });
    expect(paths()).toEqual(['introspect', 'introspect', 'introspect']);
  });

  test('is taken from whoever could mint none', async () => {
    const header = peer.issue(site.base_url);
    expect(await resolve({}, { header, caller: { ...caller, via: 'other' } })).toMatchObject({ kind: 'resolved' });
  });
});

describe('whatever issuer there is', () => {
  const binding = {
    ...{ accountId: 3, domainId: 1, siteId: 7, purpose: 'preflight' as const, resource: 'https://preview.example.org' },
  };
  const bindings: unknown[] = [];
  let bound: NamedBinding;
  const issuer: PromiseIssuer = {
    mint: (_, given) => {
      bindings.push(given);
      return Promise.resolve({ kind: 'minted', token: promiseTokenOf('made', 60) });
    },
    introspect: () => Promise.resolve({ kind: 'active', expires_in: 60, bound }),
    exchange: () => Promise.reject(new Error('nothing is exchanged')),
    invalidate: () => Promise.reject(new Error('nothing is invalidated')),
  };
  const tools = { issuer, sealing, now: () => nowMs };
  const asked = { purpose: 'preflight' as const, jobId, header: undefined, caller };

  test('it is told for whom, for what and for which site it mints', async () => {
    await promiseTokenFor(site, asked, tools);
    expect(bindings).toEqual([binding]);
  });

  test.each([
    ['accountId', 4],
    ['domainId', 2],
    ['siteId', 8],
    ['purpose', 'fixes' as const],
  ])('a token that it binds to another %s is invalid', async (part, other) => {
    const { resource, ...named } = binding;
    bound = { ...named, resources: [resource] };
    expect(await promiseTokenFor(site, { ...asked, header: 'brought' }, tools)).toMatchObject({ kind: 'resolved' });
    bound = { ...bound, [part]: other };
    expect(await promiseTokenFor(site, { ...asked, header: 'brought' }, tools)).toEqual(invalid);
  });
});

describe('without a usable header', () => {
  test.each([undefined, '', '  ', '%20', 'a, b', ['abc']])('one is minted: %j', async (header) => {
    expect(await resolve({}, { header })).toMatchObject({ kind: 'resolved' });
    expect(paths()).toEqual(['token']);
    expect([...peer.live.values()]).toMatchObject([{ audience: site.base_url }]);
  });

  const confinement = { runId: 5 };
  test.each<[string, PromiseCaller]>([
    ['a password session', { ...caller, via: 'password_session' }],
    ['an own token', caller],
  ])('%s mints', async (_, by) => expect(await resolve({}, { caller: by })).toMatchObject({ kind: 'resolved' }));

  test.each<[string, PromiseCaller]>([
    ['a token of somebody else', { ...caller, via: 'other' }],
    ['a token that is confined', { ...caller, authority: { ...authority, confinement } }],
    ['a token whose calls are counted', { ...caller, authority: { ...authority, counted: true } }],
    ['a token without scopes', { ...caller, authority: { ...authority, legacy: true } }],
    ['a token of a read-only account', { ...caller, authority: { ...authority, readOnly: true } }],
  ])('%s mints nothing, and nobody is asked', async (_, by) => {
    expect(await resolve({}, { caller: by })).toEqual({ ...missing, why: 'cannot_mint' });
    expect(peer.seen).toEqual([]);
  });

  test('and with a credential that the issuer does not take, the header is named', async () => {
    expect(await resolve({}, { caller: { ...caller, credential: 'spci_unknown' } })).toEqual({
      ...missing,
      why: 'mint_refused',
    });
  });

  test('and with an issuer that does not answer, nothing is said of the caller', async () => {
    peer.instead.push((response) => response.writeHead(404).end());
    expect(await resolve()).toEqual({ kind: 'unavailable' });
  });
});
