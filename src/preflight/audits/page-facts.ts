import type { Element } from 'domhandler';
import type { PageHead } from './audit.ts';
import type { PageDocument } from './page-document.ts';
import { descendantsOf, isInside, textOf } from './page-text.ts';
import type { PageFacts } from './suggester.ts';

const paragraphsMax = 20;
const paragraphMin = 60;

export interface Tag {
  readonly element: Element;
  readonly content: string;
}

const squeezed = (text: string | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();

/** Titles of drawings are none of the page. */
export function titleTagsOf(document: PageDocument): readonly Tag[] {
  return document
    .named('title')
    .filter((element) => !isInside(element, ({ name }) => name === 'svg'))
    .map((element) => ({ element, content: textOf(element) }));
}

export function metaTagsOf(document: PageDocument, key: 'name' | 'property', value: string): readonly Tag[] {
  return document
    .named('meta')
    .filter(({ attribs }) => attribs[key]?.trim().toLowerCase() === value)
    .map((element) => ({ element, content: squeezed(element.attribs['content']) }));
}

/** What a heading says: its text, or what stands for its pictures. */
export function headingTextOf(heading: Element): string {
  const text = textOf(heading);
  if (text !== '') return text;
  const pictures = descendantsOf(heading, 'img');
  const said = [heading, ...pictures].map(({ attribs }) => attribs['aria-label'] ?? attribs['alt']);
  return squeezed(said.filter((words) => words !== undefined).join(' '));
}

export function h1TagsOf(document: PageDocument): readonly Tag[] {
  return document.named('h1').map((element) => ({ element, content: headingTextOf(element) }));
}

export function headOf(url: string, document: PageDocument): PageHead {
  return {
    url,
    title: titleTagsOf(document)[0]?.content,
    description: metaTagsOf(document, 'name', 'description')[0]?.content,
    h1: h1TagsOf(document)[0]?.content,
  };
}

export function factsOf(url: string, document: PageDocument): PageFacts {
  const paragraphs = document.named('p').map(textOf);
  return {
    ...headOf(url, document),
    site_name: metaTagsOf(document, 'property', 'og:site_name')[0]?.content,
    paragraphs: paragraphs.filter(({ length }) => length >= paragraphMin).slice(0, paragraphsMax),
  };
}
