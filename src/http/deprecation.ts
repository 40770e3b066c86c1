import type { Deprecation, Deprecations } from '../deprecations.ts';
import type { Route } from './route-table.ts';

/** It tells of every deprecation, when it ends and what to use instead, and needs no credential. */
const changelog = '/api/v1/changelog';

export interface ReceivedNames {
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, unknown>>;
  /** Members of the body that are known so far. */
  readonly body: readonly string[];
  /** Whether the token that decides knows no scopes. */
  readonly legacy: boolean;
}

function isUsed({ place, name }: Deprecation, { query, headers, body, legacy }: ReceivedNames): boolean {
  if (place === 'query') return query.has(name);
  if (place === 'credential') return legacy;
  if (place === 'body') return body.includes(name);
  return place === 'header' ? headers[name.toLowerCase()] !== undefined : true;
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

/** What is deprecated of what this request uses. */
export function usedDeprecations(
  declared: Deprecations,
  { operation }: Route,
  received: ReceivedNames,
): readonly Deprecation[] {
  return declared[operation.id]?.filter((deprecation) => isUsed(deprecation, received)) ?? [];
}
