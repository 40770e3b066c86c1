import * as oauth from 'oauth4webapi';
import type { ForgeSettings } from '../forge-settings.ts';
import { ForgeRefused, ForgeUnavailable } from './forge-failures.ts';
import { forgeTimeoutMs, githubApi, refusedStatusOf } from './github-api.ts';

export interface GithubUser {
  /** Never given to anybody else, unlike the login. */
  readonly id: number;
  readonly login: string;
}

interface Authorization {
  readonly redirectUri: string;
  readonly state: string;
  /** The secret of PKCE (RFC 7636), which only who began the authorization knows. */
  readonly verifier: string;
}

function serverOf({ url }: ForgeSettings): oauth.AuthorizationServer {
  return {
    issuer: `${url}/login/oauth`,
    authorization_endpoint: `${url}/login/oauth/authorize`,
    token_endpoint: `${url}/login/oauth/access_token`,
  };
}

/** Where a person tells GitHub that this installation may know who they are; no scope, so nothing but that. */
export async function authorizeUrl(
  forge: ForgeSettings,
  { redirectUri, state, verifier }: Authorization,
): Promise<string> {
  const url = new URL(`${forge.url}/login/oauth/authorize`);
  url.search = new URLSearchParams({
    client_id: forge.clientId,
    redirect_uri: redirectUri,
    state,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    allow_signup: 'false',
  }).toString();
  return url.href;
}

/** Whose code it is. The token that it gives is asked this one question and then forgotten. */
export async function findGithubUser(
  forge: ForgeSettings,
  { redirectUri, state, verifier }: Authorization,
  returned: URLSearchParams,
): Promise<GithubUser> {
  const token = await exchange(forge, { redirectUri, state, verifier }, returned);
  try {
    const { data } = await githubApi(forge, `Bearer ${token}`)('GET /user');
    return { id: Number(data.id), login: data.login };
  } catch (failure) {
    refusedStatusOf(failure);
    throw new ForgeRefused('GitHub took its own token back.', { cause: failure });
  }
}

async function exchange(
  forge: ForgeSettings,
  { redirectUri, state, verifier }: Authorization,
  returned: URLSearchParams,
): Promise<string> {
  const [server, client] = [serverOf(forge), { client_id: forge.clientId }];
  try {
    const response = await oauth.authorizationCodeGrantRequest(
      server,
      client,
      oauth.ClientSecretPost(forge.clientSecret),
      oauth.validateAuthResponse(server, client, returned, state),
      redirectUri,
      verifier,
      // Settings allow plain HTTP on loopback only.
      { signal: AbortSignal.timeout(forgeTimeoutMs), [oauth.allowInsecureRequests]: forge.url.startsWith('http:') },
    );
    if (response.status >= 500) throw new ForgeUnavailable(`GitHub answered ${response.status}.`);
    return (await oauth.processAuthorizationCodeResponse(server, client, response)).access_token;
  } catch (failure) {
    // GitHub tells a refused code with 200.
    const refused = [oauth.OperationProcessingError, oauth.ResponseBodyError, oauth.AuthorizationResponseError];
    if (failure instanceof ForgeUnavailable) throw failure;
    if (refused.some((kind) => failure instanceof kind))
      throw new ForgeRefused('GitHub refused the code.', { cause: failure });
    throw new ForgeUnavailable('GitHub did not answer.', { cause: failure });
  }
}
