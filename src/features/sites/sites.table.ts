import type { Selectable } from 'kysely';
import type { components } from '../../../generated/api.ts';
import type { CreatedAt, Defaulted, Id } from '../../db/columns.ts';

type Described = components['schemas'];

export interface SitesTable {
  id: Id;
  domain_id: number;
  name: string;
  /** Origin and path, without a slash at the end. */
  base_url: string;
  authoring_type: Described['AuthoringType'] | null;
  delivery_type: Described['DeliveryType'];
  /** In lower case; null together with `external_site_id`, which is alike. */
  external_owner_id: string | null;
  external_site_id: string | null;
  author_url: string | null;
  /** On one of its hosts. */
  fix_endpoint: string | null;
  /** As the parser of URLs writes them, without a dot at the end. */
  preview_hosts: string[];
  enabled_checks: Described['AuditName'][];
  preview_auth: Described['Site']['preview_auth'];
  repository_id: number | null;
  created_at: CreatedAt;
  updated_at: Defaulted<string>;
}
export type SiteRow = Selectable<SitesTable>;

/** Each host belongs to one site of a domain; derived from the row of the site, and written with it. */
export interface SiteHostsTable {
  domain_id: number;
  /** As `siteHostOf` tells it of an address. */
  host: string;
  site_id: number;
}
