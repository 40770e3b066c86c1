import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { operations } from '../../generated/operations.ts';
import { componentSchemas, declaredResponse, undeclaredResponse, type DeclaredResponse } from './description.ts';
import type { OperationId } from './operation.ts';

export interface JudgedAnswer {
  readonly status: number;
  /** By name as it is declared or in lower case. */
  readonly headers: Readonly<Record<string, unknown>>;
  /** Bare media type; undefined when nothing is sent. */
  readonly contentType: string | undefined;
  /** The JSON value; ignored for other media types, whose bytes are free. */
  readonly body: unknown;
}

export function isJsonType(mediaType: string | undefined): boolean {
  return mediaType === 'application/json' || mediaType?.endsWith('+json') === true;
}

const ajv = new Ajv2020({ strict: false, allErrors: false, ownProperties: true, validateSchema: false });
addFormats.default(ajv, { mode: 'full' });
ajv.addFormat('password', true).addFormat('binary', true);
ajv.addFormat('date-time', { type: 'string', validate: isDateTime });
ajv.addSchema({ $id: 'spci', components: { schemas: componentSchemas } });

/** By an Ajv of its own: one that has compiled a format keeps it. */
const fullDateTime = addFormats
  .default(new Ajv2020(), { mode: 'full', formats: ['date-time'] })
  .compile<string>({ type: 'string', format: 'date-time' });

/** Days that every month has, in UTC. A list of 50 runs holds 200 moments: 80 µs by the full check, next to none by this. */
const plainMoment = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?Z$/;

function isDateTime(text: string): boolean {
  return plainMoment.test(text) || fullDateTime(text);
}

const compiled = new Map<string, ValidateFunction>();

/**
 * References are relative to the document; under its `$id` they resolve from any compiled schema. Most answers share
 * their headers and the shapes of failures: each schema is compiled once.
 */
function compile(schema: object): ValidateFunction {
  const text = JSON.stringify(schema).replaceAll('"#/components/', '"spci#/components/');
  const validate = compiled.get(text) ?? ajv.compile(JSON.parse(text));
  compiled.set(text, validate);
  return validate;
}

/** By the place in the description alone: a path in the answer may hold names that a client chose. */
function breachOf({ errors }: ValidateFunction): string {
  const [error] = errors ?? [];
  return `${error?.schemaPath.replace(/^spci/, '') ?? ''} ${error?.message ?? ''}`.slice(0, 500);
}

interface HeaderCheck {
  readonly name: string;
  readonly lowerName: string;
  readonly required: boolean;
  readonly numeric: boolean;
  readonly validate: ValidateFunction;
}

interface ResponseCheck {
  readonly headers: readonly HeaderCheck[];
  readonly bodies: ReadonlyMap<string, ValidateFunction | undefined>;
}

function checkOf(declared: DeclaredResponse): ResponseCheck {
  const headers = declared.headers.map(({ name, required, schema }) => ({
    name,
    lowerName: name.toLowerCase(),
    required,
    numeric: schema['type'] === 'integer',
    validate: compile(schema),
  }));
  const bodies = Object.entries(declared.content).map(
    ([type, schema]) => [type, isJsonType(type) ? compile(schema) : undefined] as const,
  );
  return { headers, bodies: new Map(bodies) };
}

const checks = new Map<string, ResponseCheck | undefined>();
const undeclaredCheck = checkOf(undeclaredResponse);

/** Compiled at first use and kept: as many as the description has answers. */
function checkFor(id: OperationId, status: number): ResponseCheck | undefined {
  const key = `${id} ${status}`;
  if (checks.has(key)) return checks.get(key);
  const declared = declaredResponse(id, status);
  const check = declared === undefined ? undefined : checkOf(declared);
  checks.set(key, check);
  return check;
}

function headerFault(
  { name, lowerName, required, numeric, validate }: HeaderCheck,
  headers: JudgedAnswer['headers'],
): string | undefined {
  const value = headers[name] ?? headers[lowerName];
  if (value === undefined) return required ? `header ${name} is missing` : undefined;
  return validate(numeric ? Number(value) : String(value)) ? undefined : `header ${name} ${breachOf(validate)}`;
}

function bodyFault({ bodies }: ResponseCheck, { contentType, body }: JudgedAnswer): string | undefined {
  if (contentType === undefined) return bodies.size === 0 ? undefined : 'content is missing';
  if (!bodies.has(contentType)) return `content type ${contentType} is not declared`;
  const validate = bodies.get(contentType);
  if (validate === undefined || validate(body)) return undefined;
  return `body ${breachOf(validate)}`;
}

/**
 * What is wrong with an answer by the description, or undefined when nothing is: an undeclared status, a required header
 * missing, a content type that is not declared, a body with a wrong, missing or undeclared field. For streams only the
 * head is judged.
 */
export function contractFault(id: OperationId | undefined, answer: JudgedAnswer): string | undefined {
  if (id === undefined && answer.status === 204) return undefined;
  const check = id === undefined ? undeclaredCheck : checkFor(id, answer.status);
  if (check === undefined) return `status ${answer.status} is not declared`;
  for (const header of check.headers) {
    const fault = headerFault(header, answer.headers);
    if (fault !== undefined) return fault;
  }
  return bodyFault(check, answer);
}

/** Compiles every check of an operation's answers. */
export function warmAnswerChecks(id: OperationId): void {
  for (const status of operations[id].statuses) checkFor(id, status);
}
