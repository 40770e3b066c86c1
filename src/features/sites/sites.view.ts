import type { components } from '../../../generated/api.ts';
import { isPromiseBased } from '../../preflight/promise/promise-token-for.ts';
import type { SiteRow } from './sites.table.ts';

export function toSite(site: SiteRow): components['schemas']['Site'] {
  return {
    site_id: site.id,
    name: site.name,
    base_url: site.base_url,
    authoring_type: site.authoring_type,
    promise_based: isPromiseBased(site.authoring_type),
    delivery_type: site.delivery_type,
    external_owner_id: site.external_owner_id,
    external_site_id: site.external_site_id,
    author_url: site.author_url,
    fix_endpoint: site.fix_endpoint,
    preview_hosts: site.preview_hosts,
    enabled_checks: site.enabled_checks,
    preview_auth: site.preview_auth,
    repository_id: site.repository_id,
    created_at: site.created_at,
    updated_at: site.updated_at,
  };
}
