import { generateKeyPairSync, randomBytes, verify } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describedOperation, type GithubOperation } from './github-description.ts';

export interface GivenStatus {
  readonly repository: string;
  readonly sha: string;
  readonly state: string;
  readonly context: string;
  readonly description: string;
  readonly target_url?: string;
}

export interface WrittenComment {
  readonly id: number;
  readonly repository: string;
  readonly pullRequest: number;
  body: string;
  /** Undefined for one that a person wrote. */
  readonly appId: number | undefined;
  /** How often it was edited. */
  edits: number;
}

/** A GitHub for tests in which an app is installed; it keeps what it is told, and refuses what GitHub refuses. */
export interface GithubAppPeer {
  readonly url: string;
  readonly apiUrl: string;
  readonly appId: number;
  readonly privateKey: string;
  /** What makes a server ask it. */
  readonly environment: Readonly<Record<string, string>>;
  readonly statuses: GivenStatus[];
  readonly comments: WrittenComment[];
  /** What was wrong with requests, by GitHub's own description of its API. */
  readonly faults: string[];
  /** Happens while the next request for the operation waits to be performed. */
  before(operationId: string, event: () => Promise<void>): void;
  /** The answer to requests that have not been answered yet, once for each. */
  answerNext(...refusals: readonly Refusal[]): void;
  stop(): Promise<void>;
}

export interface Refusal {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
}

const appId = 4711;
const installationId = 815;
const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const privateKey = keys.privateKey.export({ type: 'pkcs1', format: 'pem' }).toString();

interface Asked {
  readonly authorization: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly query: URLSearchParams;
  readonly repository: string;
  readonly operation: GithubOperation;
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

const refused = (status: number, message: string): Answer => ({ status, body: { message } });

/** Whether it is a token of the app itself, signed with its key and for at most ten minutes (RFC 7519). */
function isOfApp(authorization: string): boolean {
  const [, head = '', claims = '', signature = ''] = /^bearer (\S+)\.(\S+)\.(\S+)$/i.exec(authorization) ?? [];
  if (!verify('RSA-SHA256', Buffer.from(`${head}.${claims}`), keys.publicKey, Buffer.from(signature, 'base64url')))
    return false;
  const { iss, iat, exp } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<string, number>;
  const now = Date.now() / 1000;
  return Number(iss) === appId && Number(iat) <= now && Number(exp) > now && Number(exp) <= now + 600;
}

interface Granted {
  readonly repositories: readonly string[];
  readonly permissions: Readonly<Record<string, string>>;
}

/** The API, over what it has been told. */
function createApi(statuses: GivenStatus[], comments: WrittenComment[]) {
  const granted = new Map<string, Granted>();

  function mayWrite({ authorization, repository }: Asked, permission: string): boolean {
    const grant = granted.get(/^bearer (\S+)$/i.exec(authorization)?.[1] ?? '');
    return grant?.permissions[permission] === 'write' && grant.repositories.includes(repository.split('/')[1] ?? '');
  }

  function shown({ operation }: Asked, status: number, comment: WrittenComment): Answer {
    const [example] = [operation.example(status)].flat() as Record<string, unknown>[];
    const by = comment.appId === undefined ? null : { id: comment.appId, slug: 'spci' };
    return { status, body: { ...example, id: comment.id, body: comment.body, performed_via_github_app: by } };
  }

  const operations: Readonly<Record<string, (asked: Asked) => Answer>> = {
    'apps/get-repo-installation': ({ authorization, repository, operation }) => {
      if (!isOfApp(authorization)) return refused(401, 'A JSON web token could not be decoded');
      if (/\/uninstalled/.test(repository)) return refused(404, 'Not Found');
      if (/\/moved/.test(repository)) return refused(301, 'Moved Permanently');
      return { status: 200, body: { ...operation.example(200), id: installationId, app_id: appId } };
    },
    'apps/create-installation-access-token': ({ authorization, operation, body }) => {
      if (!isOfApp(authorization)) return refused(401, 'A JSON web token could not be decoded');
      if (operation.path['installation_id'] !== String(installationId)) return refused(404, 'Not Found');
      const token = `ghs_${randomBytes(18).toString('hex')}`;
      granted.set(token, {
        repositories: body['repositories'] as readonly string[],
        permissions: body['permissions'] as Granted['permissions'],
      });
      const expires_at = new Date(Date.now() + 3_600_000).toISOString().replace(/\.\d+/, '');
      return { status: 201, body: { ...operation.example(201), token, expires_at, permissions: body['permissions'] } };
    },
    'repos/create-commit-status': (asked) => {
      const { operation, repository, body } = asked;
      if (!mayWrite(asked, 'statuses')) return refused(403, 'Resource not accessible by integration');
      if (String(body['description']).length > 140) return refused(422, 'description is too long');
      statuses.push({
        ...(body as Omit<GivenStatus, 'repository' | 'sha'>),
        repository,
        sha: operation.path['sha'] ?? '',
      });
      return { status: 201, body: { ...operation.example(201), ...body } };
    },
    'issues/list-comments': (asked) => {
      const { operation, repository, query } = asked;
      if (!mayWrite(asked, 'pull_requests')) return refused(403, 'Resource not accessible by integration');
      const [size, page] = [Number(query.get('per_page') ?? 30), Number(query.get('page') ?? 1)];
      const ofPull = comments.filter(
        (comment) =>
          comment.repository === repository && comment.pullRequest === Number(operation.path['issue_number']),
      );
      const page_ = ofPull.slice((page - 1) * size, page * size);
      return { status: 200, body: page_.map((comment) => shown(asked, 200, comment).body) };
    },
    'issues/create-comment': (asked) => {
      const { operation, repository, body } = asked;
      if (!mayWrite(asked, 'pull_requests')) return refused(403, 'Resource not accessible by integration');
      const pullRequest = Number(operation.path['issue_number']);
      const comment = { id: comments.length + 1, repository, pullRequest, body: String(body['body']), appId, edits: 0 };
      comments.push(comment);
      return shown(asked, 201, comment);
    },
    'issues/update-comment': (asked) => {
      const { operation, body } = asked;
      const comment = comments.find(({ id }) => id === Number(operation.path['comment_id']));
      if (comment === undefined) return refused(404, 'Not Found');
      if (!mayWrite(asked, 'pull_requests') || comment.appId !== appId)
        return refused(403, 'Resource not accessible by integration');
      comment.body = String(body['body']);
      comment.edits += 1;
      return shown(asked, 200, comment);
    },
  };
  return operations;
}

type Api = ReturnType<typeof createApi>;

interface Peer {
  readonly api: Api;
  readonly faults: string[];
  readonly events: Map<string, () => Promise<void>>;
}

async function answerTo({ api, faults, events }: Peer, request: IncomingMessage): Promise<Answer> {
  const { pathname, searchParams: query } = new URL(request.url ?? '', 'http://peer');
  const { method = '', headers } = request;
  const sent = await text(request);
  const body = sent === '' ? undefined : JSON.parse(sent);
  const operation = describedOperation({ method, path: pathname.replace(/^\/api\/v3/, ''), query, body });
  const perform = operation && api[operation.id];
  const fault = headers['user-agent'] === undefined ? 'no User-Agent' : operation?.fault;
  if (operation === undefined || perform === undefined || fault !== undefined) {
    faults.push(`${method} ${pathname}: ${fault ?? 'no such operation'}`);
    return refused(fault === undefined ? 404 : 422, fault ?? 'Not Found');
  }
  const event = events.get(operation.id);
  events.delete(operation.id);
  await event?.();
  const repository = `${operation.path['owner']}/${operation.path['repo']}`;
  return perform({ authorization: headers.authorization ?? '', body: body ?? {}, query, repository, operation });
}

export async function startGithubAppPeer(): Promise<GithubAppPeer> {
  const [statuses, comments, faults]: [GivenStatus[], WrittenComment[], string[]] = [[], [], []];
  const refusals: Refusal[] = [];
  const events = new Map<string, () => Promise<void>>();
  const api = createApi(statuses, comments);
  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const refusal = refusals.shift();
    const answer =
      refusal === undefined ? await answerTo({ api, faults, events }, request) : refused(refusal.status, 'Refused');
    response.writeHead(answer.status, { 'Content-Type': 'application/json; charset=utf-8', ...refusal?.headers });
    response.end(JSON.stringify(answer.body));
  };
  const server = createServer((request, response) => {
    respond(request, response).catch((error: unknown) => {
      faults.push(String(error));
      response.destroy();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  server.unref();
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const keyFile = join(mkdtempSync(join(tmpdir(), 'spci-key-')), 'app.pem');
  writeFileSync(keyFile, privateKey, { mode: 0o600 });
  return {
    ...{ url, apiUrl: `${url}/api/v3`, appId, privateKey, statuses, comments, faults },
    environment: { SPCI_FORGE_URL: url, SPCI_GITHUB_APP_ID: String(appId), SPCI_GITHUB_APP_KEY_FILE: keyFile },
    before: (operationId, event) => void events.set(operationId, event),
    answerNext: (...next) => void refusals.push(...next),
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
