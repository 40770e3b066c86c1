import type { ServerResponse } from 'node:http';
import type { PromiseIssuerSettings } from '../promise-issuer-settings.ts';
import { answerJson, startScriptedServer, type Script, type SeenRequest } from './http-server.ts';

interface IssuedToken {
  readonly audience: string | undefined;
  /** Seconds since 1970. */
  readonly expiresAt: number;
}

export interface PromiseIssuerPeer extends AsyncDisposable {
  readonly settings: PromiseIssuerSettings;
  readonly seen: readonly SeenRequest[];
  /** Credentials that it mints for. */
  readonly callers: Set<string>;
  /** Promise tokens that are valid. */
  readonly live: ReadonlyMap<string, IssuedToken>;
  /** Are given in this order instead of its own answers. */
  readonly instead: Script[];
  /** Added to its next own answers, over what stands there; undefined takes a member away. */
  readonly members: Record<string, unknown>;
  issue(audience?: string, lifetimeSeconds?: number): string;
}

const type = (name: string): string => `urn:ietf:params:oauth:token-type:${name}`;
export const issuerNow = 1_800_000_000;

/** The members, each once, or a word about what is wrong with the request. */
function formOf({ method, headers, body }: SeenRequest, basic: string): URLSearchParams | string {
  if (method !== 'POST') return 'not a POST';
  if (headers['content-type'] !== 'application/x-www-form-urlencoded;charset=UTF-8') return 'not a form';
  if (headers.authorization !== basic) return 'another client';
  const form = new URLSearchParams(body);
  return new Set(form.keys()).size === form.size ? form : 'a member twice';
}

/** An authorization server that mints, exchanges, rolls, introspects and revokes what stands for promise tokens. */
export async function startPromiseIssuer(): Promise<PromiseIssuerPeer> {
  const [clientId, clientSecret] = ['spci & co', 'word:with %'];
  const encoded = [clientId, clientSecret].map((part) => encodeURIComponent(part).replaceAll('%20', '+')).join(':');
  const basic = `Basic ${Buffer.from(encoded).toString('base64')}`;
  const live = new Map<string, IssuedToken>();
  const callers = new Set<string>();
  const instead: Script[] = [];
  const members: Record<string, unknown> = {};
  let count = 0;

  function issue(audience?: string, lifetimeSeconds = 900): string {
    count += 1;
    const token = `promise::${count}+/=`;
    live.set(token, { audience, expiresAt: issuerNow + lifetimeSeconds });
    return token;
  }

  function mint(response: ServerResponse, form: URLSearchParams): void {
    const resource = form.get('resource');
    const isAsked = form.get('subject_token_type') === type('access_token') && resource !== null;
    if (!isAsked) return answerJson(response, 400, { error: 'invalid_request' });
    if (!callers.has(form.get('subject_token') ?? '')) return answerJson(response, 400, { error: 'invalid_grant' });
    const issued = { issued_token_type: type('refresh_token'), token_type: 'N_A', expires_in: 900 };
    answerJson(response, 200, { access_token: issue(resource), ...issued, ...members });
  }

  function exchange(response: ServerResponse, form: URLSearchParams): void {
    if (form.get('subject_token_type') !== type('refresh_token'))
      return answerJson(response, 400, { error: 'invalid_request' });
    const old = form.get('subject_token') ?? '';
    const token = live.get(old);
    if (token === undefined) return answerJson(response, 400, { error: 'invalid_grant' });
    live.delete(old);
    const issued = { issued_token_type: type('access_token'), token_type: 'Bearer', expires_in: 300 };
    const rolled = { refresh_token: issue(token.audience), refresh_expires_in: 900 };
    answerJson(response, 200, { access_token: `access-${count}`, ...issued, ...rolled, ...members });
  }

  function introspect(response: ServerResponse, form: URLSearchParams): void {
    const token = live.get(form.get('token') ?? '');
    if (token === undefined) return answerJson(response, 200, { active: false });
    const { audience: aud, expiresAt: exp } = token;
    answerJson(response, 200, { active: true, exp, ...(aud === undefined ? {} : { aud }), ...members });
  }

  function revoke(response: ServerResponse, form: URLSearchParams): void {
    live.delete(form.get('token') ?? '');
    response.writeHead(200).end();
  }

  function answerToken(response: ServerResponse, form: URLSearchParams): void {
    if (form.get('grant_type') !== 'urn:ietf:params:oauth:grant-type:token-exchange')
      return answerJson(response, 400, { error: 'unsupported_grant_type' });
    if (form.get('requested_token_type') === type('refresh_token')) return mint(response, form);
    if (form.get('requested_token_type') === type('access_token')) return exchange(response, form);
    answerJson(response, 400, { error: 'invalid_request' });
  }

  const own: Readonly<Record<string, (response: ServerResponse, form: URLSearchParams) => void>> = {
    '/oauth/token?tenant=7': answerToken,
    '/oauth/introspect': introspect,
    '/oauth/revoke': revoke,
  };
  const server = await startScriptedServer((response, turn, request) => {
    const script = instead.shift();
    if (script !== undefined) return script(response, turn, request);
    const answer = own[request.url];
    if (answer === undefined) return response.writeHead(404).end();
    const form = formOf(request, basic);
    if (form === 'another client') return answerJson(response, 401, { error: 'invalid_client' });
    if (typeof form === 'string') return answerJson(response, 400, { error: 'invalid_request' });
    return answer(response, form);
  });
  const at = (path: string): string => `${server.url}/oauth/${path}`;
  return {
    settings: {
      ...{ url: at('token?tenant=7'), introspectionUrl: at('introspect'), revocationUrl: at('revoke') },
      ...{ clientId, clientSecret },
    },
    ...{ seen: server.seen, callers, live, instead, members, issue },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}
