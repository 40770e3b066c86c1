/** Where a client has no name that can be shown, and where a token has too many clients to keep them apart. */
export const otherClient = 'other';

const plainName = /^[A-Za-z][A-Za-z._-]{0,39}$/;
const plainVersion = /^[0-9.]{1,15}$/;

/**
 * The first product of a `User-Agent`. Names without digits and versions without letters only: neither is long or varied
 * enough to be a secret.
 */
export function clientOf(userAgent: string | undefined): string {
  const [product = ''] = (userAgent ?? '').split(/[\s(]/, 1);
  const [name = '', version, ...rest] = product.split('/');
  if (!plainName.test(name) || rest.length > 0) return otherClient;
  return version !== undefined && plainVersion.test(version) ? `${name}/${version}` : name;
}
