import type { Readable } from 'node:stream';
import express, { type Express, type Request, type Response } from 'express';
import type { Logger } from 'pino';
import type { AppContext } from '../context.ts';
import { AppError } from '../errors.ts';
import type { Principal } from '../principal.ts';
import { authenticate, type Authentication, type TokenVerifier } from './authenticate.ts';
import { authorize } from './authorize.ts';
import { isClientGone } from './client-gone.ts';
import { extractCredential } from './credentials.ts';
import { announcementFor, declaredDeprecations, type Deprecations } from './deprecation.ts';
import { askForHeldBody } from './expectation.ts';
import { fileForm, type FileForm } from './file-form.ts';
import type { Metrics } from './metrics.ts';
import { asAppError } from './problem.ts';
import type { RateLimiter } from './rate-limit.ts';
import { registry } from './registry.ts';
import { checkBodyHeaders, readJsonBody } from './request-body.ts';
import { framingFault, targetOf, type Target } from './request-target.ts';
import { validateRequest } from './request-validator.ts';
import { matchRoute, type Route, type RouteMatch } from './route-table.ts';
import { requestIdOf, securityHeaders } from './security-headers.ts';
import { dropUnreadBody } from './unread-body.ts';
import { assertSigned } from './webhook-signature.ts';
import { guardResponse, writeAnswer, writeProblem, type AnswerDuties, type GuardedResponse } from './write-answer.ts';

export interface AppParts {
  readonly context: AppContext;
  readonly tokens: TokenVerifier;
  readonly limiter: RateLimiter;
  readonly metrics: Metrics;
  /** The registry, unless a test puts operations in that break their description. */
  readonly handlers?: typeof registry;
  /** Those of the description, unless a test deprecates something. */
  readonly deprecations?: Deprecations;
}

function showLimit({ headers }: AnswerDuties, limit: number, remaining: number, resetAt: number): void {
  headers['X-RateLimit-Limit'] = limit;
  headers['X-RateLimit-Remaining'] = remaining;
  headers['X-RateLimit-Reset'] = resetAt;
}

/**
 * Password logins are limited by their failures, counted in the database for every replica; here they are only shown,
 * and counted by `fail` for the numbers of this process.
 */
function applyRateLimit(
  parts: AppParts,
  duties: AnswerDuties,
  rateClass: Route['operation']['rateClass'],
  key: string,
): void {
  if (rateClass === 'unlimited') return;
  const state = parts.limiter[rateClass === 'login' ? 'look' : 'consume'](rateClass, key, Date.now());
  showLimit(duties, state.limit, state.remaining, state.resetAt);
  if (state.allowed || rateClass === 'login') return;
  const details = { retry_after: state.retryAfterSeconds, limit: state.limit, window: `${state.windowMs / 1000}s` };
  throw new AppError('rate_limited', 'Too many requests.', details);
}

function limitKey(authentication: Authentication, address: string): string {
  if (authentication.kind === 'anonymous') return `address ${address}`;
  const { principal } = authentication;
  if (principal.kind === 'account') return `token ${principal.tokenId}`;
  return 'workerId' in principal ? `worker ${principal.workerId}` : `address ${address}`;
}

function routed(match: RouteMatch): Route {
  if (match.kind === 'found') return match.route;
  if (match.kind === 'wrong_method')
    throw new AppError('method_not_allowed', 'This address does not have that method.', { allow: match.allow });
  if (match.kind === 'malformed') throw new AppError('bad_request', 'The path is not percent-encoded UTF-8.');
  throw new AppError('not_found', 'There is no such address.');
}

function checkAccept(request: Request, { operation }: Route): void {
  const available = operation.successTypes.length === 0 ? ['application/json'] : [...operation.successTypes];
  if (request.headers.accept === undefined || request.accepts(available) !== false) return;
  throw new AppError('not_acceptable', 'No representation fits the Accept header.', { available });
}

interface Accepted {
  readonly route: Route;
  readonly target: Target;
  readonly principal: Principal | undefined;
}

async function accept(parts: AppParts, request: Request, guarded: GuardedResponse): Promise<Accepted | undefined> {
  const { duties } = guarded;
  const address = request.ip ?? 'unknown';
  const fault = framingFault(request);
  if (fault !== undefined) {
    duties.headers['Connection'] = 'close';
    applyRateLimit(parts, duties, 'read', `address ${address}`);
    throw fault;
  }
  const target = targetOf(request.originalUrl);
  const match = matchRoute(request.method, target.path);
  if (match.kind !== 'found') {
    applyRateLimit(parts, duties, 'read', `address ${address}`);
    if (request.method === 'OPTIONS' && match.kind === 'wrong_method') {
      await writeAnswer(guarded, { status: 204, headers: { Allow: match.allow } }, false);
      return undefined;
    }
  }
  const route = routed(match);
  duties.operationId = route.operation.id;
  const credential = extractCredential({ headers: request.headersDistinct });
  const query = new URLSearchParams(target.queryText);
  const announcement = announcementFor(parts.deprecations ?? declaredDeprecations, route, {
    query,
    headers: request.headers,
  });
  if (announcement !== undefined) duties.announcement = announcement;
  const checking = { ...parts.context, tokens: parts.tokens };
  const authentication = await authenticate(checking, route, credential, { query, headers: request.headers }).catch(
    (failure: unknown) => {
      // The database failed: whose token it is cannot be told, so it counts against the address.
      applyRateLimit(parts, duties, route.operation.rateClass, `address ${address}`);
      throw failure;
    },
  );
  applyRateLimit(parts, duties, route.operation.rateClass, limitKey(authentication, address));
  const principal = authentication.kind === 'known' ? authentication.principal : undefined;
  if (authentication.kind === 'anonymous' && route.operation.credential !== 'none')
    throw new AppError('unauthorized', 'A valid credential is needed.', { reason: authentication.reason });
  authorize(route.operation, principal);
  checkAccept(request, route);
  checkBodyHeaders(request, route.operation);
  return { route, target, principal };
}

async function perform(parts: AppParts, request: Request, { route, target, principal }: Accepted, response: Response) {
  const { operation, params } = route;
  if (operation.requestType !== null) askForHeldBody(request, response);
  const json = await readJsonBody(request, operation, (bytes) => {
    if (operation.credential === 'webhook') assertSigned(parts.context.settings.webhookSecret, request.headers, bytes);
  });
  const queryText = operation.credential === 'signature' ? withoutSignature(target.queryText) : target.queryText;
  const input = await validateRequest(operation, {
    path: target.path,
    params,
    queryText,
    headers: request.method === 'HEAD' ? withoutRange(request.headers) : request.headers,
    body: json,
  });
  const handlers = parts.handlers ?? registry;
  return handlers[operation.id](
    { ...parts.context, principal },
    {
      ...input,
      body: unreadBody(request, operation) ?? input.body,
      clientAddress: request.ip ?? 'unknown',
      get signal() {
        return abortedWithClient(response);
      },
      fail: (code, message, details) => new AppError(code, message, details),
    },
  );
}

/** What the operation reads itself, piece by piece. */
function unreadBody(
  request: Request,
  { requestType, bodyBytesMax }: Route['operation'],
): Readable | FileForm | undefined {
  if (requestType === 'application/octet-stream') return request;
  return requestType === 'multipart/form-data' ? fileForm(request, bodyBytesMax) : undefined;
}

/** The signature is a credential and was consumed as one; the validator knows it as a security scheme only. */
function withoutSignature(queryText: string): string {
  const query = new URLSearchParams(queryText);
  query.delete('signature');
  return query.toString();
}

/** Only GET has ranges (RFC 9110, 14.2): HEAD tells of the whole. */
function withoutRange({ range: _, ...headers }: Request['headers']): Request['headers'] {
  return headers;
}

/** Made for the few operations that ask for it. */
function abortedWithClient(response: Response): AbortSignal {
  const controller = new AbortController();
  if (response.closed) controller.abort();
  response.once('close', () => {
    if (!response.writableFinished) controller.abort();
  });
  return controller.signal;
}

async function handle(parts: AppParts, lines: Logger, request: Request, response: Response): Promise<void> {
  const startedAt = performance.now();
  const requestId = requestIdOf(request);
  const { logger } = parts.context;
  const duties: AnswerDuties = {
    requestId,
    accept: request.headers.accept,
    publicUrl: parts.context.settings.publicUrl ?? '',
    headers: { ...securityHeaders(request.secure), 'X-Request-Id': requestId },
    operationId: undefined,
    onViolation: (fault, status) => {
      const operation = duties.operationId ?? 'none';
      parts.metrics.violated({ at: new Date(), operation, status, fault });
      logger.error({ request_id: requestId, operation, status, fault }, 'contract violation');
    },
  };
  const guarded = guardResponse(response, duties);
  response.once('close', () => {
    const milliseconds = performance.now() - startedAt;
    const operation = duties.operationId ?? 'none';
    const status = response.headersSent ? response.statusCode : clientGone;
    parts.metrics.answered(operation, status, milliseconds / 1000);
    lines.info(
      {
        request_id: requestId,
        method: request.method,
        path: pathOf(request.originalUrl),
        operation,
        status,
        duration_ms: Math.round(milliseconds),
      },
      'request',
    );
  });
  try {
    const accepted = await accept(parts, request, guarded);
    if (accepted === undefined) return;
    const answer = await perform(parts, request, accepted, response);
    dropUnreadBody(request);
    await writeAnswer(guarded, answer, request.method === 'HEAD');
  } catch (thrown) {
    fail(parts, request, guarded, thrown);
  }
}

function showFailureInLimits(parts: AppParts, request: Request, duties: AnswerDuties, error: AppError): void {
  const { retry_after: retryAfter, limit } = error.details;
  if (error.code === 'invalid_credentials') {
    const state = parts.limiter.consume('login', `address ${request.ip ?? 'unknown'}`, Date.now());
    showLimit(duties, state.limit, state.remaining, state.resetAt);
  }
  if (error.code === 'rate_limited' && retryAfter !== undefined && limit !== undefined)
    showLimit(duties, limit, 0, Math.ceil(Date.now() / 1000) + retryAfter);
}

function fail(parts: AppParts, request: Request, guarded: GuardedResponse, thrown: unknown): void {
  const { response, duties } = guarded;
  const { requestId } = duties;
  if (isClientGone(request, response, thrown)) {
    parts.context.logger.info({ request_id: requestId }, 'the client went away');
    return void response.destroy();
  }
  const error = asAppError(thrown);
  if (error.cause !== undefined) parts.context.logger.error({ request_id: requestId, err: error.cause }, error.message);
  dropUnreadBody(request);
  showFailureInLimits(parts, request, duties, error);
  writeProblem(guarded, error);
}

/** In the log and the metrics alone: the client ended the connection before there was an answer. */
const clientGone = 499;

/** Query strings can hold signatures; the log needs none of them. */
const pathOf = (target: string): string => target.split('?', 1)[0]?.slice(0, 500) ?? '';

/** The whole HTTP surface. Express parses and trusts proxies; everything else is decided here, in one order. */
export function createApp(parts: AppParts): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', false);
  app.set('trust proxy', [...parts.context.settings.trustedProxies]);
  // A request's line has fixed names, none of them a secret's: to look for secrets in it would cost 23 µs of 25.
  const lines = parts.context.logger.child({}, { redact: [] });
  app.use((request, response) => handle(parts, lines, request, response));
  return app;
}
