import { readFileSync } from 'node:fs';
import { operations } from '../../generated/operations.ts';
import type { OperationId } from './client.ts';

export type Json = Record<string, unknown>;
export type DeclaredOperation = (typeof operations)[OperationId];

/** The few keywords of a schema that a request of this description uses; references are replaced by what they name. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  /** True: members that are not described are taken too. */
  readonly additionalProperties?: boolean;
  readonly example?: unknown;
}

export interface DeclaredParameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: Schema;
  readonly example?: unknown;
}

interface Declaration {
  readonly parameters?: readonly DeclaredParameter[];
  readonly requestBody?: {
    readonly content: Readonly<
      Record<
        string,
        { readonly schema: Schema; readonly examples?: Readonly<Record<string, { readonly value: unknown }>> }
      >
    >;
  };
}

const text = readFileSync(new URL('../../generated/openapi.closed.json', import.meta.url), 'utf8');
const document: unknown = JSON.parse(text);

function at(path: readonly string[]): unknown {
  return path.reduce<unknown>((value, part) => (value as Json)[part], document);
}

/** No request of the description refers to itself. */
function withoutReferences(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutReferences);
  if (typeof value !== 'object' || value === null) return value;
  const { $ref: reference, ...rest } = value as Json;
  if (typeof reference === 'string') return withoutReferences(at(reference.slice(2).split('/')));
  return Object.fromEntries(Object.entries(rest).map(([name, inner]) => [name, withoutReferences(inner)]));
}

function declarationOf({ method, path }: DeclaredOperation): Declaration {
  const { parameters, requestBody } = at(['paths', path, method.toLowerCase()]) as Json;
  return withoutReferences({ parameters, requestBody }) as Declaration;
}

export const everyOperation: readonly DeclaredOperation[] = Object.values(operations);
export const everyPath: readonly string[] = [...new Set(everyOperation.map(({ path }) => path))];

export function parametersOf(operation: DeclaredOperation): readonly DeclaredParameter[] {
  return declarationOf(operation).parameters ?? [];
}

/** The schema of the JSON body; undefined where none is taken. */
export function bodySchemaOf(operation: DeclaredOperation): Schema | undefined {
  return declarationOf(operation).requestBody?.content['application/json']?.schema;
}

/** The named examples of the JSON body. */
export function bodyExamplesOf(operation: DeclaredOperation): Readonly<Record<string, unknown>> {
  const examples = declarationOf(operation).requestBody?.content['application/json']?.examples ?? {};
  return Object.fromEntries(Object.entries(examples).map(([name, { value }]) => [name, value]));
}

/** The methods that the description gives an address, as `Allow` lists them. */
export function allowOf(path: string): string {
  const methods: string[] = everyOperation.filter((operation) => operation.path === path).map(({ method }) => method);
  if (methods.includes('GET')) methods.push('HEAD');
  return [...methods, 'OPTIONS'].sort().join(', ');
}
