import { httpMethods } from '../generate/openapi-document.ts';

export type Json = Readonly<Record<string, unknown>>;

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value of a description and where it really stands: references are followed, so that what is shared has one place. */
export interface Place {
  readonly document: Json;
  readonly at: readonly string[];
  readonly value: Json;
}

const keyOf = (segment: string): string => decodeURIComponent(segment).replaceAll('~1', '/').replaceAll('~0', '~');

export const pointerTo = (at: readonly string[]): string =>
  `#/${at.map((key) => key.replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`;

/** The keys of `#/paths/~1livez/get`. */
export const keysOf = (pointer: string): string[] => pointer.replace(/^#\//, '').split('/').map(keyOf);

function valueAt(document: Json, at: readonly string[]): unknown {
  return at.reduce<unknown>(
    (value, key) =>
      Array.isArray(value) ? value[Number(key)] : isJson(value) && Object.hasOwn(value, key) ? value[key] : undefined,
    document,
  );
}

function settled(document: Json, at: readonly string[]): Place | undefined {
  const value = valueAt(document, at);
  if (!isJson(value)) return undefined;
  const reference = value['$ref'];
  return typeof reference === 'string' ? settled(document, keysOf(reference)) : { document, at, value };
}

export function placeAt(document: object, ...at: string[]): Place | undefined {
  return settled(document as Json, at);
}

/** The object under these keys; undefined where there is none. */
export function inside(place: Place | undefined, ...keys: string[]): Place | undefined {
  return place === undefined ? undefined : settled(place.document, [...place.at, ...keys]);
}

export function listAt(place: Place | undefined, key: string): Place[] {
  const value = place?.value[key];
  if (place === undefined || !Array.isArray(value)) return [];
  return value.flatMap((_, position) => inside(place, key, String(position)) ?? []);
}

export function namesIn(place: Place | undefined, key: string): string[] {
  const value = place?.value[key];
  return isJson(value) ? Object.keys(value) : [];
}

export const textsAt = (place: Place | undefined, key: string): string[] => {
  const value = place?.value[key];
  return Array.isArray(value) ? value.map(String) : [];
};

export interface Pair {
  readonly before: Place;
  readonly after: Place;
}

export interface OperationPair extends Pair {
  /** `GET /api/v1/runs`. */
  readonly name: string;
  readonly method: string;
}

/** The operations that both descriptions have. */
export function operationPairs(before: object, after: object): OperationPair[] {
  return Object.keys((before as { paths?: object }).paths ?? {}).flatMap((path) =>
    httpMethods.flatMap((method) => {
      const pair = { before: placeAt(before, 'paths', path, method), after: placeAt(after, 'paths', path, method) };
      if (pair.before === undefined || pair.after === undefined) return [];
      return [{ before: pair.before, after: pair.after, method, name: `${method.toUpperCase()} ${path}` }];
    }),
  );
}

export const parameterName = ({ value }: Place): string => `${String(value['in'])}.${String(value['name'])}`;

/** The parameters that both operations have, by place and name. */
export function parameterPairs({ before, after }: Pair): Pair[] {
  const later = new Map(listAt(after, 'parameters').map((parameter) => [parameterName(parameter), parameter]));
  return listAt(before, 'parameters').flatMap((parameter) => {
    const same = later.get(parameterName(parameter));
    return same === undefined ? [] : [{ before: parameter, after: same }];
  });
}
