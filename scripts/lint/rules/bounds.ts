// Every value has an end: a client can reserve room for it, and the server cannot be made to hold more.
import { isNode, listAt, textAt, type Node } from '../description.ts';
import type { Rule } from '../rule.ts';

const hasType = (node: Node, type: string): boolean => node['type'] === type || listAt(node, 'type').includes(type);
const lacks = (node: Node, keywords: readonly string[]): string[] => keywords.filter((keyword) => !(keyword in node));
const isBytes = (node: Node): boolean => textAt(node, 'format') === 'binary';
const closedFormats = ['date-time', 'date', 'uuid', 'email', 'uri', 'uri-reference', 'ipv4', 'ipv6', 'password'];

export const stringsBounded: Rule = {
  id: 'strings-bounded',
  *check({ schemas }) {
    for (const { node, at } of schemas) {
      if (!hasType(node, 'string') || isBytes(node) || 'enum' in node) continue;
      if (!('maxLength' in node)) yield { at, message: 'Bound the string: maxLength.' };
      const isRestricted = 'pattern' in node || closedFormats.includes(textAt(node, 'format'));
      if (!isRestricted && node['x-free-text'] !== true)
        yield { at, message: 'Restrict the string by pattern, format or enum, or say x-free-text: true.' };
      if (isRestricted && 'x-free-text' in node)
        yield { at, message: 'This string is restricted: x-free-text is not true.' };
    }
  },
};

export const numbersBounded: Rule = {
  id: 'numbers-bounded',
  *check({ schemas }) {
    for (const { node, at } of schemas) {
      if (!hasType(node, 'integer') && !hasType(node, 'number')) continue;
      const missing = lacks(node, ['minimum', 'maximum', ...(hasType(node, 'integer') ? ['format'] : [])]);
      if (missing.length > 0) yield { at, message: `Bound the number: ${missing.join(', ')}.` };
      if (Math.abs(Number(node['maximum'] ?? 0)) > Number.MAX_SAFE_INTEGER)
        yield { at, message: 'The maximum loses digits in languages whose numbers are doubles.' };
    }
  },
};

export const arraysBounded: Rule = {
  id: 'arrays-bounded',
  *check({ schemas }) {
    for (const { node, at } of schemas)
      if (hasType(node, 'array') && lacks(node, ['maxItems', 'items']).length > 0)
        yield { at, message: `Bound the array: ${lacks(node, ['maxItems', 'items']).join(', ')}.` };
  },
};

export const mapsBounded: Rule = {
  id: 'maps-bounded',
  *check({ schemas }) {
    for (const { node, at } of schemas)
      if (isNode(node['additionalProperties']) && !('maxProperties' in node))
        yield { at, message: 'Bound the map: maxProperties.' };
  },
};
