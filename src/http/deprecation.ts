import { deprecations } from '../../generated/operations.ts';
import { tokenMember } from './credentials.ts';
import type { OperationId } from './operation.ts';
import type { Route } from './route-table.ts';

/** What the description calls deprecated: an operation, or one of its parameters. */
export interface Deprecation {
  readonly place: 'operation' | 'path' | 'query' | 'header' | 'body';
  /** Of the parameter, or of the member of the body; the operationId where it is the operation. */
  readonly name: string;
  /** `YYYY-MM-DD`, from the start of that day in UTC. */
  readonly deprecatedAt: string;
  readonly sunset: string;
  /** Path of the operation that takes its place, with its parameters in braces. */
  readonly successor: string | null;
}

export type Deprecations = Readonly<Partial<Record<OperationId, readonly Deprecation[]>>>;

export const declaredDeprecations: Deprecations = deprecations;

/** It tells of every deprecation, when it ends and what to use instead, and needs no credential. */
const changelog = '/api/v1/changelog';

export interface ReceivedNames {
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, unknown>>;
  /** Members of the body that are known so far. */
  readonly body: readonly string[];
}

function isUsed({ place, name }: Deprecation, { query, headers, body }: ReceivedNames): boolean {
  if (place === 'query') return query.has(name);
  if (place === 'body') return body.includes(name);
  return place === 'header' ? headers[name.toLowerCase()] !== undefined : true;
}

/** Tokens in addresses and bodies end on the day that the installation says. */
export function withTokenSunset(declared: Deprecations, sunset: string | undefined): Deprecations {
  if (sunset === undefined) return declared;
  const entries = Object.entries(declared).map(([id, items]) => [
    id,
    items.map((item) => (item.name === tokenMember ? { ...item, sunset } : item)),
  ]);
  return Object.fromEntries(entries) as Deprecations;
}

/** Undefined where the old address does not know a part of the new one. */
function successorAddress(template: string | null, params: Route['params']): string | undefined {
  const filled = template?.replace(/\{(\w+)\}/g, (hole, name: string) =>
    params[name] === undefined ? hole : encodeURIComponent(params[name]),
  );
  return filled?.includes('{') === true ? undefined : filled;
}

const earliest = (days: readonly string[]): Date => new Date(`${days.toSorted()[0]}T00:00:00Z`);

/** Deprecation (RFC 9745), Sunset (RFC 8594) and Link of what is used; where it is several, the earliest days. */
export function announcementOf(
  used: readonly Deprecation[],
  params: Route['params'] = {},
): Readonly<Record<string, string>> | undefined {
  if (used.length === 0) return undefined;
  const since = earliest(used.map(({ deprecatedAt }) => deprecatedAt));
  const sunset = earliest(used.map((deprecation) => deprecation.sunset));
  const successors = new Set(used.flatMap(({ successor }) => successorAddress(successor, params) ?? []));
  const links = [
    `<${changelog}>; rel="deprecation"; type="application/json"`,
    `<${changelog}>; rel="sunset"; type="application/json"`,
    ...[...successors].map((address) => `<${address}>; rel="successor-version"`),
  ];
  return { Deprecation: `@${since.getTime() / 1000}`, Sunset: sunset.toUTCString(), Link: links.join(', ') };
}

/** What every answer to this request tells of deprecations; undefined where nothing deprecated is used. */
export function announcementFor(
  declared: Deprecations,
  { operation, params }: Route,
  received: ReceivedNames,
): Readonly<Record<string, string>> | undefined {
  const candidates = declared[operation.id];
  return candidates === undefined
    ? undefined
    : announcementOf(
        candidates.filter((deprecation) => isUsed(deprecation, received)),
        params,
      );
}
