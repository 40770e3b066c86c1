import { isTag, isText, type Element } from 'domhandler';

const unread: ReadonlySet<string> = new Set(['script', 'style', 'noscript']);
/** What stands around these does not stand apart. */
const inline: ReadonlySet<string> = new Set([
  ...['a', 'abbr', 'b', 'bdi', 'bdo', 'cite', 'code', 'data', 'del', 'dfn', 'em', 'font', 'i', 'ins', 'kbd', 'mark'],
  ...['q', 's', 'samp', 'small', 'span', 'strong', 'sub', 'sup', 'time', 'tt', 'u', 'var', 'wbr'],
]);

/** Where the text of an element stands in that of the one that was asked about. */
export interface TextRange {
  readonly element: Element;
  readonly start: number;
  readonly end: number;
}

interface Collected {
  text: string;
  readonly ranges: TextRange[];
}

/** The depth of documents is bounded, so it may recur. */
function collect(element: Element, into: Collected): void {
  const start = into.text.length;
  for (const child of element.children)
    if (isText(child)) into.text += child.data;
    else if (isTag(child) && !unread.has(child.name)) {
      const apart = inline.has(child.name) ? '' : ' ';
      into.text += apart;
      collect(child, into);
      into.text += apart;
    }
  into.ranges.push({ element, start, end: into.text.length });
}

/** What a reader of the element sees as it is written, and which element holds which part: inner ones first. */
export function rangesOf(element: Element): { readonly text: string; readonly ranges: readonly TextRange[] } {
  const collected: Collected = { text: '', ranges: [] };
  collect(element, collected);
  return collected;
}

/** What a reader of the element sees, with single spaces. */
export function textOf(element: Element): string {
  return rangesOf(element).text.replace(/\s+/g, ' ').trim();
}

export function childrenOf(element: Element): readonly Element[] {
  return element.children.filter(isTag);
}

export function descendantsOf(element: Element, name: string): readonly Element[] {
  return childrenOf(element).flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...descendantsOf(child, name),
  ]);
}

export function isInside(element: Element, test: (ancestor: Element) => boolean): boolean {
  for (let { parent } = element; parent !== null && isTag(parent); { parent } = parent) if (test(parent)) return true;
  return false;
}
