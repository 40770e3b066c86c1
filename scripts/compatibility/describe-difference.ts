import type { Addition } from './change.ts';
import { keysOf } from './place.ts';
import type { Difference } from './redocly-diff.ts';

/** `GET /api/v1/runs` of a pointer under `paths`; null for what operations share. */
export function operationAt(pointer: string): string | null {
  const [kind, path, method] = keysOf(pointer);
  return kind === 'paths' && method !== undefined ? `${method.toUpperCase()} ${path}` : null;
}

const holders = new Set(['properties', 'headers', 'responses', 'content', 'parameters', 'schemas', 'securitySchemes']);

/** `Run`, `status`: the names on the way, without the words of the format. */
function namesAt(pointer: string): string[] {
  const keys = keysOf(pointer);
  return keys.filter((_, position) => holders.has(keys[position - 1] ?? ''));
}

const nameAt = (pointer: string): string => namesAt(pointer).join('.') || keysOf(pointer).slice(0, 3).join(' ');

function shown(value: unknown): string {
  const text = value === undefined ? 'none' : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

const nouns: Readonly<Record<string, string>> = {
  Header: 'answer header',
  MediaType: 'media type',
  RequestBody: 'request body',
  Response: 'status',
  Schema: 'field',
};

/** What was added to what; undefined where it stands for itself. */
export function additionFrom({ kind, typeName, revision }: Difference): Addition | undefined {
  const names = namesAt(revision?.pointer ?? '');
  const [name, noun] = [names.at(-1), nouns[typeName]];
  if (kind !== 'added' || names.length < 2 || name === undefined || noun === undefined) return undefined;
  return { noun, name, owner: names.slice(0, -1).join('.') };
}

/** A sentence about a difference on which the tool gives no verdict. */
export function describeDifference(difference: Difference): string {
  const { kind, typeName, property, base, revision } = difference;
  const name = nameAt((revision ?? base)?.pointer ?? difference.path);
  const noun = nouns[typeName] ?? typeName;
  if (kind === 'added') return `New ${noun}: \`${name}\`.`;
  if (kind === 'removed') return `The ${noun} \`${name}\` was removed.`;
  return `\`${property}\` of \`${name}\` changed from ${shown(base?.value)} to ${shown(revision?.value)}.`;
}
