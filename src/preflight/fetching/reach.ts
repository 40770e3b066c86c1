import ipaddr from 'ipaddr.js';

/** What may be asked besides public addresses, and on which ports. Nothing is private by default, and nothing else. */
export interface ReachPolicy {
  /**
   * CIDR blocks, addresses and host names that may be loopback, private, unique local or shared (RFC 6598) addresses.
   * What is link-local, multicast, translated or serves metadata of a cloud is never asked, whatever stands here.
   */
  readonly allowPrivate: readonly string[];
  readonly ports: readonly number[];
}

export const publicReach: ReachPolicy = { allowPrivate: [], ports: [80, 443] };

export type Refusal = 'not_a_url' | 'scheme' | 'credentials_in_url' | 'port' | 'address';

export interface Reach {
  /** What can be told before anything is resolved or dialled. */
  refusalOf(url: URL): Exclude<Refusal, 'address'> | undefined;
  /** Whether this address may be dialled for this host. */
  permits(address: string, hostname: string): boolean;
}

type Address = ipaddr.IPv4 | ipaddr.IPv6;
type Block = readonly [Address, number];

const blocksOf = (...texts: readonly string[]): readonly Block[] => texts.map((text) => ipaddr.parseCIDR(text));

/** Azure, Alibaba, AWS and Google serve an instance's secrets here; 169.254.169.254 is link-local. */
const metadata = blocksOf('168.63.129.16/32', '100.100.100.200/32', 'fd00:ec2::254/128', 'fd20:ce::254/128');
/** What a table of ranges may call unicast, though nobody's public host is there. */
const notPublic = [
  ...blocksOf('::/96', '64:ff9b:1::/48', '100::/64', 'fec0::/10', '5f00::/16'),
  ...blocksOf('2001:db8::/32', '3fff::/20', '2001::/23'),
];
const privateRanges: ReadonlySet<string> = new Set(['loopback', 'private', 'uniqueLocal', 'carrierGradeNat']);

function isIn(blocks: readonly Block[], address: Address): boolean {
  return blocks.some(([base, bits]) => base.kind() === address.kind() && address.match(base, bits));
}

/** The address as it is written in a URL; undefined for a name. */
export function literalOf(hostname: string): string | undefined {
  const bare = hostname.replace(/^\[(.*)\]$/, '$1');
  return ipaddr.isValid(bare) ? bare : undefined;
}

const nameOf = (hostname: string): string => hostname.toLowerCase().replace(/\.$/, '');

function blockOf(address: string): Block {
  const parsed = ipaddr.process(address);
  return [parsed, parsed.kind() === 'ipv6' ? 128 : 32];
}

interface Allowed {
  readonly blocks: readonly Block[];
  readonly names: ReadonlySet<string>;
}

function allowedBy(entries: readonly string[]): Allowed {
  const blocks: Block[] = [];
  const names = new Set<string>();
  for (const entry of entries) {
    if (ipaddr.isValidCIDR(entry)) blocks.push(ipaddr.parseCIDR(entry));
    else if (ipaddr.IPv4.isValidFourPartDecimal(entry) || ipaddr.IPv6.isValid(entry)) blocks.push(blockOf(entry));
    else if (/^[a-z0-9_-]+(\.[a-z0-9_-]+)*\.?$/i.test(entry) && /[a-z]/i.test(entry)) names.add(nameOf(entry));
    else throw new RangeError(`${entry} is no CIDR block, no address and no host name.`);
  }
  return { blocks, names };
}

const defaultPorts: Readonly<Record<string, number>> = { 'http:': 80, 'https:': 443 };

export function reachOf({ allowPrivate, ports }: ReachPolicy): Reach {
  const allowed = allowedBy(allowPrivate);
  const permits = (text: string, hostname: string): boolean => {
    if (!ipaddr.isValid(text)) return false;
    // An IPv4 address in the clothes of IPv6 is judged as what is dialled.
    const address = ipaddr.process(text);
    if (isIn(metadata, address)) return false;
    const range = address.range();
    if (!privateRanges.has(range)) return range === 'unicast' && !isIn(notPublic, address);
    return allowed.names.has(nameOf(hostname)) || isIn(allowed.blocks, address);
  };
  return {
    permits,
    refusalOf: (url) => {
      const port = defaultPorts[url.protocol];
      if (port === undefined) return 'scheme';
      if (url.username !== '' || url.password !== '') return 'credentials_in_url';
      return ports.includes(url.port === '' ? port : Number(url.port)) ? undefined : 'port';
    },
  };
}
