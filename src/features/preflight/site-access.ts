import { descriptionVersion } from '../../../generated/operations.ts';
import type { Settings } from '../../config.ts';
import {
  createGuardedHttp,
  everyAddress,
  type GuardedHttp,
  type ResolveName,
} from '../../preflight/fetching/guarded-http.ts';
import { publicReach } from '../../preflight/fetching/reach.ts';

/** What tells on which ports a site is. */
export interface SiteOrigins {
  readonly base_url: string;
  readonly author_url: string | null;
  readonly fix_endpoint: string | null;
}

const userAgent = `SPCI-preflight/${descriptionVersion}`;

/** For what is a site's: what is public and what the operator allows, on the usual ports and those of the site. */
export function openSiteHttp(
  { preflightReach }: Pick<Settings, 'preflightReach'>,
  site: SiteOrigins,
  resolve: ResolveName = everyAddress,
): GuardedHttp {
  const own = [site.base_url, site.author_url, site.fix_endpoint].flatMap((url) =>
    url === null ? [] : [Number(new URL(url).port)],
  );
  const ports = [...new Set([...publicReach.ports, ...own.filter((port) => port !== 0)])];
  return createGuardedHttp({ policy: { allowPrivate: preflightReach, ports }, userAgent, resolve });
}

/** For links, which whoever wrote a page chose: what is public, and where the pages themselves are. */
export function openLinkHttp(
  siteHttp: GuardedHttp,
  urls: readonly string[],
  resolve: ResolveName = everyAddress,
): GuardedHttp {
  const origins = new Set(urls.map((url) => new URL(url).origin));
  const http = createGuardedHttp({ policy: publicReach, userAgent, resolve });
  const isOwn = (url: string): boolean => URL.canParse(url) && origins.has(new URL(url).origin);
  return {
    ask: (url, request) => (isOwn(url) ? siteHttp : http).ask(url, request),
    [Symbol.asyncDispose]: () => http[Symbol.asyncDispose](),
  };
}
