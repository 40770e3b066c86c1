// Shapes that generated clients can name, that requests cannot exceed, and that answers always fill.
import { entriesOf, isNode, listAt, nodeAt, refName, textAt, type Node } from '../description.ts';
import type { Rule } from '../rule.ts';

const isObjectSchema = (node: Node): boolean =>
  node['type'] === 'object' || listAt(node, 'type').includes('object') || 'properties' in node;
const isComponent = (at: readonly unknown[]): boolean =>
  at.length === 3 && at[0] === 'components' && at[1] === 'schemas';

export const objectsNamed: Rule = {
  id: 'objects-named',
  *check({ schemas }) {
    for (const { node, at } of schemas) {
      if (isObjectSchema(node) && !isComponent(at))
        yield { at, message: 'Name the object in components/schemas: clients give an inline one no type.' };
      if ('allOf' in node) yield { at, message: 'Write the properties out: generators lose the type of an allOf.' };
    }
  },
};

export const requestsClosed: Rule = {
  id: 'requests-closed',
  *check({ schemas }) {
    for (const { node, at, inRequest, inResponse } of schemas) {
      if (!isObjectSchema(node) || isNode(node['additionalProperties'])) continue;
      if (inRequest && node['additionalProperties'] !== false && !('x-open-reason' in node))
        yield { at, message: 'Close the request: additionalProperties: false; or say in x-open-reason why not.' };
      if (!inRequest && inResponse && node['additionalProperties'] === false)
        yield { at, message: 'Leave the answer open: version 1 grows by new fields.' };
    }
  },
};

export const answersComplete: Rule = {
  id: 'answers-complete',
  *check({ root, schemas }) {
    const resolve = (node: Node): Node => nodeAt(root, 'components', 'schemas', refName(node) ?? '');
    for (const { node, at, inRequest, inResponse } of schemas) {
      const required = listAt(node, 'required');
      for (const name of required.map(String))
        if (!(name in nodeAt(node, 'properties')))
          yield { at: [...at, 'required'], message: `${name} is required and not declared.` };
      if (!inResponse || inRequest) continue;
      for (const [name, property] of entriesOf(nodeAt(node, 'properties'))) {
        const schema = refName(property) === undefined ? property : resolve(property);
        const isNullable = listAt(schema, 'type').includes('null');
        const isArray = schema['type'] === 'array' || (isNullable && listAt(schema, 'type').includes('array'));
        const place = [...at, 'properties', name];
        const mayBeAbsent = 'x-absent-when' in property || 'x-absent-when' in node;
        if (!required.includes(name) && !mayBeAbsent)
          yield { at: place, message: 'Always answer it, or say in x-absent-when when it is left out.' };
        if (isArray && (isNullable || (!required.includes(name) && !mayBeAbsent)))
          yield { at: place, message: 'A list is always there; an empty one has no items.' };
      }
    }
  },
};

export const unionsDiscriminated: Rule = {
  id: 'unions-discriminated',
  *check({ schemas }) {
    for (const { node, at } of schemas) {
      const alternatives = [...listAt(node, 'oneOf'), ...listAt(node, 'anyOf')].filter(isNode);
      const objects = alternatives.filter((alternative) => alternative['type'] !== 'null');
      if (objects.length < 2) continue;
      const { propertyName, mapping } = nodeAt(node, 'discriminator');
      if (typeof propertyName !== 'string' || !isNode(mapping) || Object.keys(mapping).length !== objects.length)
        yield { at, message: 'Tell the alternatives apart: discriminator with propertyName and a mapping of each.' };
    }
  },
};

const unsayable = [
  'if',
  'then',
  'else',
  'prefixItems',
  'patternProperties',
  'unevaluatedProperties',
  'unevaluatedItems',
];
const alsoUnsayable = ['dependentRequired', 'dependentSchemas', 'contentSchema', 'const', '$defs', 'propertyNames'];

export const sayableIn30: Rule = {
  id: 'sayable-in-3-0',
  *check({ schemas }) {
    for (const { node, at } of schemas) {
      const found = [...unsayable, ...alsoUnsayable].filter((keyword) => keyword in node);
      if (found.length > 0)
        yield { at, message: `OpenAPI 3.0 has no ${found.join(', ')}, and many generators read that.` };
      const types = listAt(node, 'type').filter((type) => type !== 'null');
      if (types.length > 1) yield { at, message: `One type, and null at most: ${types.join(', ')} are several.` };
      const siblings = Object.keys(node).filter((key) => key !== '$ref' && !key.startsWith('x-'));
      if (textAt(node, '$ref') !== '' && siblings.length > 0)
        yield { at, message: `Beside a reference OpenAPI 3.0 ignores ${siblings.join(', ')}.` };
    }
  },
};
