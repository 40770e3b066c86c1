import type { Json, Schema } from './declared-requests.ts';
import { fitting, fittingObject } from './fitting-values.ts';

/** A value that a schema still allows, and the keyword that allows no further. */
export interface Bound<Value> {
  readonly bound: string;
  readonly value: Value;
}

const typesOf = ({ type }: Schema): readonly string[] => (typeof type === 'string' ? [type] : (type ?? []));

const host = '@example.org';

/** Of a text only where letters are allowed, and of an address the longest. */
function textBounds({ minLength, maxLength, pattern, format, enum: values }: Schema): Bound<string>[] {
  if (format === 'email')
    return maxLength === undefined ? [] : [{ bound: 'maxLength', value: 'a'.repeat(maxLength - host.length) + host }];
  if (format !== undefined || values !== undefined) return [];
  const bounds = Object.entries({ minLength, maxLength }).flatMap(([bound, length]) =>
    length === undefined ? [] : [{ bound, value: 'a'.repeat(length) }],
  );
  return bounds.filter(({ value }) => pattern === undefined || new RegExp(pattern, 'u').test(value));
}

function numberBounds({ minimum, maximum }: Schema): Bound<number>[] {
  return Object.entries({ minimum, maximum }).flatMap(([bound, value]) =>
    value === undefined ? [] : [{ bound, value }],
  );
}

/** As an address holds them. */
export function parameterBounds(schema: Schema): Bound<string>[] {
  if (schema.type === 'string') return textBounds(schema).filter(({ value }) => value !== '');
  const numbers = schema.type === 'integer' ? numberBounds(schema) : [];
  return numbers.map(({ bound, value }) => ({ bound, value: String(value) }));
}

export interface BodyBound extends Bound<unknown> {
  readonly field: string;
}

/** One body for each bound at each place of the schema; everything else in it is an example. */
export function bodyBounds(field: string, schema: Schema): BodyBound[] {
  const types = typesOf(schema);
  if (types.includes('array'))
    return bodyBounds(`${field}[0]`, schema.items ?? {}).map(({ value, ...told }) => ({ ...told, value: [value] }));
  if (types.includes('object')) {
    const whole: Json = fittingObject(schema);
    return Object.entries(schema.properties ?? {}).flatMap(([name, property]) =>
      bodyBounds(`${field}.${name}`, property).map(({ value, ...told }) => ({
        ...told,
        value: { ...whole, [name]: value },
      })),
    );
  }
  const here: Bound<unknown>[] = types.includes('integer') ? numberBounds(schema) : textBounds(schema);
  const values =
    types.includes('string') || types.includes('integer') ? here : [{ bound: 'example', value: fitting(schema) }];
  return values.map((bound) => ({ ...bound, field }));
}
