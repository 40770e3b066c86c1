import type { Change } from '../change.ts';
import { inside, placeAt, pointerTo, textsAt, type Place } from '../place.ts';
import { schemaPairs, type SchemaPair } from '../schema-pairs.ts';

const isExtensible = (schema: { readonly value: Readonly<Record<string, unknown>> }): boolean =>
  schema.value['x-extensible-enum'] === true;

/**
 * Clients were told of an extensible enum when the earlier description called it one. Below 1.0.0 calling it one takes
 * effect at once.
 */
function wasToldExtensible({ before, after }: SchemaPair, earlier: object): boolean {
  const version = String(placeAt(earlier, 'info')?.value['version'] ?? '');
  return isExtensible(before) || (version.startsWith('0.') && isExtensible(after));
}

function addedValues(pair: SchemaPair, earlier: object): Change[] {
  const known = new Set(textsAt(pair.before, 'enum'));
  const added = textsAt(pair.after, 'enum').filter((value) => !known.has(value));
  if (known.size === 0 || added.length === 0) return [];
  const expected = pair.side === 'request' || wasToldExtensible(pair, earlier);
  return [
    {
      rule: 'enum-values-added',
      level: expected ? 'additive' : 'breaking',
      kind: 'added',
      location: `${pointerTo(pair.after.at)}/enum`,
      operation: pair.operation,
      description: `\`${pair.name}\` may now be ${added.map((value) => `\`${value}\``).join(', ')}.`,
      remedy: 'Mark the enum `x-extensible-enum: true` in one release and add values in the next.',
    },
  ];
}

/** A request with the value is refused; code that lists every value an answer may have no longer compiles. */
function removedValues(pair: SchemaPair): Change[] {
  const kept = textsAt(pair.after, 'enum');
  const removed = textsAt(pair.before, 'enum').filter((value) => !kept.includes(value));
  if (kept.length === 0 || removed.length === 0 || pair.name === 'ErrorCode') return [];
  return [
    {
      rule: 'enum-values-removed',
      level: 'breaking',
      kind: 'removed',
      location: `${pointerTo(pair.after.at)}/enum`,
      operation: pair.operation,
      description: `\`${pair.name}\` is no longer ${removed.map((value) => `\`${value}\``).join(', ')}.`,
      remedy: 'Keep the value; describe it as deprecated if nothing uses it.',
    },
  ];
}

const errorCodes = (document: object) => placeAt(document, 'components', 'schemas', 'ErrorCode');

/** 0.1.0 kept statuses alone, later descriptions in the catalogue of codes. */
function statusOf(place: Place, code: string): unknown {
  return inside(place, 'x-codes', code)?.value['status'] ?? inside(place, 'x-status')?.value[code];
}

/** Programs branch on codes and, before they read the body, on statuses. */
function changedErrorCodes(before: object, after: object): Change[] {
  const [earlier, later] = [errorCodes(before), errorCodes(after)];
  if (earlier === undefined || later === undefined) return [];
  const common = { level: 'breaking', operation: null } as const;
  const kept = new Set(textsAt(later, 'enum'));
  return textsAt(earlier, 'enum').flatMap((code): Change[] => {
    if (!kept.has(code))
      return [
        {
          ...common,
          rule: 'error-code-removed',
          kind: 'removed',
          location: `${pointerTo(earlier.at)}/enum`,
          description: `The error code \`${code}\` is gone.`,
          remedy: 'Keep the code, under its old name, for as long as the API is v1.',
        },
      ];
    const [was, is] = [statusOf(earlier, code), statusOf(later, code)];
    if (was === is || was === undefined) return [];
    return [
      {
        ...common,
        rule: 'error-status-changed',
        kind: 'changed',
        location: `${pointerTo(later.at)}/x-codes/${code}`,
        description: `The status of the error code \`${code}\` changed from ${String(was)} to ${String(is)}.`,
        remedy: 'Keep the status; a new situation gets a new code.',
      },
    ];
  });
}

export function enumChanges(before: object, after: object): Change[] {
  const values = schemaPairs(before, after).flatMap((pair) => [...addedValues(pair, before), ...removedValues(pair)]);
  return [...values, ...changedErrorCodes(before, after)];
}
