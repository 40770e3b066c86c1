import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A GitHub for tests, which refuses what GitHub refuses. */
export interface GithubPeer {
  readonly url: string;
  /** What makes a server ask it. */
  readonly environment: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

interface Granted {
  readonly login: string;
  readonly redirectUri: string;
  readonly challenge: string;
}

const clientId = 'Iv1.8a61f9b3a7aba766';
const clientSecret = '0a1b2c3d4e5f60718293a4b5c6d7e8f901234567';
const callbackPath = '/api/v1/auth/github/callback';

const newSecret = (): string => randomBytes(20).toString('hex');
/** One number for one login. */
export const githubIdOf = (login: string): number =>
  createHash('sha256').update(login.toLowerCase()).digest().readUIntBE(0, 5) + 1;

function send(response: ServerResponse, status: number, body: object, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify(body));
}

/** What GitHub wants of the address that a person is sent to. */
function faultOf(asked: URLSearchParams): string | undefined {
  const redirectUri = asked.get('redirect_uri') ?? '';
  if (asked.get('client_id') !== clientId) return 'unknown client_id';
  if (!URL.canParse(redirectUri) || new URL(redirectUri).pathname !== callbackPath) return 'redirect_uri mismatch';
  if (!/^[\w-]{43}$/.test(asked.get('code_challenge') ?? '')) return 'no code_challenge';
  if (asked.get('code_challenge_method') !== 'S256') return 'wrong code_challenge_method';
  return asked.get('scope') === null ? undefined : 'more than the login is asked for';
}

type Codes = Map<string, Granted>;
type Tokens = Map<string, string>;

/** The person is whom `login` names; one called `declines` says no. */
function authorize(codes: Codes, asked: URLSearchParams, response: ServerResponse): void {
  const fault = faultOf(asked);
  if (fault !== undefined) return send(response, 400, { error: fault });
  const [login, redirectUri] = [asked.get('login') ?? '', asked.get('redirect_uri') ?? ''];
  const back = new URL(redirectUri);
  back.searchParams.set('state', asked.get('state') ?? '');
  if (login === 'declines') {
    back.searchParams.set('error', 'access_denied');
    back.searchParams.set('error_description', 'The user has denied your application access.');
    back.searchParams.set('error_uri', 'https://docs.github.com/apps');
  } else {
    const code = newSecret();
    codes.set(code, { login, redirectUri, challenge: asked.get('code_challenge') ?? '' });
    back.searchParams.set('code', code);
  }
  response.writeHead(302, { Location: back.href }).end();
}

/** Refusals come with 200, as GitHub's do. */
function exchange(codes: Codes, tokens: Tokens, form: URLSearchParams, response: ServerResponse): void {
  const code = form.get('code') ?? '';
  const granted = codes.get(code);
  codes.delete(code);
  if (granted?.login === 'unreachable') return send(response, 503, { message: 'No server is available' });
  if (form.get('client_id') !== clientId || form.get('client_secret') !== clientSecret)
    return send(response, 200, { error: 'incorrect_client_credentials' });
  if (granted === undefined || form.get('grant_type') !== 'authorization_code')
    return send(response, 200, { error: 'bad_verification_code' });
  if (form.get('redirect_uri') !== granted.redirectUri) return send(response, 200, { error: 'redirect_uri_mismatch' });
  const challenge = createHash('sha256')
    .update(form.get('code_verifier') ?? '')
    .digest('base64url');
  if (challenge !== granted.challenge) return send(response, 200, { error: 'bad_verification_code' });
  const token = `gho_${newSecret()}`;
  tokens.set(token, granted.login);
  send(response, 200, { access_token: token, token_type: 'bearer', scope: '' });
}

function showUser(tokens: Tokens, request: IncomingMessage, response: ServerResponse): void {
  const login = tokens.get(/^bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '');
  if (login === undefined) return send(response, 401, { message: 'Bad credentials' });
  send(response, 200, { id: githubIdOf(login), login });
}

/**
 * What everybody sees of a repository: each name is there, spelled in small letters, but for those that say otherwise.
 * The app asks for itself, or not at all.
 */
function showRepository(name: string, { headers }: IncomingMessage, response: ServerResponse): void {
  const app = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`;
  if (headers.authorization !== app) return send(response, 401, { message: 'Bad credentials' });
  if (headers['x-github-api-version'] === undefined) return send(response, 400, { message: 'No version is asked for' });
  const [owner = '', repository = ''] = name.toLowerCase().split('/');
  const kind = repository.split('-')[0] ?? '';
  const refusals: Readonly<Record<string, () => void>> = {
    missing: () => send(response, 404, { message: 'Not Found' }),
    moved: () => send(response, 301, { message: 'Moved' }, { Location: '/api/v3/repositories/1' }),
    unreachable: () => send(response, 503, { message: 'No server is available' }),
    limited: () => send(response, 403, { message: 'API rate limit exceeded' }, { 'X-RateLimit-Remaining': '0' }),
    garbled: () => send(response, 200, { message: 'Something else' }),
  };
  if (refusals[kind] !== undefined) return refusals[kind]();
  const id = githubIdOf(kind === 'inherited' ? `${owner} of before` : owner);
  send(response, 200, { full_name: `${owner}/${repository}`, owner: { id, login: owner }, default_branch: 'trunk' });
}

/** The commit of a tag; there is none where its name begins so. */
function showCommit(ref: string, response: ServerResponse): void {
  const tag = /^tags\/(.+)$/.exec(ref)?.[1];
  if (tag === undefined || tag.startsWith('u'))
    return send(response, 422, { message: `No commit found for SHA: ${ref}` });
  send(response, 200, { sha: createHash('sha1').update(tag).digest('hex') });
}

async function answer(codes: Codes, tokens: Tokens, request: IncomingMessage, response: ServerResponse) {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://peer');
  const asked = `${request.method} ${pathname}`;
  if (asked === 'GET /login/oauth/authorize') return authorize(codes, searchParams, response);
  if (asked === 'POST /login/oauth/access_token' && request.headers.accept === 'application/json')
    return exchange(codes, tokens, new URLSearchParams(await text(request)), response);
  if (request.headers['user-agent'] === undefined) return send(response, 403, { message: 'User-Agent is missing' });
  if (asked === 'GET /api/v3/user') return showUser(tokens, request, response);
  const [, repository] = /^GET \/api\/v3\/repos\/([\w.-]+\/[\w.-]+)$/.exec(asked) ?? [];
  if (repository !== undefined) return showRepository(repository, request, response);
  const [, ref] = /^GET \/api\/v3\/repos\/[\w.-]+\/[\w.-]+\/commits\/(.+)$/.exec(asked) ?? [];
  if (ref !== undefined) return showCommit(decodeURIComponent(ref), response);
  send(response, 404, { message: 'Not Found' });
}

export async function startGithubPeer(): Promise<GithubPeer> {
  const [codes, tokens]: [Codes, Tokens] = [new Map(), new Map()];
  const server = createServer((request, response) => void answer(codes, tokens, request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // It ends with the process at the latest.
  server.unref();
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    environment: {
      SPCI_FORGE_URL: url,
      SPCI_GITHUB_CLIENT_ID: clientId,
      SPCI_GITHUB_CLIENT_SECRET: clientSecret,
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
