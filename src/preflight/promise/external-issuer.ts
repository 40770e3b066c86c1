import * as oauth from 'oauth4webapi';
import type { PromiseIssuerSettings } from '../../promise-issuer-settings.ts';
import { askIssuer, askingLimits, type AskingLimits, type RequestOptions } from './issuer-request.ts';
import type { Introspected, PromiseIssuer, Refused, Unavailable } from './issuer.ts';
import { promiseTokenOf } from './promise-token.ts';

const exchangeGrant = 'urn:ietf:params:oauth:grant-type:token-exchange';
const accessType = 'urn:ietf:params:oauth:token-type:access_token';
/** The kind of token that is given for others and renews itself. */
const promiseType = 'urn:ietf:params:oauth:token-type:refresh_token';
const hint = { additionalParameters: { token_type_hint: 'refresh_token' } };

const refusing: ReadonlySet<number> = new Set([400, 401, 403]);
/** Errors of RFC 6749 5.2 that are about the configuration here, and not about the token. */
const clientFaults: ReadonlySet<unknown> = new Set(['invalid_client', 'unauthorized_client']);

const unavailable = (why: Unavailable['why']): Unavailable => ({ kind: 'unavailable', why });

interface Answer {
  readonly kind: 'answer';
  readonly members: oauth.TokenEndpointResponse;
}

async function verdictOn(response: Response): Promise<Refused | Unavailable> {
  if (!refusing.has(response.status)) return unavailable('unusable_answer');
  const body: unknown = await response.json().catch(() => undefined);
  const error = typeof body === 'object' && body !== null && 'error' in body ? body.error : undefined;
  return clientFaults.has(error) ? unavailable('client_refused') : { kind: 'refused' };
}

/** Where every token is answered 200, whatever is wrong with it. */
const otherThanToken = ({ status }: Response): Unavailable =>
  unavailable(refusing.has(status) ? 'client_refused' : 'unusable_answer');

/** An issuer elsewhere: tokens are exchanged by RFC 8693, introspected by RFC 7662 and invalidated by RFC 7009. */
export function createExternalIssuer(
  settings: PromiseIssuerSettings,
  limits: Partial<AskingLimits> = {},
): PromiseIssuer {
  const { clock, timeoutMs } = { ...askingLimits, ...limits };
  const server: oauth.AuthorizationServer = {
    issuer: new URL(settings.url).origin,
    token_endpoint: settings.url,
    introspection_endpoint: settings.introspectionUrl,
    revocation_endpoint: settings.revocationUrl,
  };
  const client = { client_id: settings.clientId };
  const secret = oauth.ClientSecretBasic(settings.clientSecret);
  // Settings allow plain HTTP on loopback only.
  const asked = (url: string, ask: (options: RequestOptions) => Promise<Response>): Promise<Response | undefined> =>
    askIssuer(ask, { clock, timeoutMs, insecure: url.startsWith('http:') });

  /** `issued` is the type of token that is wanted. */
  async function tokensFor(
    parameters: Record<string, string>,
    issued: string,
  ): Promise<Answer | Refused | Unavailable> {
    const wanted = { ...parameters, requested_token_type: issued };
    const response = await asked(settings.url, (options) =>
      oauth.genericTokenEndpointRequest(server, client, secret, exchangeGrant, wanted, options),
    );
    if (response === undefined) return unavailable('no_answer');
    if (response.status !== 200) return verdictOn(response);
    // What is no access token has no type of use (RFC 8693 2.2.1).
    const recognizedTokenTypes = issued === accessType ? {} : { n_a: () => undefined };
    const members = await oauth
      .processGenericTokenEndpointResponse(server, client, response, { recognizedTokenTypes })
      .catch(() => undefined);
    return members?.['issued_token_type'] === issued ? { kind: 'answer', members } : unavailable('unusable_answer');
  }

  async function introspect(promiseToken: string): Promise<Introspected> {
    const response = await asked(settings.introspectionUrl, (options) =>
      oauth.introspectionRequest(server, client, secret, promiseToken, { ...options, ...hint }),
    );
    if (response === undefined) return unavailable('no_answer');
    if (response.status !== 200) return otherThanToken(response);
    const said = await oauth.processIntrospectionResponse(server, client, response).catch(() => undefined);
    if (said === undefined) return unavailable('unusable_answer');
    return said.active ? activeToken(said, clock.now()) : { kind: 'inactive' };
  }

  return {
    mint: async (callerCredential, { resource }) => {
      const subject = { subject_token: callerCredential, subject_token_type: accessType, resource };
      const answer = await tokensFor(subject, promiseType);
      if (answer.kind !== 'answer') return answer;
      const { access_token: text, expires_in: told } = answer.members;
      if (told !== undefined) return { kind: 'minted', token: promiseTokenOf(text, Math.floor(told)) };
      const found = await introspect(text);
      if (found.kind === 'active') return { kind: 'minted', token: promiseTokenOf(text, found.expires_in) };
      return found.kind === 'inactive' ? unavailable('unusable_answer') : found;
    },
    exchange: async (promiseToken) => {
      const answer = await tokensFor({ subject_token: promiseToken, subject_token_type: promiseType }, accessType);
      if (answer.kind !== 'answer') return answer;
      const { access_token, token_type, expires_in, refresh_token, refresh_expires_in: told } = answer.members;
      if (token_type !== 'bearer') return unavailable('unusable_answer');
      return {
        kind: 'exchanged',
        access_token,
        token_type: 'bearer',
        expires_in,
        promise_token: refresh_token ?? promiseToken,
        // Keycloak tells it so; no standard has a name for it.
        promise_token_expires_in: typeof told === 'number' && told > 0 ? Math.floor(told) : undefined,
      };
    },
    introspect,
    invalidate: async (promiseToken) => {
      const response = await asked(settings.revocationUrl, (options) =>
        oauth.revocationRequest(server, client, secret, promiseToken, { ...options, ...hint }),
      );
      if (response === undefined) return unavailable('no_answer');
      if (response.status === 200) return { kind: 'invalidated' };
      return otherThanToken(response);
    },
  };
}

/** Without an end the token cannot be told whole, and is of no use. */
function activeToken({ exp, aud }: oauth.IntrospectionResponse, nowMs: number): Introspected {
  if (typeof exp !== 'number' || !Number.isInteger(exp)) return unavailable('unusable_answer');
  const left = exp - Math.floor(nowMs / 1000);
  if (left <= 0) return { kind: 'inactive' };
  const resources: readonly unknown[] | undefined = aud === undefined ? undefined : [aud].flat();
  if (resources === undefined) return { kind: 'active', expires_in: left, bound: {} };
  if (!resources.every((resource) => typeof resource === 'string')) return unavailable('unusable_answer');
  return { kind: 'active', expires_in: left, bound: { resources } };
}
