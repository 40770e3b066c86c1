import type { AnswerSchema, DescribedAnswer } from './described-operations.ts';
import { isJsonObject, type Answer, type Header, type Json, type Request } from './message.ts';

const defaults: Readonly<Record<string, unknown>> = { boolean: true, string: 'text', number: 1, null: null };

/** A value that the schema allows, made of its examples. */
export function exampleOf(schema: AnswerSchema): unknown {
  if (schema.example !== undefined) return schema.example;
  if (schema.enum !== undefined) return schema.enum[0];
  if (schema.oneOf?.[0] !== undefined) return exampleOf(schema.oneOf[0]);
  const type = typeof schema.type === 'string' ? schema.type : schema.type?.[0];
  if (type === 'object' || schema.properties !== undefined) return exampleObject(schema);
  if (type === 'array') return [exampleOf(schema.items ?? {})];
  return type === 'integer' ? (schema.minimum ?? 1) : defaults[type ?? 'string'];
}

function exampleObject({ properties = {} }: AnswerSchema): Json {
  return Object.fromEntries(Object.entries(properties).map(([name, property]) => [name, exampleOf(property)]));
}

/** The answer that the description gives as an example, with what the request says in the places of the same name. */
export function describedExample(described: DescribedAnswer, told: Json = {}): Answer {
  const value = described.example ?? (described.schema === undefined ? undefined : exampleOf(described.schema));
  const known = isJsonObject(value)
    ? Object.fromEntries(Object.entries(value).map(([name, example]) => [name, told[name] ?? example]))
    : value;
  const body = typeof known === 'string' ? known : known === undefined ? '' : JSON.stringify(known);
  const [type] = described.types;
  const headers: Header[] = described.requiredHeaders.map((name) => [name, described.headerExamples[name] ?? '1']);
  const framed = headers.filter(([name]) => name.toLowerCase() !== 'content-length');
  if (type !== undefined) framed.push(['Content-Type', type === 'application/json' ? `${type}; charset=utf-8` : type]);
  framed.push(['Content-Length', String(Buffer.byteLength(body))]);
  return { status: described.status, headers: framed, body: Buffer.from(body) };
}

/** What a request says by name: in its address and in its body. */
export function toldBy(pathValues: Readonly<Record<string, string>>, { body }: Request, parse: boolean): Json {
  const inPath = Object.entries(pathValues).map(([name, value]) => [name, /^\d{1,9}$/.test(value) ? +value : value]);
  const inBody: unknown = parse && body.length > 0 ? JSON.parse(body.toString('utf8')) : {};
  return { ...Object.fromEntries(inPath), ...(isJsonObject(inBody) ? inBody : {}) };
}
