import { missingId, missingUuid } from './missing-ids.ts';
import type { DeclaredOperation, Json, Schema } from './declared-requests.ts';
import { parametersOf } from './declared-requests.ts';

/** A value that the schema allows: its example, or one made of the examples of its parts. */
export function fitting(schema: Schema): unknown {
  if (schema.example !== undefined) return schema.example;
  if (schema.enum !== undefined) return schema.enum[0];
  if (schema.type === 'array') return [fitting(schema.items ?? {})];
  if (schema.type === 'object') return fittingObject(schema);
  return schema.type === 'integer' ? (schema.minimum ?? 1) : schema.type === 'boolean';
}

/** Every property that is declared, required or not. */
export function fittingObject({ properties = {} }: Schema): Json {
  return Object.fromEntries(Object.entries(properties).map(([name, property]) => [name, fitting(property)]));
}

const texts: Readonly<Record<string, string>> = {
  job_id: missingUuid,
  fix_id: missingUuid,
  sha256: '0'.repeat(64),
  commit_sha: '0'.repeat(40),
  repository: 'owner/tool',
  // There from the start.
  domain: 'default',
};

/** As it is written in an address; ids are those of nothing. */
export function fittingText(name: string, schema: Schema): string {
  if (schema.type === 'integer') return String(Math.min(schema.maximum ?? 1, missingId));
  if (schema.enum !== undefined) return String(schema.enum[0]);
  if (schema.type === 'boolean') return 'true';
  return texts[name] ?? 'a';
}

export interface Address {
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
}

/** Values for the parameters that must be given. */
export function fittingAddress(operation: DeclaredOperation): Address {
  const needed = parametersOf(operation).filter(({ required }) => required === true);
  const valuesIn = (place: string) =>
    Object.fromEntries(
      needed.filter((parameter) => parameter.in === place).map(({ name, schema }) => [name, fittingText(name, schema)]),
    );
  return { path: valuesIn('path'), query: valuesIn('query') };
}
