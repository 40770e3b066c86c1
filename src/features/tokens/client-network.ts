import { isIP, isIPv4 } from 'node:net';

const hextetsInNetwork = 4;

/**
 * Whom one client address stands for: an IPv4 address for itself, written as IPv4 or inside IPv6 alike, and an IPv6
 * address for its /64, since a host has all of that.
 */
export function networkOf(address: string): string {
  const [bare = ''] = address.split('%');
  if (isIP(bare) === 0) return address;
  const canonical = new URL(`http://[${isIPv4(bare) ? `::ffff:${bare}` : bare}]`).hostname.slice(1, -1);
  if (canonical.startsWith('::ffff:')) return canonical;
  const [head = [], tail = []] = canonical.split('::').map((part) => part.split(':').filter(Boolean));
  const zeros = Array<string>(8 - head.length - tail.length).fill('0');
  return `${[...head, ...zeros, ...tail].slice(0, hextetsInNetwork).join(':')}::/64`;
}
