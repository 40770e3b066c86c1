// The description is the manual: everything is explained, in its own words, and nothing is promised for later.
import { isNode, listAt, nodeAt, refName, textAt, type Description, type Node } from '../description.ts';
import type { Finding, Pointer, Rule } from '../rule.ts';

const summaryMax = 60;
const descriptionMin = 40;

export const operationProse: Rule = {
  id: 'operation-prose',
  *check({ operations }) {
    const described = new Map<string, string>();
    for (const { node, at, id } of operations) {
      const [summary, description] = [textAt(node, 'summary'), textAt(node, 'description')];
      if (summary === '' || summary.length > summaryMax || summary.endsWith('.'))
        yield { at, message: `A summary of 1 to ${summaryMax} characters, without a full stop.` };
      if (description.length < descriptionMin)
        yield { at, message: `Say in at least ${descriptionMin} characters what it does and when to use it.` };
      const twin = described.get(description);
      if (twin !== undefined)
        yield { at: [...at, 'description'], message: `The same words as ${twin}: say what is different.` };
      described.set(description, id);
    }
  },
};

const isDescribed = (node: Node): boolean => textAt(node, 'description').length > 0 || refName(node) !== undefined;

export const everythingDescribed: Rule = {
  id: 'everything-described',
  *check({ schemas, parameters, headers, answers, operations }) {
    for (const { node, at } of [...parameters, ...headers, ...answers])
      if (!isDescribed(node)) yield { at, message: 'Describe it.' };
    for (const { node, at, name } of schemas) {
      if (at.at(-1) === 'schema') continue;
      if (!isDescribed(node)) yield { at, message: 'Describe it.' };
      const words = textAt(node, 'description')
        .replace(/[^A-Za-z0-9]/g, '')
        .toLowerCase();
      if (words !== '' && words === name.replaceAll('_', '').toLowerCase())
        yield { at: [...at, 'description'], message: 'Its name says that already: say what it means.' };
    }
    for (const { node, at } of operations)
      if ('requestBody' in node && !isDescribed(nodeAt(node, 'requestBody')))
        yield { at: [...at, 'requestBody'], message: 'Describe it.' };
  },
};

const unfit: readonly [RegExp, string][] = [
  [/\b(TO(?:DO)|FIX(?:ME)|TBD)\b/, 'Say what is, not what is still to be done.'],
  [/<\/?[a-z][^>]*>|javascript:/i, 'Markdown only: no HTML, no script.'],
  [
    /\b(colou?rs?|behaviou?rs?|favou?rs?|honou?rs?)\b(?<=our|ours)|\b(cancell(ed|ing)|catalogue|licence|analyse)\b/i,
    'American spelling, as in the names.',
  ],
  [/\be\.g\.|\bi\.e\.|\betc\b/, 'Write it out.'],
];

function* texts(value: unknown, at: Pointer): Iterable<readonly [Pointer, string]> {
  if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* texts(item, [...at, index]);
  else if (isNode(value))
    for (const [key, item] of Object.entries(value)) {
      if ((key === 'description' || key === 'summary') && typeof item === 'string') yield [[...at, key], item];
      else if (key !== 'example' && key !== 'examples' && key !== 'enum') yield* texts(item, [...at, key]);
    }
}

export const proseClean: Rule = {
  id: 'prose-clean',
  *check({ root }) {
    for (const [at, text] of texts(root, []))
      for (const [pattern, message] of unfit) if (pattern.test(text)) yield { at, message };
  },
};

export const versionSemantic: Rule = {
  id: 'version-semantic',
  *check({ root }) {
    if (!/^\d+\.\d+\.\d+$/.test(textAt(nodeAt(root, 'info'), 'version')))
      yield { at: ['info', 'version'], message: 'A semantic version: major.minor.patch.' };
  },
};

const hasExample = (node: Node): boolean => 'example' in node || Object.keys(nodeAt(node, 'examples')).length > 0;

export const examplesGiven: Rule = {
  id: 'examples-given',
  *check({ contents, parameters, schemas, root }) {
    for (const { node, at } of contents) {
      const isBytes = textAt(nodeAt(node, 'schema'), 'format') === 'binary';
      if (!isBytes && Object.keys(nodeAt(node, 'examples')).length === 0)
        yield { at, message: 'Show it: at least one named example.' };
    }
    for (const { node, at } of parameters) if (!hasExample(node)) yield { at, message: 'Show it: an example.' };
    yield* propertiesWithoutExample(schemas, root);
  },
};

function* propertiesWithoutExample(schemas: Description['schemas'], root: Node): Iterable<Finding> {
  for (const { node, at, isProperty } of schemas) {
    const name = refName(node);
    const schema = name === undefined ? node : nodeAt(root, 'components', 'schemas', name);
    const isScalar = !['object', 'array'].some(
      (type) => schema['type'] === type || listAt(schema, 'type').includes(type),
    );
    if (isProperty && isScalar && !('example' in schema) && !('oneOf' in schema))
      yield { at, message: 'Show it: an example.' };
  }
}
