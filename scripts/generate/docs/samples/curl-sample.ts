import { literal, type LiteralStyle } from './literal-layout.ts';
import { ownHeaders, type SampleCredential, type SampleRequest, type SampleValue } from './sample-request.ts';

const tokens: Readonly<Partial<Record<SampleCredential, string>>> = {
  account: '$SPCI_TOKEN',
  worker: '$SPCI_WORKER_TOKEN',
  lease: '$SPCI_LEASE_TOKEN',
};

/** What differs from one installation to the next is a variable of the shell; anything else is shown as it is. */
function variableFor(name: string): string | undefined {
  if (name === 'sha256') return '$SHA256';
  if (name === 'setup_token') return '$SETUP_TOKEN';
  if (name === 'confirmation') return '$GITHUB_CONFIRMATION';
  if (name === 'promise_token') return '$PROMISE_TOKEN';
  if (name === 'expires' || name === 'mac') return `$LINK_${name.toUpperCase()}`;
  if (name === 'regression_id' || name === 'regression_test_ids') return '$REGRESSION_TEST_ID';
  // What is elsewhere called so, no answer here tells.
  if (name.startsWith('external_')) return undefined;
  return name.endsWith('_id') ? `$${name.toUpperCase()}` : undefined;
}

/** What GitHub gives a browser is in no example. */
const fromGithub: Readonly<Record<string, string>> = { state: '$GITHUB_STATE', code: '$GITHUB_CODE' };
const text = ({ name, value }: SampleValue): string =>
  `${name}=${fromGithub[name] ?? encodeURIComponent(String(value))}`;

function addressOf({ path, pathValues, query, credential }: SampleRequest): string {
  if (credential === 'signature') return '"$DOWNLOAD_URL"';
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = pathValues.find((each) => each.name === name)?.value;
    return variableFor(name) ?? encodeURIComponent(String(value));
  });
  return `"$SPCI_URL${filled}${query.length === 0 ? '' : `?${query.map(text).join('&')}`}"`;
}

const mark = '\u0000';

/** Values that the shell fills in, marked; a number stays one. */
function withVariables(value: unknown, name: string): unknown {
  if (Array.isArray(value)) return value.map((each) => withVariables(each, name));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withVariables(inner, key)]));
  const variable = name === 'sha256' ? undefined : variableFor(name);
  if (variable === undefined || value === null) return value;
  return mark + (typeof value === 'number' ? variable : `"${variable}"`);
}

const json: LiteralStyle = {
  scalar: JSON.stringify,
  key: JSON.stringify,
  indent: '  ',
  padding: ' ',
  trailingComma: false,
};
/** For a document in which the shell replaces variables. */
const jsonForShell: LiteralStyle = {
  ...json,
  scalar: (value) =>
    typeof value === 'string' && value.startsWith(mark)
      ? value.slice(1)
      : JSON.stringify(value).replaceAll(/[\\`$]/g, '\\$&'),
};

function bodyOf(body: unknown): string {
  const marked = withVariables(body, '');
  return JSON.stringify(marked).includes(JSON.stringify(mark).slice(1, -1))
    ? `-d @- <<JSON\n${literal(marked, jsonForShell)}\nJSON`
    : `-d '${literal(body, json).replaceAll("'", `'\\''`)}'`;
}

function methodOf({ method, json: body, fields, uploadedFile, formPart }: SampleRequest): string[] {
  const hasBody = body !== undefined || fields !== undefined;
  const implied = hasBody || formPart !== undefined ? 'POST' : uploadedFile !== undefined ? 'PUT' : 'GET';
  return method === implied ? [] : [`-X ${method}`];
}

function uploadOf({ uploadedFile, formPart }: SampleRequest): string[] {
  if (uploadedFile === undefined) return [];
  if (formPart !== undefined) return [`-F ${formPart}=@${uploadedFile}`];
  return [`-H 'Content-Type: application/octet-stream'`, `-T ${uploadedFile}`];
}

/** A command for `sh` that fails where the server refuses, and prints why. */
export function curlSample(request: SampleRequest): string {
  const { credential, headers, json: body, fields = {}, answer, redirects, savedFile } = request;
  const token = tokens[credential];
  const own = ownHeaders[credential];
  const words = [
    `curl -sS --fail-with-body${redirects ? ' --location' : ''} ${addressOf(request)}`,
    ...methodOf(request),
    ...(token === undefined ? [] : [`-H "Authorization: Bearer ${token}"`]),
    ...headers.map(({ name, value }) => `-H '${name}: ${String(value)}'`),
    ...(own === undefined ? [] : [`-H "${own.header}: $${own.variable}"`]),
    ...(body === undefined ? [] : [`-H 'Content-Type: application/json'`]),
    ...Object.entries(fields).map((field) => `--data-urlencode '${field.join('=')}'`),
    ...uploadOf(request),
    ...(answer === 'bytes' ? [`-o ${savedFile}`] : []),
    ...(body === undefined ? [] : [bodyOf(body)]),
  ];
  return words.join(' \\\n  ');
}
