import { isDeepStrictEqual } from 'node:util';
import { jsonBodyBytesMax } from '../../generate/operation-table.ts';
import type { Change } from '../change.ts';
import { operationPairs, parameterName, parameterPairs, pointerTo, type Pair } from '../place.ts';
import { schemaPairs } from '../schema-pairs.ts';

const shown = (value: unknown): string => (value === undefined ? 'none' : `\`${JSON.stringify(value)}\``);

const isOrder = (name: string): boolean => /^query\.(sort|order)$/.test(name);

function defaultRemedy(name: string): string {
  return isOrder(name)
    ? 'Keep the order that clients get without asking; offer another one as a further value.'
    : 'Keep the default; a client that leaves the field out relies on it. Offer the new behaviour as a further field.';
}

/** What happens when a client says nothing. */
function changedDefaults(before: object, after: object): Change[] {
  return schemaPairs(before, after)
    .filter(({ side, name }) => side === 'request' && name !== 'query.limit')
    .flatMap((pair): Change[] => {
      const [was, is] = [pair.before.value['default'], pair.after.value['default']];
      if (isDeepStrictEqual(was, is)) return [];
      return [
        {
          rule: isOrder(pair.name) ? 'order-changed' : 'default-changed',
          level: 'breaking',
          kind: 'changed',
          location: `${pointerTo(pair.after.at)}/default`,
          operation: pair.operation,
          description: `The default of \`${pair.name}\` changed from ${shown(was)} to ${shown(is)}.`,
          remedy: defaultRemedy(pair.name),
        },
      ];
    });
}

function pageSizeChange(pair: Pair, operation: string, keyword: 'default' | 'maximum'): Change[] {
  const schemas = [pair.before, pair.after].map(({ value }) => value['schema'] as Record<string, unknown> | undefined);
  const [was, is] = schemas.map((schema) => schema?.[keyword]);
  if (was === is) return [];
  const raised = keyword === 'maximum' && typeof was === 'number' && (is === undefined || Number(is) > was);
  if (was === undefined && keyword === 'default') return [];
  if (raised) return [];
  return [
    {
      rule: 'page-size-changed',
      level: 'breaking',
      kind: 'changed',
      location: `${pointerTo(pair.after.at)}/schema/${keyword}`,
      operation: pair.after.at[0] === 'components' ? null : operation,
      description: `The ${keyword} of the page size \`limit\` changed from ${shown(was)} to ${shown(is)}.`,
      remedy: 'Keep the default and do not lower the maximum; clients count on the rows of one page.',
    },
  ];
}

/** Rows that a client gets without asking, and the most it may ask for. */
function changedPageSizes(before: object, after: object): Change[] {
  return operationPairs(before, after).flatMap((operation) =>
    parameterPairs(operation)
      .filter((pair) => parameterName(pair.after) === 'query.limit')
      .flatMap((pair) => [
        ...pageSizeChange(pair, operation.name, 'default'),
        ...pageSizeChange(pair, operation.name, 'maximum'),
      ]),
  );
}

const bodyBytesMax = ({ value }: Pair['before']): number => Number(value['x-body-bytes-max'] ?? jsonBodyBytesMax);

function loweredBodySizes(before: object, after: object): Change[] {
  return operationPairs(before, after).flatMap((pair): Change[] => {
    const [was, is] = [bodyBytesMax(pair.before), bodyBytesMax(pair.after)];
    if (!('requestBody' in pair.before.value) || is >= was) return [];
    return [
      {
        rule: 'body-size-lowered',
        level: 'breaking',
        kind: 'changed',
        location: `${pointerTo(pair.after.at)}/x-body-bytes-max`,
        operation: pair.name,
        description: `The largest body was lowered from ${was} to ${is} bytes.`,
        remedy: 'Keep the size; clients send as much as they could yesterday.',
      },
    ];
  });
}

const orders = ['newest first', 'oldest first', 'by id', 'in order'];
const orderIn = (description: unknown): string | undefined =>
  orders.find((order) => new RegExp(`\\b${order}\\b`, 'i').test(String(description)));

/** The order of a list is a promise that only its description makes, in one of four wordings. */
function changedOrders(before: object, after: object): Change[] {
  const lists = schemaPairs(before, after).filter(
    ({ side, before: { value } }) => side === 'response' && value['type'] === 'array',
  );
  const operations = operationPairs(before, after).map((pair) => ({ ...pair, operation: pair.name }));
  return [...lists, ...operations].flatMap((pair): Change[] => {
    const [was, is] = [pair.before, pair.after].map(({ value }) => orderIn(value['description']));
    if (was === undefined || was === is) return [];
    return [
      {
        rule: 'order-changed',
        level: 'breaking',
        kind: 'changed',
        location: `${pointerTo(pair.after.at)}/description`,
        operation: pair.operation,
        description: `The order of \`${pair.name}\` changed from "${was}" to ${is === undefined ? 'none' : `"${is}"`}.`,
        remedy: `Keep the order, and say it in one of these wordings: ${orders.join(', ')}.`,
      },
    ];
  });
}

export function valueChanges(before: object, after: object): Change[] {
  return [
    ...changedDefaults(before, after),
    ...changedPageSizes(before, after),
    ...loweredBodySizes(before, after),
    ...changedOrders(before, after),
  ];
}
