import { everyOperation, type DeclaredOperation } from '../../contract-tests/harness/declared-requests.ts';
import { sentType } from '../../contract-tests/harness/file-form.ts';
import type { GoodRequest } from '../../contract-tests/harness/good-requests.ts';
import { signatureOf } from '../../contract-tests/harness/own-headers.ts';
import { sha256, unique } from '../../contract-tests/harness/world.ts';
import type { SpecmaticCopy } from './specmatic-description.ts';

/** What Specmatic sends in place of every credential. */
export const credentialPlaceholder = 'placeholder';

/** A request as Specmatic sends it. */
export interface Sent {
  readonly method: string;
  readonly address: string;
  /** Names and values in turn. */
  readonly headers: readonly string[];
  readonly body: Buffer;
  /** The status that the request is made for; anything but a success where it is made to be refused. */
  readonly wanted: string;
}

export interface Route {
  readonly operation: DeclaredOperation;
  readonly pattern: RegExp;
  readonly names: readonly string[];
}

type Known = Readonly<Record<string, unknown>>;

const routes: readonly Route[] = everyOperation.map((operation) => ({
  operation,
  pattern: new RegExp(`^${operation.path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '([^/]+)')}$`),
  names: [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''),
}));

export function routeOf({ method, address }: Sent): Route | undefined {
  const [path = ''] = address.split('?');
  return routes.find(({ operation, pattern }) => operation.method === method && pattern.test(path));
}

export const isMeantToSucceed = ({ wanted }: Sent): boolean => wanted.startsWith('2');

/** The members of a body by their names, however deep; of a list of plain values, the first. */
function membersOf(body: unknown): Known {
  if (Array.isArray(body)) return Object.assign({}, ...body.map(membersOf));
  if (typeof body !== 'object' || body === null) return {};
  const inner = Object.values(body).map(membersOf);
  const own = Object.entries(body).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]);
  return Object.assign({}, ...inner, Object.fromEntries(own));
}

/** What a good request has by each name; what an upload says of its bytes is true of the bytes that came. */
function knownOf({ request, values }: GoodRequest, { requestType }: DeclaredOperation, { body }: Sent): Known {
  const members = requestType === 'application/json' ? membersOf(JSON.parse(String(request.body ?? '{}'))) : {};
  const digest = requestType === 'application/octet-stream' ? { sha256: sha256(body) } : {};
  const query = typeof request.query === 'object' ? request.query : {};
  return { ...values, ...members, ...query, ...request.path, ...digest };
}

interface Livening {
  readonly sent: Sent;
  readonly route: Route;
  readonly known: Known;
  /** The value that exists in place of a placeholder; any other as it is. */
  live(name: string, value: unknown): unknown;
}

const leftOut: ReadonlySet<string> = new Set(['baseline_sha256', 'link_index', 'preflight_job_id']);

/**
 * Specmatic repeats items where items are unique, by the schema or by what they refer to: the first of a list goes. And
 * what an approval saw as the baseline is another one after each approval, only some findings have links, and no preflight
 * need have passed.
 */
function liveMember({ sent, live }: Livening, name: string, value: unknown): unknown {
  const deep = (member: string, inner: unknown): unknown => {
    if (Array.isArray(inner))
      return inner.slice(0, isMeantToSucceed(sent) ? 1 : undefined).map((item) => deep(member, item));
    if (typeof inner !== 'object' || inner === null) return live(member, inner);
    const entries = Object.entries(inner).filter(([key]) => !isMeantToSucceed(sent) || !leftOut.has(key));
    return Object.fromEntries(entries.map(([key, item]) => [key, deep(key, item)]));
  };
  return deep(name, value);
}

/** Members that go only with others, which no schema says: each comes with whatever Specmatic chose, and none as null. */
const companions: Readonly<Record<string, readonly string[]>> = {
  updateAccount: ['name', 'current_password'],
  createSite: ['base_url', 'external_owner_id', 'external_site_id'],
  updateSite: ['base_url', 'external_owner_id', 'external_site_id'],
};

function accompanied({ sent, route, known }: Livening, body: unknown): unknown {
  // Which of its two successes is meant, the body says.
  if (route.operation.id === 'createPreflightFixes' && isMeantToSucceed(sent))
    return { ...(body as object), precheck_only: sent.wanted === '200' };
  const names = companions[route.operation.id];
  if (names === undefined || !isMeantToSucceed(sent) || typeof body !== 'object' || body === null) return body;
  const chosen = Object.entries(body).filter(([name, value]) => value !== null || !names.includes(name));
  return Object.fromEntries([...names.map((name) => [name, known[name]]), ...chosen]);
}

const isForm = ({ sent, route }: Livening): boolean =>
  ['multipart/form-data', 'application/x-www-form-urlencoded'].includes(route.operation.requestType ?? '') &&
  isMeantToSucceed(sent);

function liveBody(livening: Livening, good: GoodRequest): Buffer {
  const { sent, route } = livening;
  // Its forms hold one content, which waits once.
  if (isForm(livening) && good.request.body !== undefined) return Buffer.from(good.request.body as string);
  if (route.operation.requestType !== 'application/json') return sent.body;
  try {
    const body = liveMember(livening, '', JSON.parse(sent.body.toString()));
    return Buffer.from(JSON.stringify(accompanied(livening, body)));
  } catch {
    // What is no JSON stays as it came.
    return sent.body;
  }
}

function livePath({ sent, route, live }: Livening): string {
  const [path = ''] = sent.address.split('?');
  const values = route.pattern.exec(path)?.slice(1) ?? [];
  return route.names.reduce((text, name, index) => {
    const encoded = values[index] ?? '';
    const given = decodeURIComponent(encoded);
    const value = live(name, given);
    return text.replace(`{${name}}`, value === given ? encoded : encodeURIComponent(String(value)));
  }, route.operation.path);
}

function liveParameter({ sent, known, live }: Livening, name: string, given: string): unknown {
  if (name === 'signature' && given === credentialPlaceholder) return known[name];
  // The server has no global region, so asking for it never succeeds.
  if (name === 'global' && isMeantToSucceed(sent)) return 'false';
  return live(name, given);
}

function liveQuery({ sent, route, known, live }: Livening): string {
  const [, query] = sent.address.split('?');
  if (query === undefined) return '';
  // A state goes with its own code, and with nothing that GitHub says in place of a code.
  if (route.operation.id === 'getGithubConfirmation' && isMeantToSucceed(sent))
    return `?${new URLSearchParams({ state: String(known['state']), code: String(known['code']) })}`;
  const names = new Set<string>();
  const pairs = query.split('&').flatMap((pair) => {
    const [name = '', given = ''] = pair.split('=', 2).map((part) => decodeURIComponent(part.replaceAll('+', ' ')));
    if (isMeantToSucceed(sent) && names.has(name)) return [];
    names.add(name);
    const value = liveParameter({ sent, route, known, live }, name, given);
    return value === given ? [pair] : [`${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`];
  });
  return `?${pairs.join('&')}`;
}

function liveHeaders(livening: Livening, token: string | undefined, body: Buffer): string[] {
  const { sent, live } = livening;
  const headers = sent.headers.map((value, index) => {
    if (index % 2 === 0) return value;
    const name = (sent.headers[index - 1] ?? '').toLowerCase();
    if (name === 'content-length') return String(body.length);
    if (name === 'x-hub-signature-256') return value.replace(credentialPlaceholder, signatureOf(token ?? '', body));
    if (name === 'content-type' && isForm(livening)) return sentType(String(livening.route.operation.requestType));
    // A key that came twice would be one request to the server; its shortest ones come twice.
    if (['idempotency-key', 'x-github-delivery'].includes(name) && isMeantToSucceed(sent)) return unique('key');
    const isCredential = name === 'authorization' || name === 'x-auth-token';
    return isCredential ? value.replace(credentialPlaceholder, token ?? '') : String(live(name, value));
  });
  if (!isMeantToSucceed(sent)) return headers;
  // A part of a file is given to whoever asks for a part as is proper, all of it to whoever does not.
  const range = headers.findIndex((name, index) => index % 2 === 0 && name.toLowerCase() === 'range');
  const whole = range < 0 ? headers : headers.toSpliced(range, 2);
  return sent.wanted === '206' ? [...whole, 'Range', 'bytes=0-1023'] : whole;
}

/** Values of a good request in the places of Specmatic's placeholders; whatever else it sent stays as it is. */
export function livenRequest(
  sent: Sent,
  route: Route,
  good: GoodRequest,
  { isPlaceholder }: Pick<SpecmaticCopy, 'isPlaceholder'>,
): Sent {
  const known = knownOf(good, route.operation, sent);
  const live = (name: string, value: unknown): unknown =>
    isPlaceholder(name, value) ? (known[name.toLowerCase()] ?? value) : value;
  const livening = { sent, route, known, live };
  const body = liveBody(livening, good);
  const address = `${livePath(livening)}${liveQuery(livening)}`;
  return { ...sent, address, headers: liveHeaders(livening, good.token, body), body };
}
