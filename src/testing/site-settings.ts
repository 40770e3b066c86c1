import type { SiteSettings } from '../features/sites/site-settings.ts';
import { auditNames } from '../preflight/audits/audit.ts';

/** Of a site about which nothing is special but what is given. */
export const siteSettings = (more: Partial<SiteSettings> = {}): SiteSettings => ({
  name: 'Site',
  base_url: 'https://www.example.org',
  author_url: null,
  fix_endpoint: null,
  preview_hosts: [],
  repository_id: null,
  authoring_type: null,
  delivery_type: 'other',
  external_owner_id: null,
  external_site_id: null,
  enabled_checks: [...auditNames],
  preview_auth: 'auto',
  ...more,
});
