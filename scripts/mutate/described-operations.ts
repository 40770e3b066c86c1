import { readFileSync } from 'node:fs';
import {
  bodySchemaOf,
  everyOperation,
  parametersOf,
  type DeclaredOperation,
  type DeclaredParameter,
  type Schema,
} from '../../contract-tests/harness/declared-requests.ts';
import { isJsonObject, type Json } from './message.ts';

export interface AnswerSchema {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly items?: AnswerSchema;
  readonly properties?: Readonly<Record<string, AnswerSchema>>;
  readonly required?: readonly string[];
  readonly oneOf?: readonly AnswerSchema[];
  readonly example?: unknown;
}

export interface DescribedAnswer {
  readonly status: number;
  readonly types: readonly string[];
  readonly requiredHeaders: readonly string[];
  readonly headerExamples: Readonly<Record<string, string>>;
  /** Of the JSON body; undefined where there is none. */
  readonly schema: AnswerSchema | undefined;
  readonly example: unknown;
}

export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly slice: string;
  readonly credential: DeclaredOperation['credential'];
  readonly scopes: readonly string[];
  readonly roles: readonly string[];
  readonly operator: boolean;
  readonly requestType: string | null;
  readonly statuses: readonly number[];
  readonly parameters: readonly DeclaredParameter[];
  readonly bodySchema: Schema | undefined;
  readonly answers: readonly DescribedAnswer[];
}

const text = readFileSync(new URL('../../generated/openapi.closed.json', import.meta.url), 'utf8');
const document: unknown = JSON.parse(text);

const at = (path: readonly string[]): unknown =>
  path.reduce<unknown>((value, part) => (isJsonObject(value) ? value[part] : undefined), document);

function withoutReferences(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutReferences);
  if (!isJsonObject(value)) return value;
  const { $ref: reference, ...rest } = value;
  if (typeof reference === 'string') return withoutReferences(at(reference.slice(2).split('/')));
  return Object.fromEntries(Object.entries(rest).map(([name, inner]) => [name, withoutReferences(inner)]));
}

interface DeclaredHeader {
  readonly required?: boolean;
  readonly example?: unknown;
  readonly schema?: { readonly example?: unknown; readonly enum?: readonly unknown[] };
}

interface DeclaredContent {
  readonly schema?: AnswerSchema;
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, { readonly value?: unknown }>>;
}

interface DeclaredAnswer {
  readonly headers?: Readonly<Record<string, DeclaredHeader>>;
  readonly content?: Readonly<Record<string, DeclaredContent>>;
}

function describedAnswer(status: number, { headers = {}, content = {} }: DeclaredAnswer): DescribedAnswer {
  const json = content['application/json'];
  const [first] = Object.values(content);
  return {
    status,
    types: Object.keys(content),
    requiredHeaders: Object.entries(headers).flatMap(([name, { required }]) => (required === true ? [name] : [])),
    headerExamples: Object.fromEntries(
      Object.entries(headers).flatMap(([name, { example, schema }]) => {
        const value = example ?? schema?.example ?? schema?.enum?.[0];
        return value === undefined ? [] : [[name, String(value)]];
      }),
    ),
    schema: json?.schema,
    example: first?.example ?? Object.values(first?.examples ?? {})[0]?.value,
  };
}

function describedOperation(declared: DeclaredOperation): Operation {
  const { method, path, statuses } = declared;
  const { responses } = at(['paths', path, method.toLowerCase()]) as { responses: Json };
  return {
    ...declared,
    parameters: parametersOf(declared),
    bodySchema: bodySchemaOf(declared),
    answers: statuses.map((status) =>
      describedAnswer(status, withoutReferences(responses[String(status)]) as DeclaredAnswer),
    ),
  };
}

export const describedOperations: readonly Operation[] = everyOperation.map(describedOperation);

export const successesOf = ({ answers }: Operation): readonly DescribedAnswer[] =>
  answers.filter(({ status }) => status < 300);

/** The object that a success carries, by whichever status comes first. */
export const successSchemaOf = (operation: Operation): AnswerSchema | undefined =>
  successesOf(operation).find(({ schema }) => schema !== undefined)?.schema;

/** Of one row, where a success is a page of rows. */
export function rowSchemaOf(operation: Operation): AnswerSchema | undefined {
  const { properties = {} } = successSchemaOf(operation) ?? {};
  return properties['pagination'] === undefined ? undefined : properties['data']?.items;
}

export const idsInPath = ({ path }: Operation): readonly string[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);

export const declares = (operation: Operation, status: number): boolean => operation.statuses.includes(status);

const queryNames = ({ parameters }: Operation): string[] =>
  parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name);

const ofPaging = ['limit', 'offset', 'cursor', 'sort', 'format', 'context_lines'];

/** Query parameters that leave rows out. */
export const filtersOf = (operation: Operation): string[] =>
  rowSchemaOf(operation) === undefined ? [] : queryNames(operation).filter((name) => !ofPaging.includes(name));

export const hasQuery = (operation: Operation, name: string): boolean => queryNames(operation).includes(name);

interface Place {
  readonly operation: Operation;
  readonly values: Readonly<Record<string, string>>;
}

const routes = describedOperations.map((operation) => ({
  operation,
  pattern: new RegExp(`^${operation.path.replaceAll('.', '\\.').replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
  ids: idsInPath(operation).length,
}));

/** Fewest placeholders first: `/auth/tokens/current` is no `/auth/tokens/{token_id}`. */
routes.sort((a, b) => a.ids - b.ids);

/** Whether something can be read at the address. */
export const isReadable = (path: string): boolean =>
  describedOperations.some((operation) => operation.method === 'GET' && operation.path === path);

/**
 * The operation that a request is for. By a method that its address has not it is for all of them there: for that one
 * which is sought, else for the first.
 */
export function placeOf(method: string, target: string, isSought: (id: string) => boolean): Place | undefined {
  const [path = ''] = target.split('?');
  const here = routes.flatMap(({ operation, pattern }) => {
    const match = pattern.exec(path);
    return match === null ? [] : [{ operation, values: { ...match.groups } }];
  });
  const meant = method === 'HEAD' ? 'GET' : method;
  const exact = here.find(({ operation }) => operation.method === meant);
  return exact ?? here.find(({ operation }) => isSought(operation.id)) ?? here[0];
}
