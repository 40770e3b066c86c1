import { isLoopback } from '../../confidential-address.ts';
import type { SiteRow } from './sites.table.ts';

/** What tells where the pages of a site are. */
export type SiteAddresses = Pick<
  SiteRow,
  'base_url' | 'author_url' | 'preview_hosts' | 'authoring_type' | 'external_owner_id' | 'external_site_id'
>;

const previewSuffixes = ['aem.page', 'aem.live', 'hlx.page', 'hlx.live'] as const;
const authorSuffix = 'adobeaemcloud.com';

/** A host name as the parser of URLs writes it, without the dot that may end it. */
export const bareName = (hostname: string): string => hostname.replace(/\.$/, '');

/** The ref is a branch of the site, and no part of which site it is. */
function previewHostOf(label: string, suffix: string): string | undefined {
  const parts = label.split('--');
  const isPreview = (parts.length === 2 || parts.length === 3) && !parts.includes('') && !label.includes('.');
  return isPreview ? `${parts.slice(-2).join('--')}.${suffix}` : undefined;
}

/**
 * What identifies the site that the address is of: its host, without port, and without the ref of a `ref--site--owner`
 * preview. Undefined for an address that no site may have: neither https nor http to this machine, with credentials in
 * it, or with a host of the four preview suffixes that names no site.
 */
export function siteHostOf(url: URL): string | undefined {
  const host = bareName(url.hostname);
  const isAskedSo = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(host));
  if (!isAskedSo || url.username !== '' || url.password !== '' || host.split('.').includes('')) return undefined;
  const suffix = previewSuffixes.find((name) => host === name || host.endsWith(`.${name}`));
  return suffix === undefined ? host : previewHostOf(host.slice(0, -suffix.length - 1), suffix);
}

/** Only the vendor’s own suffix: whoever names a host elsewhere so is not thereby the author host of a program. */
function externalHosts({ authoring_type, external_owner_id, external_site_id }: SiteAddresses): string[] {
  if (external_owner_id === null || external_site_id === null) return [];
  const isCloudService = authoring_type === 'cs' || authoring_type === 'cs/crosswalk';
  if (isCloudService && /^p\d+$/.test(external_owner_id) && /^e\d+$/.test(external_site_id))
    return [`author-${external_owner_id}-${external_site_id}.${authorSuffix}`];
  return previewSuffixes.map((suffix) => `${external_site_id}--${external_owner_id}.${suffix}`);
}

/** Every host by which the site is known, as `siteHostOf` tells hosts. */
export function knownHostsOf(site: SiteAddresses): ReadonlySet<string> {
  const addresses = [site.base_url, ...(site.author_url === null ? [] : [site.author_url])];
  const urls = [...addresses, ...site.preview_hosts.map((host) => `https://${host}`)];
  const hosts = urls.map((url) => siteHostOf(new URL(url))).filter((host) => host !== undefined);
  return new Set([...hosts, ...externalHosts(site)]);
}

/** Whether a page at the address is one of the site. */
export function belongsTo(site: SiteAddresses, url: URL): boolean {
  const host = siteHostOf(url);
  return host !== undefined && knownHostsOf(site).has(host);
}
