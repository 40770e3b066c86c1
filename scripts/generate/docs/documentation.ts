import {
  declaredOperations,
  httpMethods,
  type DeclaredOperation,
  type OpenApiDocument,
  type PathItem,
  type TagObject,
} from '../openapi-document.ts';
import { errorCatalogue } from './error-catalogue.ts';
import { readGuides } from './guides.ts';
import { codeSamples } from './samples/code-samples.ts';

function withSamples(document: OpenApiDocument, path: string, item: PathItem): PathItem {
  const changed = httpMethods.flatMap((method) => {
    const operation = item[method];
    if (operation === undefined) return [];
    const declared: DeclaredOperation = { path, method, operation };
    return [[method, { ...operation, 'x-codeSamples': codeSamples(document, declared) }] as const];
  });
  return { ...item, ...Object.fromEntries(changed) };
}

/**
 * The description as people read it: guides before the operations, samples beside each and the error codes after them.
 * Only the page holds these; the published description stays a contract.
 */
export async function documentationOf(document: OpenApiDocument): Promise<OpenApiDocument> {
  const guides = (await readGuides()).map(({ title, text }) => ({
    name: title,
    description: text,
    'x-traitTag': true,
  }));
  const errors = { name: 'Error codes', description: errorCatalogue(document), 'x-traitTag': true };
  const tags = document.tags ?? [];
  const used = new Set(declaredOperations(document).flatMap(({ operation }) => operation.tags));
  const addresses = [...guides, ...tags, errors].map(({ name }) => name.toLowerCase());
  if (new Set(addresses).size < addresses.length)
    throw new Error('src/guides: a guide is called like a tag: they would share one address in the page');
  const names = (of: readonly TagObject[]): string[] => of.map(({ name }) => name);
  return {
    ...document,
    paths: Object.fromEntries(
      Object.entries(document.paths).map(([path, item]) => [path, withSamples(document, path, item)]),
    ),
    tags: [...guides, ...tags, errors],
    'x-tagGroups': [
      { name: 'Guides', tags: names(guides) },
      { name: 'Operations', tags: names(tags).filter((name) => used.has(name)) },
      { name: 'Reference', tags: names([errors]) },
    ],
  };
}
