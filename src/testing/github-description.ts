import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';

type Json = Readonly<Record<string, unknown>>;

/** What was asked, as it came; the path is that of the API, without what stands before it. */
export interface GithubRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
}

export interface GithubOperation {
  readonly id: string;
  /** The parts of the path by their names. */
  readonly path: Readonly<Record<string, string>>;
  /** What GitHub's description says against the request; undefined when it says nothing. */
  readonly fault: string | undefined;
  /** The answer of this status that the description gives as its example. */
  example(status: number): Json;
}

const file = createRequire(import.meta.url).resolve('@octokit/openapi/generated/api.github.com.json');
const description = JSON.parse(readFileSync(file, 'utf8')) as { readonly paths: Readonly<Record<string, Json>> };
const ajv = new Ajv({ strict: false, validateSchema: false, coerceTypes: true, allErrors: true });
formats.default(ajv);

function at(pointer: string): unknown {
  const keys = pointer
    .slice(2)
    .split('/')
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  return keys.reduce<unknown>((value, key) => (value as Json)[key], description);
}

function resolved(value: unknown): Json {
  const { $ref: reference } = value as { readonly $ref?: string };
  return reference === undefined ? (value as Json) : resolved(at(reference));
}

/** The schemas that a schema comes to, each at its place in the description. */
function schemasOf(value: unknown, found: Map<string, unknown>): Map<string, unknown> {
  if (typeof value !== 'object' || value === null) return found;
  for (const [key, inner] of Object.entries(value)) {
    const name = key === '$ref' ? /^#\/components\/schemas\/(.+)$/.exec(String(inner))?.[1] : undefined;
    if (name === undefined) schemasOf(inner, found);
    else if (!found.has(name)) schemasOf(at(String(inner)), found.set(name, at(String(inner))));
  }
  return found;
}

const compiled = new Map<unknown, ValidateFunction>();

function faultIn(schema: Json, value: unknown, what: string): string | undefined {
  const schemas = Object.fromEntries(schemasOf(schema, new Map()));
  const validate = compiled.get(schema) ?? ajv.compile({ ...schema, components: { schemas } });
  compiled.set(schema, validate);
  return validate(value) === true ? undefined : `${what}${ajv.errorsText(validate.errors, { dataVar: '' })}`;
}

function objectOf(parameters: readonly Json[]): Json {
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(parameters.map(({ name, schema }) => [name, schema])),
    required: parameters.filter(({ required }) => required === true).map(({ name }) => name),
  };
}

function parametersFault(operation: Json, path: Json, query: URLSearchParams): string | undefined {
  const parameters = ((operation['parameters'] ?? []) as unknown[]).map(resolved);
  const of = (place: string): Json => objectOf(parameters.filter((parameter) => parameter['in'] === place));
  return faultIn(of('path'), { ...path }, 'path') ?? faultIn(of('query'), Object.fromEntries(query), 'query');
}

function bodyFault(operation: Json, body: unknown): string | undefined {
  const { requestBody } = operation;
  if (requestBody === undefined) return body === undefined ? undefined : 'a body where none is described';
  const { required, content } = resolved(requestBody) as { required?: boolean; content: Record<string, Json> };
  if (body === undefined) return required === true ? 'no body' : undefined;
  const schema = content['application/json']?.['schema'] as Json;
  const unknown = Object.keys(body as Json).filter((name) => !(name in ((schema['properties'] ?? {}) as Json)));
  if (unknown.length > 0) return `unknown members ${unknown.join(', ')}`;
  return faultIn(schema, structuredClone(body), 'body');
}

function pathOf(template: string, path: string): Record<string, string> | undefined {
  const names = [...template.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name ?? '');
  const pattern = template.replace(/[.]/g, '\\.').replace(/\{[^}]+\}/g, '([^/]+)');
  const values = new RegExp(`^${pattern}$`).exec(path)?.slice(1);
  return values && Object.fromEntries(names.map((name, index) => [name, decodeURIComponent(values[index] ?? '')]));
}

/** The operation of GitHub's own description that a request is for; undefined when there is none. */
export function describedOperation({ method, path, query, body }: GithubRequest): GithubOperation | undefined {
  const found = Object.entries(description.paths).flatMap(([template, item]) => {
    const names = pathOf(template, path);
    const operation = item[method.toLowerCase()] as Json | undefined;
    return names === undefined || operation === undefined ? [] : [{ names, operation }];
  });
  // Of two, the one with more of its path written out.
  const [first] = found.sort((a, b) => Object.keys(a.names).length - Object.keys(b.names).length);
  if (first === undefined) return undefined;
  const { names, operation } = first;
  return {
    id: String(operation['operationId']),
    path: names,
    fault: parametersFault(operation, names, query) ?? bodyFault(operation, body),
    example: (status) => {
      const answer = resolved((operation['responses'] as Json)[String(status)]);
      const { examples } = (answer['content'] as Record<string, Json>)['application/json'] ?? {};
      return structuredClone(resolved(Object.values(examples as Json)[0])['value']) as Json;
    },
  };
}
