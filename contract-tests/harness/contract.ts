import { errorStatus } from '../../generated/operations.ts';
import {
  declarationPath,
  describedAt,
  operationAt,
  resolvedPath,
  schemaFault,
  type DescribedOperation,
} from './described.ts';

export interface ReceivedAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** Ignored unless it is JSON. */
  readonly text: string;
}

/** What the connection, the body and every answer of this server bring with them. */
const ofEveryAnswer: ReadonlySet<string> = new Set([
  ...[
    'connection',
    'keep-alive',
    'transfer-encoding',
    'date',
    'content-length',
    'content-type',
    'vary',
    'cache-control',
  ],
  ...['x-content-type-options', 'x-frame-options', 'referrer-policy', 'content-security-policy'],
  'strict-transport-security',
]);

function headerFaults(response: readonly string[], headers: Headers): string[] {
  return Object.keys(describedAt([...response, 'headers']) ?? {}).flatMap((name) => {
    const path = resolvedPath([...response, 'headers', name]);
    const value = headers.get(name);
    if (value === null) return describedAt(path)?.['required'] === true ? [`header ${name} is missing`] : [];
    const numeric = describedAt([...path, 'schema'])?.['type'] === 'integer';
    const fault = schemaFault([...path, 'schema'], numeric ? Number(value) : value);
    return fault === '' ? [] : [`header ${name}: ${value}: ${fault}`];
  });
}

function strangeHeaders(response: readonly string[], headers: Headers): string[] {
  const declared = Object.keys(describedAt([...response, 'headers']) ?? {});
  const known = new Set(declared.map((name) => name.toLowerCase()));
  const strange = [...headers.keys()].filter((name) => !known.has(name) && !ofEveryAnswer.has(name));
  return strange.map((name) => `header ${name} is not declared`);
}

const isJsonType = (headers: Headers): boolean =>
  /^application\/(json|.+\+json)(;|$)/.test(headers.get('content-type') ?? '');

function parsed(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

function jsonFaults(schema: readonly string[], text: string): string[] {
  const json = parsed(text);
  if (json === undefined) return [`body is no JSON: ${text.slice(0, 200)}`];
  const fault = schemaFault(schema, json.value);
  return fault === '' ? [] : [`body: ${fault}: ${text.slice(0, 500)}`];
}

function bodyFaults(response: readonly string[], { headers, text }: ReceivedAnswer): string[] {
  const declared = Object.keys(describedAt([...response, 'content']) ?? {});
  const type = headers.get('content-type')?.split(';')[0];
  if (declared.length === 0) return text === '' ? [] : ['has content where none is declared'];
  if (type === undefined || !declared.includes(type)) return [`content type ${type} is not declared`];
  return isJsonType(headers) ? jsonFaults([...response, 'content', type, 'schema'], text) : [];
}

/** The code of a failure goes with one status, and with no success. */
function codeFaults({ status, headers, text }: ReceivedAnswer): string[] {
  if (status < 400 || !isJsonType(headers)) return [];
  const { code } = (parsed(text)?.value ?? {}) as { code?: keyof typeof errorStatus };
  if (code === undefined || errorStatus[code] === status) return [];
  return [`code ${code} goes with ${errorStatus[code]}, not with ${status}`];
}

/** What no answer may show anywhere, whatever its schema allows. */
const leaks: Readonly<Record<string, RegExp>> = {
  'a stack frame': /\n\s+at \S.*[(:]\d+:\d+\)?|\bnode:internal\//,
  'a hash of a secret': /\$argon2(id?|d)\$/,
  'a page': /<!doctype html|<html[\s>]/i,
  'a statement of SQL':
    /\bselect\s+[\w"*.,\s]+\s+from\s+"?\w|\binsert\s+into\s+"?\w+"?\s*\(|\bupdate\s+"\w+"\s+set\b|\bdelete\s+from\s+"\w/i,
  'a message of the database': /relation "\w+" does not exist|violates \w+(-\w+)? (key )?constraint|SQLSTATE/,
  'a path of a source file': /\/(src|node_modules|generated)\/[\w@./-]+\.[cm]?[jt]s\b/,
  'a connection string': /postgres(ql)?:\/\//,
};

/** Values that look like tokens or signatures, where the description does not hand one out. */
const secrets = /\bspc[iowls]_[0-9A-Za-z]{40,}|[?&]signature=[\w-]{43}\b/g;
/** The description is an answer too; its examples open nothing. */
const examples: ReadonlySet<string> = new Set(JSON.stringify(describedAt([])).match(secrets));

function leakFaults({ headers, text }: ReceivedAnswer, tokensMax: number): string[] {
  if (!isJsonType(headers)) return [];
  const found = Object.entries(leaks).flatMap(([what, pattern]) => (pattern.test(text) ? [`shows ${what}`] : []));
  const tokens = text.match(secrets)?.filter((token) => !examples.has(token)).length ?? 0;
  return tokens > tokensMax ? [...found, `shows ${tokens} secrets, ${tokensMax} are declared`] : found;
}

/** An answer that hands a token out declares that nobody may keep it. */
function declaresToken(response: readonly string[]): boolean {
  const path = resolvedPath([...response, 'headers', 'Cache-Control', 'schema']);
  const header = resolvedPath([...response, 'headers', 'Cache-Control']);
  return [path, [...header, 'schema']].some((schema) => JSON.stringify(describedAt(schema) ?? '').includes('no-store'));
}

/** One, or one in each row of a list. */
function handedOut({ text }: ReceivedAnswer): number {
  const rows = (parsed(text)?.value as { data?: unknown } | undefined)?.data;
  return Array.isArray(rows) ? rows.length : 1;
}

/** Everything by which an answer departs from the description; written apart from the server's own gate. */
export function contractFaults(
  operation: Pick<DescribedOperation, 'method' | 'path'>,
  answer: ReceivedAnswer,
): string[] {
  const response = resolvedPath([...declarationPath(operation), 'responses', String(answer.status)]);
  if (describedAt(response) === undefined)
    return [`status ${answer.status} is not declared: ${answer.text.slice(0, 300)}`];
  return [
    ...headerFaults(response, answer.headers),
    ...strangeHeaders(response, answer.headers),
    ...bodyFaults(response, answer),
    ...codeFaults(answer),
    ...leakFaults(answer, declaresToken(response) ? handedOut(answer) : 0),
  ];
}

/** Refusals that come before an operation is known. */
const beforeRouting: readonly number[] = [400, 408, 414, 417, 431, 501];
const failure = ['components', 'responses', 'BadRequest'];

function strayFaults(method: string, answer: ReceivedAnswer): string[] {
  if (method === 'OPTIONS' && answer.status === 204)
    return answer.headers.has('allow') ? [] : ['header Allow is missing'];
  if (![404, 405, 413, 429, 500, 503, ...beforeRouting].includes(answer.status))
    return [`status ${answer.status} where no operation is`];
  return [
    ...headerFaults(failure, answer.headers),
    ...(method === 'HEAD' ? [] : bodyFaults(failure, answer)),
    ...(answer.status === 405 && !answer.headers.has('allow') ? ['header Allow is missing'] : []),
    ...codeFaults(answer),
    ...leakFaults(answer, 0),
  ];
}

/** The same for any request whatever, also for one to an address or with a method that is not described. */
export function exchangeFaults(method: string, pathname: string, answer: ReceivedAnswer): string[] {
  const operation = operationAt(method, pathname)?.operation;
  const early = beforeRouting.slice(1).includes(answer.status);
  if (operation === undefined || early) return strayFaults(method, answer);
  if (method !== 'HEAD') return contractFaults(operation, answer);
  // HEAD tells of the body that GET would have sent.
  const response = resolvedPath([...declarationPath(operation), 'responses', String(answer.status)]);
  if (describedAt(response) === undefined) return [`status ${answer.status} is not declared`];
  return [...headerFaults(response, answer.headers), ...(answer.text === '' ? [] : ['has a body'])];
}
