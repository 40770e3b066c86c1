import { operationAt } from './described.ts';

export interface JudgedHead {
  readonly method: string;
  readonly url: URL;
  readonly requestHeaders: Headers;
  readonly status: number;
  readonly headers: Headers;
  /** Empty unless it is text. */
  readonly text: string;
}

const constant: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
};
const policies = ["default-src 'none'", "frame-ancestors 'none'"];

function protectionFaults({ url, requestHeaders, headers }: JudgedHead): string[] {
  // Whether the server trusts who says that it had TLS, only a test of that server knows.
  const mayBeTls = url.protocol === 'https:' || requestHeaders.get('x-forwarded-proto') === 'https';
  const given = (headers.get('content-security-policy') ?? '').split('; ');
  return [
    ...Object.entries(constant).flatMap(([name, value]) => {
      const shown = headers.get(name);
      return shown === value ? [] : [`header ${name} is ${shown}, not ${value}`];
    }),
    ...policies.filter((policy) => !given.includes(policy)).map((policy) => `the page policy lacks ${policy}`),
    ...(!mayBeTls && headers.has('strict-transport-security') ? ['promises TLS without having it'] : []),
  ];
}

const plainId = /^[A-Za-z0-9._-]{1,128}$/;
const newId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** By these the parser may refuse before it knows any header; the connection ends with them. */
const ofParser: readonly number[] = [400, 408, 431, 501];
const mayBeUnread = ({ status, headers }: JudgedHead): boolean =>
  ofParser.includes(status) && headers.get('connection') === 'close';

function requestIdFaults(head: JudgedHead): string[] {
  const { requestHeaders, status, headers, text } = head;
  const shown = headers.get('x-request-id') ?? '';
  const sent = requestHeaders.get('x-request-id') ?? '';
  const echoed = plainId.test(sent) && shown === sent;
  const replaced = (!plainId.test(sent) || mayBeUnread(head)) && newId.test(shown);
  const told = /"request_id":"([^"]*)"/.exec(text)?.[1];
  return [
    ...(echoed || replaced ? [] : [`the request ${sent === '' ? 'without an id' : sent} has the id ${shown}`]),
    ...(status >= 400 && told !== undefined && told !== shown ? [`the failure tells another id: ${told}`] : []),
  ];
}

/** Every answer tells the limit that its request counted against, failures too; only the parser's refusals know none. */
function limitFaults(head: JudgedHead): string[] {
  const { method, url, status, headers } = head;
  const [limit, remaining, reset] = ['limit', 'remaining', 'reset'].map((name) => headers.get(`x-ratelimit-${name}`));
  const isUnlimited = operationAt(method, url.pathname)?.operation.rateClass === 'unlimited';
  if (limit === null && remaining === null && reset === null)
    return isUnlimited || mayBeUnread(head) ? [] : [`${status} tells no limit`];
  const left = Number(remaining ?? Number.NaN);
  const fits = left >= 0 && left <= Number(limit) && Number(reset) > 0 && (status !== 429 || left === 0);
  return fits ? [] : [`the limit is told as ${limit}, ${remaining} left until ${reset}`];
}

/** Anyone may keep only what anyone is told. */
function storageFaults({ method, url, headers }: JudgedHead): string[] {
  const shown = headers.get('cache-control') ?? '';
  const isPublic = operationAt(method, url.pathname)?.operation.credential === 'none';
  const allowed = ['private, no-cache', 'no-store', ...(isPublic ? ['public, no-cache'] : [])];
  return allowed.includes(shown) ? [] : [`caches are told ${shown || 'nothing'}`];
}

/** What the head of every answer has, whatever was asked; not of any one operation, so not in the description. */
export function headFaults(head: JudgedHead): string[] {
  return [...protectionFaults(head), ...requestIdFaults(head), ...limitFaults(head), ...storageFaults(head)];
}
