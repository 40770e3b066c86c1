import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

type Json = Record<string, unknown>;

/** The closed copy of the description: an answer with a field too many is as wrong as one with a field too few. */
const text = readFileSync(new URL('../../generated/openapi.closed.json', import.meta.url), 'utf8');
const document = JSON.parse(text) as { paths: Record<string, Record<string, Json>> } & Json;

const ajv = new Ajv2020({ strict: false, validateSchema: false });
addFormats.default(ajv);
ajv.addFormat('binary', true).addFormat('password', true);
ajv.addSchema({ $id: 'contract', ...document });

const pointer = (path: readonly string[]): string =>
  path.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');

function at(path: readonly string[]): Json | undefined {
  let value: unknown = document;
  for (const part of path) value = typeof value === 'object' && value !== null ? (value as Json)[part] : undefined;
  return value as Json | undefined;
}

/** Where the description really says it, when it says it by reference. */
function resolve(path: readonly string[]): readonly string[] {
  const reference = at(path)?.['$ref'];
  return typeof reference === 'string' ? resolve(reference.slice(2).split('/')) : path;
}

const validators = new Map<string, ValidateFunction>();

function validatorAt(path: readonly string[]): ValidateFunction {
  const key = pointer(path);
  const known = validators.get(key) ?? ajv.compile({ $ref: `contract#/${key}` });
  validators.set(key, known);
  return known;
}

export interface ReceivedAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

function headerFaults(response: readonly string[], headers: Headers): string[] {
  const declared = Object.keys(at([...response, 'headers']) ?? {});
  return declared.flatMap((name) => {
    const path = resolve([...response, 'headers', name]);
    const value = headers.get(name);
    if (value === null) return at(path)?.['required'] === true ? [`header ${name} is missing`] : [];
    const numeric = at([...path, 'schema'])?.['type'] === 'integer';
    const validate = validatorAt([...path, 'schema']);
    return validate(numeric ? Number(value) : value)
      ? []
      : [`header ${name}: ${value}: ${ajv.errorsText(validate.errors)}`];
  });
}

function bodyFaults(response: readonly string[], { headers, text: body }: ReceivedAnswer): string[] {
  const declared = Object.keys(at([...response, 'content']) ?? {});
  const type = headers.get('content-type')?.split(';')[0];
  if (declared.length === 0) return body === '' ? [] : ['has content where none is declared'];
  if (type === undefined || !declared.includes(type)) return [`content type ${type} is not declared`];
  if (!/^application\/(json|.+\+json)$/.test(type)) return [];
  const validate = validatorAt([...response, 'content', type, 'schema']);
  return validate(JSON.parse(body)) ? [] : [`body: ${ajv.errorsText(validate.errors)}: ${body.slice(0, 500)}`];
}

const leaks = [/\n\s+at .*\(.*:\d+:\d+\)/, /argon2id\$/, /<html/i, /select .* from /i, /\/src\/[\w/-]+\.ts/];

/** Everything by which an answer departs from the description; written apart from the server's own gate. */
export function contractFaults(
  operation: { readonly method: string; readonly path: string },
  answer: ReceivedAnswer,
): string[] {
  const response = resolve([
    'paths',
    operation.path,
    operation.method.toLowerCase(),
    'responses',
    String(answer.status),
  ]);
  if (at(response) === undefined) return [`status ${answer.status} is not declared: ${answer.text.slice(0, 300)}`];
  const leaked = /^application\/(json|.+\+json)/.test(answer.headers.get('content-type') ?? '')
    ? leaks.filter((leak) => leak.test(answer.text))
    : [];
  return [
    ...headerFaults(response, answer.headers),
    ...bodyFaults(response, answer),
    ...leaked.map((leak) => `leaks ${leak}`),
  ];
}
