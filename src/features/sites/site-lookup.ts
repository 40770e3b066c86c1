import type { Kysely } from 'kysely';
import type { Database } from '../../db/database.ts';
import { AppError, notFound } from '../../errors.ts';
import { belongsTo, siteHostOf } from './site-hosts.ts';
import { findSite, findSiteByHost, type SiteConditions } from './sites.queries.ts';
import type { SiteRow } from './sites.table.ts';

export interface SiteFilter extends Omit<SiteConditions, 'host'> {
  /** Of a page. */
  readonly url?: string;
}

export function conditionsOf({ url, ...conditions }: SiteFilter): SiteConditions {
  if (url === undefined) return conditions;
  return { ...conditions, host: URL.canParse(url) ? (siteHostOf(new URL(url)) ?? null) : null };
}

/** A site of another domain is answered like one that never was. */
export async function existingSite(db: Kysely<Database>, domainId: number, siteId: number): Promise<SiteRow> {
  const site = await findSite(db, domainId, siteId);
  if (site === undefined) throw notFound('site');
  return site;
}

/**
 * The site that the page at the address belongs to. Throws `not_found` without one; `unprocessable` when it is not of
 * the site that is named.
 */
export async function siteOfPage(
  db: Kysely<Database>,
  domainId: number,
  { siteId, url }: { readonly siteId?: number; readonly url: URL },
): Promise<SiteRow> {
  if (siteId === undefined) {
    const host = siteHostOf(url);
    const site = host === undefined ? undefined : await findSiteByHost(db, domainId, host);
    if (site === undefined) throw notFound('site');
    return site;
  }
  const site = await existingSite(db, domainId, siteId);
  if (!belongsTo(site, url))
    throw new AppError('unprocessable', 'The address is not of the site.', { site_id: siteId, host: url.hostname });
  return site;
}
