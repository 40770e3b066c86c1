import type { DeclaredParameter, Json, Schema } from './declared-requests.ts';
import { fitting, fittingObject } from './fitting-values.ts';

/** What is wrong, and a value with which it is. */
export interface Misfit<Value> {
  readonly fault: string;
  readonly value: Value;
}

const typesOf = ({ type }: Schema): readonly string[] => (typeof type === 'string' ? [type] : (type ?? []));

/** A text that breaks the pattern and no other keyword, when one of these does. */
function patternBreaker({ pattern, minLength = 0, maxLength = 100 }: Schema): string | undefined {
  if (pattern === undefined) return undefined;
  const candidates = [' ', '/', '!', '\u0001', 'Z', ','].map((character) =>
    character.repeat(Math.min(Math.max(minLength, 1), maxLength)),
  );
  return candidates.find((candidate) => !new RegExp(pattern, 'u').test(candidate));
}

function textMisfits(schema: Schema): Misfit<string>[] {
  const { minLength = 0, maxLength, format } = schema;
  const breaker = patternBreaker(schema);
  return [
    ...(schema.enum === undefined ? [] : [{ fault: 'enum', value: 'no-such-value' }]),
    ...(maxLength === undefined ? [] : [{ fault: 'maxLength', value: 'a'.repeat(maxLength + 1) }]),
    ...(minLength === 0 ? [] : [{ fault: 'minLength', value: 'a'.repeat(minLength - 1) }]),
    ...(breaker === undefined ? [] : [{ fault: 'pattern', value: breaker }]),
    ...(format === 'email' || format === 'date-time' ? [{ fault: 'format', value: 'yesterday' }] : []),
  ];
}

function numberMisfits({ minimum, maximum }: Schema): Misfit<number>[] {
  return [
    ...(minimum === undefined ? [] : [{ fault: 'minimum', value: minimum - 1 }]),
    ...(maximum === undefined ? [] : [{ fault: 'maximum', value: maximum + 1 }]),
  ];
}

/** Integers in the notations that a lenient parser takes, within the bounds, so that nothing else is wrong with them. */
function looseIntegers({ minimum = 1 }: Schema): string[] {
  const fit = Math.max(minimum, 10);
  const loose = [fit.toExponential(), `0x${fit.toString(16)}`, ` ${fit}`, `${fit} `, `+${fit}`, `0${fit}`, `${fit}.0`];
  return [...loose, 'abc', '0b1', '-0', '1_0', '٣', 'NaN', 'Infinity', ''];
}

const looseBooleans = ['1', 'yes', 'TRUE', 'True', ' true', ''];

/** Bad values as an address holds them; a path holds no empty segment. */
export function parameterMisfits(parameter: DeclaredParameter): Misfit<string>[] {
  const { schema } = parameter;
  const integers = [
    ...looseIntegers(schema).map((value) => ({ fault: 'notation', value })),
    ...numberMisfits(schema).map(({ fault, value }) => ({ fault, value: String(value) })),
  ];
  const misfits = {
    integer: integers,
    boolean: looseBooleans.map((value) => ({ fault: 'notation', value })),
    string: textMisfits(schema),
    array: [{ fault: 'item', value: ','.repeat(100) }],
  }[String(schema.type)];
  return (misfits ?? []).filter(({ value }) => parameter.in === 'query' || value !== '');
}

const wrongTypes: Readonly<Record<string, readonly unknown[]>> = {
  string: [7, true, {}, ['a']],
  integer: ['7', 1.5, true, {}],
  boolean: ['true', 1, {}],
  array: ['a', {}, 7],
  object: ['a', [], 7],
};

/** A fault somewhere in a body: `field` as the answer must name it, and the whole body. */
export interface BodyMisfit {
  readonly fault: string;
  readonly field: string;
  readonly value: unknown;
}

function typeMisfits(schema: Schema): Misfit<unknown>[] {
  const types = typesOf(schema);
  const values = wrongTypes[types[0] ?? ''] ?? [];
  return [...values, ...(types.includes('null') ? [] : [null])].map((value) => ({
    fault: `type ${JSON.stringify(value)}`,
    value,
  }));
}

function arrayMisfits(field: string, schema: Schema): BodyMisfit[] {
  const { items = {}, minItems = 0, maxItems, uniqueItems } = schema;
  const item = fitting(items);
  const whole = (fault: string, value: unknown): BodyMisfit => ({ fault, field, value });
  return [
    ...(maxItems === undefined
      ? []
      : [
          whole(
            'maxItems',
            Array.from({ length: maxItems + 1 }, () => item),
          ),
        ]),
    ...(minItems === 0 ? [] : [whole('minItems', [])]),
    ...(uniqueItems === true ? [whole('uniqueItems', [item, item])] : []),
    ...valueMisfits(`${field}[0]`, items).map(({ value, ...told }) => ({ ...told, value: [value] })),
    ...valueMisfits(`${field}[1]`, items)
      .slice(0, 1)
      .map(({ value, ...told }) => ({ ...told, value: [item, value] })),
  ];
}

function objectMisfits(field: string, schema: Schema): BodyMisfit[] {
  const { properties = {}, required = [] } = schema;
  const whole: Json = fittingObject(schema);
  const without = (name: string) => Object.fromEntries(Object.entries(whole).filter(([other]) => other !== name));
  const unknown = [
    { fault: 'unknown', field: `${field}.no_such_field`, value: { ...whole, no_such_field: 1 } },
    {
      fault: 'unknown',
      field: `${field}.__proto__`,
      value: JSON.parse(JSON.stringify(whole).replace('{', '{"__proto__":{"a":1},')),
    },
  ];
  return [
    ...(schema.additionalProperties === true ? [] : unknown),
    ...required.map((name) => ({ fault: 'required', field: `${field}.${name}`, value: without(name) })),
    ...Object.entries(properties).flatMap(([name, property]) =>
      valueMisfits(`${field}.${name}`, property).map(({ value, ...told }) => ({
        ...told,
        value: { ...whole, [name]: value },
      })),
    ),
  ];
}

/** One value for each keyword that can be broken, at each place of the schema; everything else in it fits. */
export function valueMisfits(field: string, schema: Schema): BodyMisfit[] {
  const here = [
    ...typeMisfits(schema),
    ...(typesOf(schema).includes('string') ? textMisfits(schema) : []),
    ...(typesOf(schema).includes('integer') ? numberMisfits(schema) : []),
  ].map((misfit) => ({ ...misfit, field }));
  if (schema.type === 'array') return [...here, ...arrayMisfits(field, schema)];
  return schema.type === 'object' ? [...here, ...objectMisfits(field, schema)] : here;
}
