import type { Schema } from '../../../contract-tests/harness/declared-requests.ts';
import { fitting } from '../../../contract-tests/harness/fitting-values.ts';
import { idsInPath, type Operation } from '../described-operations.ts';
import {
  editObject,
  headerOf,
  isJsonObject,
  jsonOf,
  objectOf,
  queryOf,
  withBody,
  withHeader,
  withJson,
  withQuery,
  type Answer,
  type Json,
  type Request,
} from '../message.ts';
import { inAnswer, inRequest, insteadOf, type Exchange, type Mutant } from '../mutant.ts';

const typesOf = ({ type }: Schema): readonly string[] => (typeof type === 'string' ? [type] : (type ?? []));
const isUnsigned = ({ credential }: Operation): boolean => credential !== 'signature';
const takesJson = ({ bodySchema }: Operation): boolean => bodySchema !== undefined;
const takesClosedJson = (operation: Operation): boolean =>
  takesJson(operation) && operation.bodySchema?.additionalProperties !== true;
const needsSome = ({ bodySchema }: Operation): boolean => (bodySchema?.required ?? []).length > 0;
const needsAll = ({ bodySchema }: Operation): boolean =>
  Object.keys(bodySchema?.properties ?? {}).every((name) => bodySchema?.required?.includes(name) === true);

const inQuery = (operation: Operation) => operation.parameters.filter((parameter) => parameter.in === 'query');
const hasInQuery = (wanted: (schema: Schema) => boolean) => (operation: Operation) =>
  isUnsigned(operation) && inQuery(operation).some(({ schema }) => wanted(schema));
/** A value of a parameter that must be given is not forgotten without another refusal. */
const canLeaveOut = (wanted: (schema: Schema) => boolean) => (operation: Operation) =>
  isUnsigned(operation) && inQuery(operation).some(({ schema, required }) => wanted(schema) && !required);
const hasInBody = (wanted: (schema: Schema) => boolean) => (operation: Operation) =>
  Object.values(operation.bodySchema?.properties ?? {}).some(wanted);

/** The request with each value of these query parameters changed; null when none of them is there. */
function editQuery(
  { operation, request }: Exchange,
  change: (value: string, schema: Schema, name: string) => string | null | undefined,
): Request | null {
  const query = queryOf(request);
  let touched = false;
  for (const { name, schema } of inQuery(operation)) {
    const value = query.get(name);
    const other = value === null ? undefined : change(value, schema, name);
    if (other === undefined || other === value) continue;
    touched = true;
    if (other === null) query.delete(name);
    else query.set(name, other);
  }
  return touched ? withQuery(request, query) : null;
}

/** The request with the described properties of its body changed; undefined takes one away. */
function editBody(
  { operation, request }: Exchange,
  change: (value: unknown, schema: Schema, name: string) => unknown,
): Request | null {
  const body = objectOf(request);
  if (body === undefined) return null;
  const { properties = {} } = operation.bodySchema ?? {};
  const entries = Object.entries(body).map(([name, value]) => {
    const schema = properties[name];
    return [name, schema === undefined ? value : change(value, schema, name)] as const;
  });
  const isSame = entries.every(([name, value]) => value === body[name]);
  return isSame ? null : withJson(request, Object.fromEntries(entries.filter(([, value]) => value !== undefined)));
}

const fieldsOf = (refused: Answer): string[] => {
  const details = objectOf(refused)?.['details'];
  return isJsonObject(details) && isJsonObject(details['fields']) ? Object.keys(details['fields']) : [];
};

function withoutUnknownQuery({ operation, request }: Exchange): Request | null {
  const known = new Set(inQuery(operation).map(({ name }) => name));
  const query = queryOf(request);
  const unknown = [...query.keys()].filter((name) => !known.has(name));
  for (const name of unknown) query.delete(name);
  return unknown.length === 0 ? null : withQuery(request, query);
}

export function withoutUnknownFields({ operation, request }: Exchange): Request | null {
  const body = objectOf(request);
  if (body === undefined) return null;
  const known = Object.entries(body).filter(([name]) => operation.bodySchema?.properties?.[name] !== undefined);
  return known.length === Object.keys(body).length ? null : withJson(request, Object.fromEntries(known));
}

function completed({ operation, request }: Exchange): Request | null {
  const body = objectOf(request);
  const { properties = {}, required = [] } = operation.bodySchema ?? {};
  const missing = required.filter((name) => body !== undefined && !(name in body));
  if (body === undefined || missing.length === 0) return null;
  const added: Json = Object.fromEntries(missing.map((name) => [name, fitting(properties[name] ?? {})]));
  return withJson(request, { ...body, ...added });
}

const clamped = (value: number, { minimum = -Infinity, maximum = Infinity }: Schema): number =>
  Math.min(Math.max(value, minimum), maximum);

/** Numbers in text become numbers, single values lists: what a lenient reader makes of them. */
function coerced(value: unknown, schema: Schema): unknown {
  const [type] = typesOf(schema);
  if (type === 'integer' && typeof value === 'string' && /^\d+$/.test(value)) return Number(value);
  if (type === 'boolean' && (value === 'true' || value === 1)) return true;
  if (type === 'string' && typeof value === 'number') return String(value);
  return type === 'array' && typeof value === 'string' ? [value] : value;
}

/** What a query may hold of several values is the last of them. */
function withLastOfEach(request: Request): Request | null {
  const query = queryOf(request);
  const single = new URLSearchParams(Object.fromEntries(query));
  return single.size === query.size ? null : withQuery(request, single);
}

const isInteger = (schema: Schema): boolean => schema.type === 'integer';
/** An address of mail loses what makes it one when it is cut. */
const isBounded = ({ maxLength, enum: values, format }: Schema): boolean =>
  maxLength !== undefined && values === undefined && format === undefined;
const isChosen = ({ enum: values }: Schema): boolean => values !== undefined;
/** A text of one length is still refused for that when characters are taken from it. */
const isPatterned = ({ pattern, minLength, maxLength }: Schema): boolean =>
  pattern !== undefined && minLength !== maxLength;

const taken = (
  id: string,
  defect: string,
  fits: (operation: Operation) => boolean,
  repair: (exchange: Exchange) => Request | null,
): Mutant => ({
  id,
  class: 'negative input',
  defect,
  fits,
  serve: insteadOf(400, (_, exchange) => repair(exchange)),
});

export const negativeInputMutants: readonly Mutant[] = [
  taken('unknown-parameter-taken', 'ignores a parameter that it does not have', isUnsigned, withoutUnknownQuery),
  taken('unknown-property-taken', 'ignores a property that it does not have', takesClosedJson, withoutUnknownFields),
  taken('missing-property-taken', 'fills in a property that must be given', needsSome, completed),
  taken('repeated-parameter-taken', 'takes the last of several values', hasInQuery(isInteger), ({ request }) =>
    withLastOfEach(request),
  ),
  taken(
    'number-out-of-bounds-taken',
    'moves a number in an address into its bounds',
    hasInQuery(isInteger),
    (exchange) =>
      editQuery(exchange, (value, schema) =>
        isInteger(schema) && /^-?\d+$/.test(value) ? String(clamped(Number(value), schema)) : undefined,
      ),
  ),
  taken('number-in-any-notation-taken', 'reads 1e1 and 0x10 as numbers', hasInQuery(isInteger), (exchange) =>
    editQuery(exchange, (value, schema) =>
      isInteger(schema) && Number.isInteger(Number(value)) ? String(Number(value)) : undefined,
    ),
  ),
  taken(
    'unknown-choice-taken',
    'ignores a value that an enumeration does not have',
    canLeaveOut(isChosen),
    (exchange) =>
      editQuery(exchange, (value, { enum: values }) =>
        values === undefined || values.includes(value) ? undefined : null,
      ),
  ),
  taken('long-text-cut', 'cuts a text that is too long', hasInBody(isBounded), (exchange) =>
    editBody(exchange, (value, { maxLength }) => (typeof value === 'string' ? value.slice(0, maxLength) : value)),
  ),
  taken('number-in-body-clamped', 'moves a number in a body into its bounds', hasInBody(isInteger), (exchange) =>
    editBody(exchange, (value, schema) => (typeof value === 'number' ? clamped(Math.trunc(value), schema) : value)),
  ),
  taken(
    'strange-text-taken',
    'strips a text of the characters that its pattern forbids',
    hasInBody(isPatterned),
    (exchange) =>
      editBody(exchange, (value, { pattern }) =>
        typeof value === 'string' && pattern !== undefined && !new RegExp(pattern, 'u').test(value)
          ? value.replace(/[^a-zA-Z0-9/-]/g, '') || 'a'
          : value,
      ),
  ),
  taken('types-coerced', 'reads text as numbers and numbers as text', takesJson, (exchange) =>
    editBody(exchange, coerced),
  ),
  taken(
    'null-taken',
    'takes null for a property that was left out',
    (operation) => takesJson(operation) && !needsAll(operation),
    (exchange) => editBody(exchange, (value) => (value === null ? undefined : value)),
  ),
  taken(
    'bad-id-taken',
    'reads the number at the beginning of an id',
    (operation) => idsInPath(operation).some((name) => name.endsWith('_id')),
    ({ operation, request, pathValues }) => {
      const numbers = Object.entries(pathValues).map(
        ([name, value]) => [name, String(Number.parseInt(value, 10) || 1)] as const,
      );
      const path = numbers.reduce(
        (text, [name, number]) =>
          text.replace(
            `{${name}}`,
            pathValues[name] === undefined || name === 'sha256' ? (pathValues[name] ?? '') : number,
          ),
        operation.path,
      );
      return { ...request, target: path };
    },
  ),
  {
    id: 'maximum-refused',
    class: 'negative input',
    defect: 'refuses the largest page that it offers',
    fits: hasInQuery(({ maximum }) => maximum === 100 || maximum === 1000),
    serve: inRequest((_, exchange) =>
      editQuery(exchange, (value, { maximum }, name) =>
        name === 'limit' && Number(value) === maximum ? String(maximum + 1) : undefined,
      ),
    ),
  },
  {
    id: 'longest-text-refused',
    class: 'negative input',
    defect: 'refuses a text of just the length that it allows',
    fits: hasInBody((schema) => isBounded(schema) && schema.pattern === undefined && schema.format === undefined),
    serve: inRequest((_, exchange) =>
      editBody(exchange, (value, { maxLength }) =>
        typeof value === 'string' && value.length === maxLength ? `${value}a` : value,
      ),
    ),
  },
  {
    id: 'any-media-type-taken',
    class: 'negative input',
    defect: 'reads a body of another type as JSON',
    fits: takesJson,
    serve: insteadOf(415, (_, { request }) =>
      headerOf(request, 'Content-Encoding') === undefined && jsonOf(request) !== undefined
        ? withHeader(request, 'Content-Type', 'application/json')
        : null,
    ),
  },
  {
    id: 'wrong-field-blamed',
    class: 'negative input',
    defect: 'finds fault with another field than the one that is wrong',
    fits: (operation) => takesJson(operation) || inQuery(operation).length > 0,
    serve: inAnswer((answer) =>
      answer.status !== 400 || fieldsOf(answer).length === 0
        ? answer
        : editObject(answer, (body) => ({
            ...body,
            details: { ...(body['details'] as Json), fields: { 'body.something': ['is wrong'] } },
          })),
    ),
  },
  {
    id: 'half-json-taken',
    class: 'negative input',
    defect: 'closes what is open in a broken JSON text',
    fits: takesJson,
    serve: insteadOf(400, (_, { request, operation }) =>
      request.body.length > 0 && jsonOf(request) === undefined
        ? withBody(request, JSON.stringify(fitting(operation.bodySchema ?? {})))
        : null,
    ),
  },
];
