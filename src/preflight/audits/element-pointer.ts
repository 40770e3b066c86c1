import { isTag, type Element, type ParentNode } from 'domhandler';
import type { ElementPointer } from './audit.ts';
import { textOf } from './page-text.ts';

const ancestorsMax = 5;
const pointersMax = 20;
const textMax = 200;

/** By which the editors of a page address its parts. */
const editorAttributes = ['data-aue-resource', 'data-aue-prop'] as const;

const quoted = (text: string): string => text.replace(/["\\]/g, '\\$&').replace(/[\n\r\f]/g, '\\a ');
const attribute = (name: string, value: string): string => `[${name}="${quoted(value)}"]`;
const isPlain = (name: string): boolean => /^[A-Za-z_][\w-]*$/.test(name);

interface Segment {
  readonly text: string;
  /** Names one element of the page, so that nothing need stand in front of it. */
  readonly isEnough: boolean;
}

function ownSegment(element: Element): Segment {
  const editor = editorAttributes.filter((name) => element.attribs[name]);
  if (editor.length > 0) {
    const text = editor.map((name) => attribute(name, element.attribs[name] ?? '')).join('');
    return { text, isEnough: element.attribs['data-aue-resource'] !== undefined };
  }
  const id = element.attribs['id'];
  if (id) return { text: `${element.name}${isPlain(id) ? `#${id}` : attribute('id', id)}`, isEnough: true };
  const classes = (element.attribs['class'] ?? '').split(/\s+/).filter(isPlain).slice(0, 2);
  return { text: [element.name, ...classes].join('.'), isEnough: false };
}

/** By parent, since of thousands of siblings each may be pointed to. */
const positions = new WeakMap<ParentNode, ReadonlyMap<Element, string>>();

function positionsIn(parent: ParentNode): ReadonlyMap<Element, string> {
  const known = positions.get(parent);
  if (known !== undefined) return known;
  const found = new Map<Element, string>();
  for (const alike of Map.groupBy(parent.children.filter(isTag), ({ name }) => name).values())
    for (const [index, element] of alike.entries())
      found.set(element, alike.length > 1 ? `:nth-of-type(${index + 1})` : '');
  positions.set(parent, found);
  return found;
}

const nthOfType = (element: Element): string =>
  element.parent === null ? '' : (positionsIn(element.parent).get(element) ?? '');

function selectorOf(element: Element): string {
  const segments: string[] = [];
  let at: Element = element;
  for (let level = 0; level <= ancestorsMax; level += 1) {
    const { text, isEnough } = ownSegment(at);
    segments.unshift(isEnough ? text : text + nthOfType(at));
    const { parent } = at;
    if (isEnough || parent === null || !isTag(parent) || parent.name === 'html') break;
    at = parent;
  }
  return segments.join(' > ');
}

/** Each place once, and of very many the first. */
export function pointersTo(elements: readonly Element[]): readonly ElementPointer[] {
  const pointers = new Map<string, ElementPointer>();
  for (const element of elements.slice(0, pointersMax)) {
    const selector = selectorOf(element);
    const text = textOf(element).slice(0, textMax);
    if (!pointers.has(selector)) pointers.set(selector, text === '' ? { selector } : { selector, text_content: text });
  }
  return [...pointers.values()];
}
