import { isTag, type ChildNode, type Document, type Element } from 'domhandler';
import { parse } from 'parse5';
import { adapter, type Htmlparser2TreeAdapterMap } from 'parse5-htmlparser2-tree-adapter';

export interface PageDocument {
  /** In the order of the document; what stands in templates is no part of it. */
  readonly elements: readonly Element[];
  named(...names: readonly string[]): readonly Element[];
}

export interface DocumentLimits {
  readonly elementsMax: number;
  readonly depthMax: number;
}

/** A real page of 1 MiB has about 10,000 elements, and hardly one is 100 deep. */
export const documentLimits: DocumentLimits = { elementsMax: 30_000, depthMax: 256 };

export class DocumentTooComplex extends Error {
  override readonly name = 'DocumentTooComplex';
}

/** Throws as soon as a limit is passed, so that what is built of a page stays bounded. */
function boundedAdapter({ elementsMax, depthMax }: DocumentLimits): typeof adapter {
  let elements = 0;
  let depth = 0;
  return {
    ...adapter,
    createElement: (...words) => {
      elements += 1;
      if (elements > elementsMax) throw new DocumentTooComplex(`more than ${elementsMax} elements`);
      return adapter.createElement(...words);
    },
    onItemPush: () => {
      depth += 1;
      if (depth > depthMax) throw new DocumentTooComplex(`more than ${depthMax} elements in one another`);
    },
    onItemPop: () => {
      depth -= 1;
    },
  };
}

/** What stands in a template is a document of its own there, and no element of this one. */
function listElements(nodes: readonly ChildNode[], into: Element[]): void {
  for (const node of nodes)
    if (isTag(node)) {
      into.push(node);
      listElements(node.children, into);
    }
}

export function parsePage(html: string, limits: DocumentLimits = documentLimits): PageDocument {
  const document: Document = parse<Htmlparser2TreeAdapterMap>(html, { treeAdapter: boundedAdapter(limits) });
  const elements: Element[] = [];
  listElements(document.children, elements);
  return {
    elements,
    named: (...names) => elements.filter(({ name }) => names.includes(name)),
  };
}
