import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { operations } from '../../generated/operations.ts';

export type Json = Record<string, unknown>;
export type DescribedOperation = (typeof operations)[keyof typeof operations];

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Objects take no more than they declare: an answer with a field too many is as wrong as one with a field too few. Closed
 * here and not by the generator, so that a mistake of the server's closed copy is seen.
 */
function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed);
  if (!isJson(value)) return value;
  const inner = Object.fromEntries(Object.entries(value).map(([name, part]) => [name, closed(part)]));
  const open = isJson(value['properties']) && value['additionalProperties'] === undefined;
  return open ? { ...inner, unevaluatedProperties: false } : inner;
}

const published: unknown = JSON.parse(readFileSync(new URL('../../generated/openapi.json', import.meta.url), 'utf8'));
const document = closed(published) as Json;

const ajv = new Ajv2020({ strict: false, validateSchema: false });
addFormats.default(ajv);
ajv.addFormat('binary', true).addFormat('password', true);
ajv.addSchema({ $id: 'contract', ...document });

const pointer = (path: readonly string[]): string =>
  path.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');

/** What the document says at this path; undefined where it says nothing. */
export function describedAt(path: readonly string[]): Json | undefined {
  const value = path.reduce<unknown>((outer, part) => {
    if (Array.isArray(outer)) return outer[Number(part)];
    return isJson(outer) ? outer[part] : undefined;
  }, document);
  return isJson(value) ? value : undefined;
}

/** Where the document really says it, when it says it by reference. */
export function resolvedPath(path: readonly string[]): readonly string[] {
  const reference = describedAt(path)?.['$ref'];
  return typeof reference === 'string' ? resolvedPath(reference.slice(2).split('/')) : path;
}

const validators = new Map<string, ValidateFunction>();

function validatorAt(path: readonly string[]): ValidateFunction {
  const key = pointer(path);
  const known = validators.get(key) ?? ajv.compile({ $ref: `contract#/${key}` });
  validators.set(key, known);
  return known;
}

/** What is wrong with a value by the schema at this path; empty when nothing is. */
export function schemaFault(path: readonly string[], value: unknown): string {
  const validate = validatorAt(path);
  return validate(value) ? '' : ajv.errorsText(validate.errors);
}

export const declarationPath = ({ path, method }: Pick<DescribedOperation, 'path' | 'method'>): readonly string[] => [
  'paths',
  path,
  method.toLowerCase(),
];

export interface LocatedOperation {
  readonly operation: DescribedOperation;
  readonly path: Readonly<Record<string, string>>;
}

const located = Object.values(operations).map((operation) => ({
  operation,
  pattern: new RegExp(`^${operation.path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)').replaceAll('.', '\\.')}$`),
}));

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** Those of every method that the address has. */
export function operationsAt(pathname: string): readonly DescribedOperation[] {
  return located.filter(({ pattern }) => pattern.test(pathname)).map(({ operation }) => operation);
}

/** The operation that a request is for, by the document alone; a literal address precedes one with parameters. */
export function operationAt(method: string, pathname: string): LocatedOperation | undefined {
  const wanted = method === 'HEAD' ? 'GET' : method;
  const [best] = located
    .filter(({ operation, pattern }) => operation.method === wanted && pattern.test(pathname))
    .sort((a, b) => a.operation.path.split('{').length - b.operation.path.split('{').length);
  if (best === undefined) return undefined;
  const groups = best.pattern.exec(pathname)?.groups ?? {};
  const path = Object.fromEntries(Object.entries(groups).map(([name, text]) => [name, decoded(text)]));
  return { operation: best.operation, path };
}
