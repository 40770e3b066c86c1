/** Name and value, as they stand on the wire and in that order. */
export type Header = readonly [name: string, value: string];

export interface Request {
  readonly method: string;
  /** Path and query as the client wrote them. */
  readonly target: string;
  readonly headers: readonly Header[];
  readonly body: Buffer;
}

export interface Answer {
  readonly status: number;
  readonly headers: readonly Header[];
  readonly body: Buffer;
  /** Sends the body even where the method allows none. */
  readonly bodyToHead?: boolean;
}

interface WithHeaders {
  readonly headers: readonly Header[];
}

export type Json = Record<string, unknown>;

export const isJsonObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function headerOf({ headers }: WithHeaders, name: string): string | undefined {
  return headers.find(([other]) => other.toLowerCase() === name.toLowerCase())?.[1];
}

/** The very same message when it has no such header. */
export function withoutHeader<Message extends WithHeaders>(message: Message, name: string): Message {
  const headers = message.headers.filter(([other]) => other.toLowerCase() !== name.toLowerCase());
  return headers.length === message.headers.length ? message : { ...message, headers };
}

/** In the place of the header of that name, or behind all others. */
export function withHeader<Message extends WithHeaders>(message: Message, name: string, value: string): Message {
  if (headerOf(message, name) === undefined) return { ...message, headers: [...message.headers, [name, value]] };
  const headers = message.headers.map(([other, old]): Header => [
    other,
    other.toLowerCase() === name.toLowerCase() ? value : old,
  ]);
  return { ...message, headers };
}

export function withStatus(answer: Answer, from: number, to: number): Answer {
  return answer.status === from ? { ...answer, status: to } : answer;
}

export function withBody<Message extends Request | Answer>(message: Message, body: string | Buffer): Message {
  const bytes = Buffer.from(body);
  return {
    ...withHeader(withoutHeader(message, 'Transfer-Encoding'), 'Content-Length', `${bytes.length}`),
    body: bytes,
  };
}

/** Undefined when the body is not JSON. */
export function jsonOf({ body }: { readonly body: Buffer }): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

export function objectOf(message: { readonly body: Buffer }): Json | undefined {
  const value = jsonOf(message);
  return isJsonObject(value) ? value : undefined;
}

export function withJson<Message extends Request | Answer>(message: Message, value: unknown): Message {
  return withBody(message, JSON.stringify(value));
}

/** The very same answer when its body is no object or the change finds nothing to do. */
export function editObject(answer: Answer, change: (body: Json) => Json | undefined): Answer {
  const body = objectOf(answer);
  const changed = body === undefined ? undefined : change(body);
  return changed === undefined ? answer : withJson(answer, changed);
}

export const isSuccess = ({ status }: Answer): boolean => status >= 200 && status < 300;

export function queryOf({ target }: Request): URLSearchParams {
  const at = target.indexOf('?');
  return new URLSearchParams(at < 0 ? '' : target.slice(at + 1));
}

export function withQuery(request: Request, query: URLSearchParams): Request {
  const [path = ''] = request.target.split('?');
  return { ...request, target: query.size === 0 ? path : `${path}?${query}` };
}

const credentialHeaders = ['Authorization', 'X-SPCI-Access-Token'];

/** The token that decides, whatever it is worth. */
export function tokenOf(request: Request): string | undefined {
  const bearer = /^bearer (.*)$/i.exec(headerOf(request, 'Authorization') ?? '')?.[1];
  return bearer ?? headerOf(request, 'X-SPCI-Access-Token');
}

/** The same request by somebody else. */
export function withToken(request: Request, token: string): Request {
  const bare = credentialHeaders.reduce((message, name) => withoutHeader(message, name), request);
  return withHeader(bare, 'Authorization', `Bearer ${token}`);
}
