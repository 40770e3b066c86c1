import { describedAt, resolvedPath, schemaFault, type Json } from './described.ts';
import { keepFact } from './fact-log.ts';

/** Where a schema is declared: `Run`, or the property of it that declares a schema of its own. */
function nameOf(path: readonly string[], outer: string): string {
  const [components, schemas, name, ...rest] = path;
  return components === 'components' && schemas === 'schemas' && name !== undefined && rest.length === 0 ? name : outer;
}

/**
 * Keeps the values of enumerations and the properties that are not null. `side` is who said it; `at` is the path of the
 * value's schema and `name` what the schema is known by.
 */
export function observeValue(side: 'asked' | 'answered', at: readonly string[], value: unknown, outer = ''): void {
  const path = resolvedPath(at);
  const schema = describedAt(path);
  if (schema === undefined || value === null) return;
  const name = nameOf(path, outer);
  if (schema['enum'] !== undefined && name !== '') keepFact(['value', name, side, JSON.stringify(value)]);
  if (Array.isArray(value)) {
    for (const item of value) observeValue(side, [...path, 'items'], item, name);
    return;
  }
  if (typeof value !== 'object') return;
  observeObject(side, path, name, value as Json);
}

function observeObject(side: 'asked' | 'answered', path: readonly string[], name: string, value: Json): void {
  const alternatives = describedAt(path)?.['oneOf'];
  for (const index of Array.isArray(alternatives) ? alternatives.keys() : []) {
    const alternative = [...path, 'oneOf', String(index)];
    if (schemaFault(alternative, value) === '') observeValue(side, alternative, value, name);
  }
  for (const [property, inner] of Object.entries(value)) {
    const declared = [...path, 'properties', property];
    if (inner === null || describedAt(declared) === undefined) continue;
    keepFact(['property', `${name}.${property}`, side]);
    observeValue(side, declared, inner, `${name}.${property}`);
  }
}
