import type { Request } from 'express';
import { tokenMember } from '../credential-names.ts';
import type { Deprecation } from '../deprecations.ts';
import { AppError } from '../errors.ts';
import type { Principal } from '../principal.ts';
import { isOwnRequest, requestOriginOf } from '../request-origin.ts';
import { selectRegion, type Region } from '../region.ts';
import type { FilledParts } from './app-parts.ts';
import { authenticate, type Authentication } from './authenticate.ts';
import { authorize } from './authorize.ts';
import { schemeAskedFor } from './browser-refusal.ts';
import type { Credential } from './credentials.ts';
import { announcementOf, usedDeprecations, type ReceivedNames } from './deprecation.ts';
import { checkBodyHeaders } from './request-body.ts';
import { findCredential } from './request-credential.ts';
import { framingFault, targetOf, type Target } from './request-target.ts';
import { matchRoute, type Route, type RouteMatch } from './route-table.ts';
import { writeAnswer, type AnswerDuties, type GuardedResponse } from './write-answer.ts';

export function showLimit({ headers }: AnswerDuties, limit: number, remaining: number, resetAt: number): void {
  headers['X-RateLimit-Limit'] = limit;
  headers['X-RateLimit-Remaining'] = remaining;
  headers['X-RateLimit-Reset'] = resetAt;
}

/**
 * Password logins are limited by their failures, counted in the database for every replica; here they are only shown,
 * and counted by `fail` for the numbers of this process.
 */
function applyRateLimit(
  parts: FilledParts,
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
  if (principal.kind === 'browser')
    return principal.tokenId === undefined ? `account ${principal.account.accountId}` : `token ${principal.tokenId}`;
  return 'workerId' in principal ? `worker ${principal.workerId}` : `address ${address}`;
}

function routed(match: RouteMatch): Route {
  if (match.kind === 'found') return match.route;
  if (match.kind === 'wrong_method')
    throw new AppError('method_not_allowed', 'This address does not have that method.', { allow: match.allow });
  if (match.kind === 'malformed') throw new AppError('bad_request', 'The path is not percent-encoded UTF-8.');
  throw new AppError('not_found', 'There is no such address.');
}

/** Without content only a failure is in a form; who wants a page is sent to one all the same. */
const typesOfNothing = ({ statuses }: Route['operation']): readonly string[] =>
  statuses.some((status) => status === 302 || status === 303)
    ? ['application/json', 'text/html']
    : ['application/json'];

function checkAccept(request: Request, { operation }: Route): void {
  const available = operation.successTypes.length === 0 ? [...typesOfNothing(operation)] : [...operation.successTypes];
  if (request.headers.accept === undefined || request.accepts(available) !== false) return;
  throw new AppError('not_acceptable', 'No representation fits the Accept header.', { available });
}

/** The browser adds its cookie whoever asks: what changes something must be asked for by a page of this server. */
function assertOwnPage({ context }: FilledParts, { method, headers }: Request): void {
  if (method === 'GET' || method === 'HEAD') return;
  if (!isOwnRequest(requestOriginOf(headers), context.settings.publicUrl))
    throw new AppError('forbidden', 'Only a page of this server may ask for that.');
}

const inBody = (credential: Credential): string[] =>
  credential.kind !== 'absent' && credential.source === 'body' ? [tokenMember] : [];

/** What is counted and told of a credential that stands where it should not. */
function noteTokenSource({ context, metrics }: FilledParts, duties: AnswerDuties, credential: Credential): void {
  if (credential.kind === 'absent' || (credential.source !== 'query' && credential.source !== 'body')) return;
  const { source } = credential;
  metrics.deprecatedSource(source);
  context.logger.info(
    { request_id: duties.requestId, operation: duties.operationId, source },
    'deprecated token source',
  );
}

export const isLegacy = (principal: Principal | undefined): boolean =>
  principal?.kind === 'account' && principal.legacy === true;

/** Every answer from here on tells of what the request uses and will end. */
export function announce(
  { deprecations }: FilledParts,
  duties: AnswerDuties,
  { route, ...received }: { readonly route: Route } & ReceivedNames,
): readonly Deprecation[] {
  const used = usedDeprecations(deprecations, route, received);
  const announcement = announcementOf(used, route.params);
  if (announcement !== undefined) duties.announcement = announcement;
  return used;
}

/** What was used is recorded once it is known whose token it was. */
export function recordUse(
  { recordDeprecatedUse }: FilledParts,
  { route, principal, isSession }: Pick<Admitted, 'route' | 'principal' | 'isSession'>,
  used: readonly Deprecation[],
  userAgent: string | undefined,
): void {
  if (used.length === 0 || isSession || (principal?.kind !== 'account' && principal?.kind !== 'browser')) return;
  const { domainId } = principal.kind === 'account' ? principal : principal.account;
  const { tokenId } = principal;
  if (tokenId === undefined || tokenId < 0) return;
  const items = used.map(({ item }) => item);
  recordDeprecatedUse({ domainId, tokenId, operationId: route.operation.id, items, userAgent });
}

interface Asked {
  readonly route: Route;
  readonly query: URLSearchParams;
  readonly credential: Credential;
  readonly address: string;
}

/** The global region is asked about tokens that nobody has no more often than one address may ask for anything. */
function assertMayAskPeer({ limiter }: FilledParts, { route: { operation }, address }: Asked): void {
  const { rateClass } = operation;
  if (rateClass === 'unlimited' || limiter.look(rateClass, `address ${address}`, Date.now()).allowed) return;
  throw new AppError('rate_limited', 'Too many requests.');
}

/** Who it is in the region that the request selects. */
async function identify(
  parts: FilledParts,
  { headers, headersDistinct }: Request,
  duties: AnswerDuties,
  asked: Asked,
): Promise<Authentication> {
  const { route, query, credential, address: clientAddress } = asked;
  const { settings } = parts.context;
  const region = route.operation.takesRegion ? selectRegion(query, headersDistinct, settings) : 'regional';
  duties.region = region;
  if (region === 'global' && credential.kind === 'present') assertMayAskPeer(parts, asked);
  const checking = { ...parts.context, tokens: parts.tokens };
  return authenticate(checking, route, credential, { query, headers, clientAddress, region });
}

export interface Admitted {
  readonly route: Route;
  readonly region: Region;
  readonly target: Target;
  readonly principal: Principal | undefined;
  /** Whether it is the session of a browser, which is in no list of tokens. */
  readonly isSession: boolean;
  /** What was shown of an account or a process; empty where nothing was. A function, so that no record holds it. */
  readonly shownCredential: () => string;
  /** The parsed body where the credential was sought in it. */
  readonly body: Promise<unknown> | undefined;
}

/**
 * Everything that comes before the body of a request matters, in one order: framing, route, credential, limits, rights
 * and headers. Undefined where the answer is given already.
 */
export async function admit(
  parts: FilledParts,
  request: Request,
  guarded: GuardedResponse,
): Promise<Admitted | undefined> {
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
  duties.scheme = schemeAskedFor(route.operation, request);
  const { credential, body } = await findCredential(request, route, target, parts.context.settings);
  const query = new URLSearchParams(target.queryText);
  noteTokenSource(parts, duties, credential);
  const received = { route, query, headers: request.headers, body: inBody(credential) };
  announce(parts, duties, { ...received, legacy: false });
  const asked = { route, query, credential, address };
  const authentication = await identify(parts, request, duties, asked).catch((failure: unknown) => {
    // Whose token it is cannot be told, as where the database failed, so it counts against the address.
    applyRateLimit(parts, duties, route.operation.rateClass, `address ${address}`);
    throw failure;
  });
  const principal = authentication.kind === 'known' ? authentication.principal : undefined;
  const isSession = credential.kind === 'present' && credential.source === 'cookie';
  const used = announce(parts, duties, { ...received, legacy: isLegacy(principal) });
  duties.legacy = isLegacy(principal);
  recordUse(parts, { route, principal, isSession }, used, request.headers['user-agent']);
  applyRateLimit(parts, duties, route.operation.rateClass, limitKey(authentication, address));
  const mayBeNobody = route.operation.credential === 'none' || route.operation.optional;
  if (authentication.kind === 'anonymous' && (!mayBeNobody || authentication.reason === 'invalid'))
    throw new AppError('unauthorized', 'A valid credential is needed.', { reason: authentication.reason });
  authorize(route.operation, principal);
  if (isSession) assertOwnPage(parts, request);
  checkAccept(request, route);
  checkBodyHeaders(request, route.operation);
  const shownCredential = (): string => (credential.kind === 'present' ? credential.token : '');
  return { route, region: duties.region ?? 'regional', target, principal, isSession, shownCredential, body };
}
