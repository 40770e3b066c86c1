import type { IncomingHttpHeaders } from 'node:http';

/** What a browser says of the page that sends a request; other clients say nothing. */
export interface RequestOrigin {
  readonly origin: string | undefined;
  /** `Sec-Fetch-Site`. */
  readonly fetchSite: string | undefined;
}

export function requestOriginOf(headers: IncomingHttpHeaders): RequestOrigin {
  const { origin, 'sec-fetch-site': fetchSite } = headers;
  return { origin, fetchSite: typeof fetchSite === 'string' ? fetchSite : undefined };
}

/** Whether a page of this server sent it, or the person at the browser did. */
export function isOwnRequest({ origin, fetchSite }: RequestOrigin, publicUrl: string | undefined): boolean {
  if (fetchSite !== undefined) return fetchSite === 'same-origin' || fetchSite === 'none';
  return origin !== undefined && origin === publicUrl;
}

/**
 * Whether a form may hand a credential over: of this server, of an origin that the installation allows, or of a client that
 * is no browser. A page that keeps its origin to itself is another's, unless the browser vouches for it: pages of this server
 * send no referrer, for which browsers withhold the origin of their forms as well.
 */
export function mayHandOver(
  { origin, fetchSite }: RequestOrigin,
  allowed: { readonly publicUrl: string | undefined; readonly handoffOrigins: readonly string[] },
): boolean {
  const isWithheld = origin === 'null' && fetchSite === 'same-origin';
  if (origin !== undefined && !isWithheld)
    return origin === allowed.publicUrl || allowed.handoffOrigins.includes(origin);
  return fetchSite === undefined || fetchSite === 'same-origin' || fetchSite === 'none';
}
