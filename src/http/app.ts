import type { ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import express, { type Express, type Request, type Response } from 'express';
import { operations } from '../../generated/operations.ts';
import { tokenMember } from '../credential-names.ts';
import { declaredDeprecations, withTokenSunset } from '../deprecations.ts';
import { AppError } from '../errors.ts';
import { admit, announce, isLegacy, recordUse, showLimit, type Admitted } from './admission.ts';
import type { AppParts, FilledParts } from './app-parts.ts';
import { endsSession, signInFor } from './browser-refusal.ts';
import { isClientGone } from './client-gone.ts';
import { confined } from './confinement.ts';
import {
  hasBodyToken,
  withoutBodyToken,
  withoutPageScope,
  withoutPageToken,
  withoutQueryToken,
  withoutRegion,
} from './credentials.ts';
import { declaredParameters } from './description.ts';
import { askForHeldBody } from './expectation.ts';
import { fileForm, type FileForm } from './file-form.ts';
import { formBody, type FormBody } from './form-body.ts';
import { handoffOutcome } from './handoff-outcome.ts';
import { domainNamedIn, extractNamedCredential, pageTokenIn } from './page-credentials.ts';
import { asAppError } from './problem.ts';
import { registry } from './registry.ts';
import { readJsonBody } from './request-body.ts';
import { validateRequest } from './request-validator.ts';
import type { Route } from './route-table.ts';
import { requestIdOf, securityHeaders } from './security-headers.ts';
import { regionParameter, regionQuery } from '../region.ts';
import { requestOriginOf } from '../request-origin.ts';
import { sessionCleared, sessionIn } from '../session-cookie.ts';
import { dropUnreadBody } from './unread-body.ts';
import { assertSigned } from './webhook-signature.ts';
import { guardResponse, writeAnswer, writeProblem, type AnswerDuties, type GuardedResponse } from './write-answer.ts';
import type { Logger } from 'pino';

async function perform(parts: FilledParts, request: Request, admitted: Admitted, guarded: GuardedResponse) {
  const { route, principal } = admitted;
  const { operation, params } = route;
  const { duties, response } = guarded;
  const json = await (admitted.body ?? readBody(parts, request, response, operation));
  const query = new URLSearchParams(admitted.target.queryText);
  if (operation.takesBodyToken && hasBodyToken(json)) {
    const used = announce(parts, duties, {
      route,
      query,
      headers: request.headers,
      body: [tokenMember],
      legacy: isLegacy(principal),
    });
    const further = used.filter(({ place }) => place === 'body');
    recordUse(parts, admitted, further, request.headers['user-agent']);
  }
  const validated = await validateRequest(operation, {
    path: admitted.target.path,
    params,
    queryText: withoutConsumed(operation, admitted.target.queryText),
    headers: request.method === 'HEAD' ? withoutRange(request.headers) : request.headers,
    body: operation.takesBodyToken ? withoutBodyToken(json) : json,
  });
  const input = await confined(parts.context, operation, principal, validated);
  return parts.handlers[operation.id](
    { ...parts.context, principal, tokens: parts.tokens },
    {
      ...input,
      body: unreadBody(request, operation) ?? input.body,
      clientAddress: request.ip ?? 'unknown',
      shownCredential: admitted.shownCredential,
      pageToken: pageTokenIn(request.headersDistinct),
      get namedCredential() {
        return extractNamedCredential(request.headersDistinct);
      },
      get namedDomain() {
        return domainNamedIn(request.headersDistinct);
      },
      get scrubbedQuery() {
        return withoutPageScope(admitted.target.queryText);
      },
      region: admitted.region,
      askedBy: requestOriginOf(request.headers),
      session: sessionIn(request.headersDistinct['cookie'] ?? []),
      get signal() {
        return abortedWithClient(response);
      },
      fail: (code, message, details) => new AppError(code, message, details),
    },
  );
}

async function readBody(
  { context }: FilledParts,
  request: Request,
  response: ServerResponse,
  operation: Route['operation'],
): Promise<unknown> {
  if (operation.requestType !== null) askForHeldBody(request, response);
  return readJsonBody(request, operation, (bytes) => {
    if (operation.credential === 'webhook') assertSigned(context.settings.webhookSecret, request.headers, bytes);
  });
}

/** What the operation reads itself, piece by piece. */
function unreadBody(
  request: Request,
  { requestType, bodyBytesMax }: Route['operation'],
): Readable | FileForm | FormBody | undefined {
  if (requestType === 'application/octet-stream') return request;
  if (requestType === 'application/x-www-form-urlencoded') return formBody(request, bodyBytesMax);
  return requestType === 'multipart/form-data' ? fileForm(request, bodyBytesMax) : undefined;
}

/** Credential and region were consumed; the validator knows them as a security scheme and what stands behind it. */
function withoutConsumed(operation: Route['operation'], queryText: string): string {
  const isDeclared = declaredParameters(operation.id, 'query').has(regionParameter);
  const rest = withoutCredential(operation, queryText);
  return operation.takesRegion && !isDeclared ? withoutRegion(rest) : rest;
}

function withoutCredential(operation: Route['operation'], queryText: string): string {
  if (operation.takesQueryToken)
    return operation.credential === 'browser' ? withoutPageToken(queryText) : withoutQueryToken(queryText);
  if (operation.credential !== 'signature') return queryText;
  const query = new URLSearchParams(queryText);
  query.delete('signature');
  return query.toString();
}

/** Only GET has ranges (RFC 9110, 14.2): HEAD tells of the whole. */
function withoutRange({ range: _, ...headers }: Request['headers']): Request['headers'] {
  return headers;
}

/** Made for the few operations that ask for it. */
function abortedWithClient(response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  if (response.closed) controller.abort();
  response.once('close', () => {
    if (!response.writableFinished) controller.abort();
  });
  return controller.signal;
}

async function handle(parts: FilledParts, lines: Logger, request: Request, response: Response): Promise<void> {
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
    if (operation === 'createSession')
      parts.metrics.handedOver(handoffOutcome(status, duties.failure), milliseconds / 1000);
    lines.info(
      {
        request_id: requestId,
        method: request.method,
        path: pathOf(request.originalUrl),
        operation,
        status,
        duration_ms: Math.round(milliseconds),
        ...(duties.legacy === true ? { credential: 'legacy' } : {}),
      },
      'request',
    );
  });
  try {
    const admitted = await admit(parts, request, guarded);
    if (admitted === undefined) return;
    const answer = await perform(parts, request, admitted, guarded);
    dropUnreadBody(request);
    await writeAnswer(guarded, answer, request.method === 'HEAD');
  } catch (thrown) {
    fail(parts, request, guarded, thrown);
  }
}

function showFailureInLimits(parts: FilledParts, request: Request, duties: AnswerDuties, error: AppError): void {
  const { retry_after: retryAfter, limit } = error.details;
  if (error.code === 'invalid_credentials') {
    const state = parts.limiter.consume('login', `address ${request.ip ?? 'unknown'}`, Date.now());
    showLimit(duties, state.limit, state.remaining, state.resetAt);
  }
  if (error.code === 'rate_limited' && retryAfter !== undefined && limit !== undefined)
    showLimit(duties, limit, 0, Math.ceil(Date.now() / 1000) + retryAfter);
}

function fail(parts: FilledParts, request: Request, guarded: GuardedResponse, thrown: unknown): void {
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
  duties.failure = error;
  const operation = duties.operationId === undefined ? undefined : operations[duties.operationId];
  if (operation !== undefined && endsSession(operation, error, request)) duties.headers['Set-Cookie'] = sessionCleared;
  const signIn = operation === undefined ? undefined : signInFor(operation, error, request);
  if (signIn === undefined) return writeProblem(guarded, error);
  void writeAnswer(
    guarded,
    { status: 303, headers: { Location: signIn + regionQuery(duties.region ?? 'regional') } },
    request.method === 'HEAD',
  );
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
  const filled: FilledParts = {
    handlers: registry,
    ...parts,
    deprecations: withTokenSunset(parts.deprecations ?? declaredDeprecations, parts.context.settings.queryTokensSunset),
  };
  app.use((request, response) => handle(filled, lines, request, response));
  return app;
}
