import type { Json } from '../../contract-tests/harness/declared-requests.ts';

/**
 * Names of what a request may only give if it exists, does not exist yet, or fits what was sent before. Specmatic is
 * allowed one value for each, which the gateway recognizes and replaces by one that is right for this request.
 */
const referenceNames = new Set([
  ...['run_id', 'sample_id', 'regression_test_id', 'regression_id', 'output_id', 'variant_id', 'worker_id', 'token_id'],
  ...['repository_id', 'repository_owner', 'repository_name', 'project_id', 'domain_id'],
  ...['build_id', 'lease_id', 'user_id', 'category_id', 'queued_id', 'extra_id', 'approval_id', 'version_id'],
  ...['site_id', 'base_url', 'author_url', 'preview_hosts', 'external_owner_id', 'external_site_id'],
  ...['job_id', 'urls', 'fix_id', 'fix_endpoint', 'page_url', 'audit', 'opportunity_index'],
  ...['regression_test_ids', 'version', 'ccx_version'],
  ...['code', 'sha256', 'actual_sha256', 'hash', 'size_bytes', 'content', 'extension'],
  ...['repository', 'full_name', 'commit_sha', 'categories', 'domain', 'expires', 'first_line', 'setup_token'],
  ...['state', 'confirmation', 'promise_token'],
  ...['platforms', 'input_types', 'output_types', 'wait_ms'],
  ...['name', 'token_name', 'slug', 'email', 'admin_email', 'password', 'admin_password', 'current_password', 'mac'],
]);

/** In a query, but for that of a signed address, each is a filter that nothing needs to match. */
const filterNames = new Set(['name', 'extension']);

export interface SpecmaticCopy {
  readonly text: string;
  /** Values of the free members: by place for parameters, by schema for members of bodies. */
  readonly dictionary: Json;
  isPlaceholder(name: string, value: unknown): boolean;
}

interface Work {
  readonly description: Json;
  readonly placeholders: Map<string, Set<string>>;
  readonly dictionary: Record<string, Record<string, unknown>>;
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function resolved({ description }: Work, value: unknown): Json {
  if (!isObject(value)) return {};
  const reference = value['$ref'];
  if (typeof reference !== 'string') return value;
  const target = reference
    .slice(2)
    .split('/')
    .reduce<unknown>((at, key) => (isObject(at) ? at[key] : undefined), description);
  return isObject(target) ? target : {};
}

/**
 * Escapes that its library of automata takes for letters become the characters that they mean; whatever is not white
 * space becomes what addresses are of, since it takes bytes for it that are no text.
 */
const unescaped = (pattern: string): string =>
  pattern
    .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll(String.raw`\S`, '[-0-9A-Za-z._~:/]');

function rewordSchemas(value: unknown): void {
  if (Array.isArray(value)) value.forEach(rewordSchemas);
  if (!isObject(value)) return;
  // It takes a pattern that begins with a slash for one between slashes.
  if (typeof value['pattern'] === 'string') value['pattern'] = unescaped(value['pattern']).replace(/^\^\//, '^[/]');
  Object.values(value).forEach(rewordSchemas);
}

/** At the edge of what is allowed, so that what Specmatic makes of it to be refused is not allowed. */
function placeholderFor({ enum: values, type, maximum, maxLength }: Json, example: unknown): unknown {
  if (Array.isArray(values)) return example ?? values[0];
  if ([type].flat().includes('integer')) return maximum ?? example;
  const text = String(example);
  return typeof maxLength === 'number' ? text.padStart(maxLength, text[0]) : text;
}

function narrow(work: Work, name: string, owner: Json, key: string, example: unknown): void {
  const schema = resolved(work, owner[key]);
  const known = example ?? schema['example'];
  if (schema['type'] === 'array') {
    const items = { items: structuredClone(resolved(work, schema['items'])) };
    narrow(work, name, items, 'items', Array.isArray(known) ? known[0] : known);
    owner[key] = { ...schema, ...items };
    return;
  }
  const placeholder = placeholderFor(schema, known);
  if (placeholder === undefined) throw new Error(`${name} has no example`);
  work.placeholders.set(name, (work.placeholders.get(name) ?? new Set()).add(JSON.stringify(placeholder)));
  const type = schema['type'];
  const none = [type].flat().includes('null') ? [null] : [];
  owner[key] = { type, description: schema['description'], enum: [placeholder, ...none] };
}

function noteFree({ dictionary }: Work, place: string, name: string, example: unknown): void {
  if (example === undefined) return;
  const values = (dictionary[place] ??= {});
  const known = values[name];
  // A list of values is one to choose from.
  if (known === undefined) values[name] = example;
  else if (known !== example) values[name] = [known, example].flat();
}

function readParameters(work: Work, operation: Json): void {
  const parameters = operation['parameters'];
  if (!Array.isArray(parameters)) return;
  const isSigned = JSON.stringify(operation['security']).includes('fileSignature');
  const read = parameters.map((parameter: unknown) => structuredClone(resolved(work, parameter)));
  for (const parameter of read) {
    const name = String(parameter['name']);
    const isFilter = parameter['in'] === 'query' && filterNames.has(name) && !isSigned;
    if (referenceNames.has(name.toLowerCase()) && !isFilter)
      narrow(work, name.toLowerCase(), parameter, 'schema', parameter['example']);
    else
      noteFree(
        work,
        String(parameter['in']).toUpperCase(),
        name,
        parameter['example'] ?? resolved(work, parameter['schema'])['example'],
      );
  }
  operation['parameters'] = read;
}

/** The schemas of a body, each once; requests have schemas of their own. */
function readBody(work: Work, schema: unknown, seen: Set<Json>): void {
  if (!isObject(schema)) return;
  const name =
    String(schema['$ref'] ?? '')
      .split('/')
      .at(-1) ?? '';
  const { properties, items } = resolved(work, schema);
  if (items !== undefined) readBody(work, items, seen);
  if (!isObject(properties) || seen.has(properties)) return;
  seen.add(properties);
  for (const [member, inner] of Object.entries(properties)) {
    if (referenceNames.has(member) && !isObject(resolved(work, inner)['properties']))
      narrow(work, member, properties, member, undefined);
    else if (isObject(inner) && inner['example'] !== undefined) noteFree(work, name, member, inner['example']);
    readBody(work, inner, seen);
  }
}

/** The description in words that Specmatic reads right, with placeholders where a request refers to something. */
export function copyForSpecmatic(text: string): SpecmaticCopy {
  const description = JSON.parse(text) as Json;
  const work: Work = { description, placeholders: new Map(), dictionary: {} };
  rewordSchemas(description);
  // It knows no credential in a cookie.
  delete resolved(work, resolved(work, description['components'])['securitySchemes'])['sessionCookie'];
  const seen = new Set<Json>();
  for (const item of Object.values(resolved(work, description['paths'])))
    for (const operation of Object.values(resolved(work, item))) {
      if (!isObject(operation)) continue;
      // Each alternative would be asked everything once more; which of them suffice, contract tests show.
      if (Array.isArray(operation['security'])) operation['security'] = operation['security'].slice(0, 1);
      readParameters(work, operation);
      const content = resolved(work, operation['requestBody'])['content'];
      if (isObject(content))
        Object.values(content).forEach((media) => readBody(work, resolved(work, media)['schema'], seen));
    }
  const { PATH = {}, QUERY = {}, HEADER = {}, ...bySchema } = work.dictionary;
  return {
    // Its parser takes no DEL as it is.
    text: JSON.stringify(description, undefined, 1).replaceAll('\u007f', '\\u007f'),
    dictionary: { PARAMETERS: { PATH, QUERY, HEADER }, ...bySchema },
    isPlaceholder: (name, value) =>
      work.placeholders.get(name.toLowerCase())?.has(JSON.stringify(value)) === true ||
      work.placeholders.get(name.toLowerCase())?.has(String(value)) === true,
  };
}
