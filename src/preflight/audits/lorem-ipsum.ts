import type { Element } from 'domhandler';
import { judged, type Audit } from './audit.ts';
import { pointersTo } from './element-pointer.ts';
import { rangesOf } from './page-text.ts';

/** The innermost elements that hold the whole phrase, in one pass over the text: pages choose how deep it stands. */
function placeholdersIn(body: Element): readonly Element[] {
  const { text, ranges } = rangesOf(body);
  const phrases = [...text.matchAll(/lorem\s+ipsum/gi)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
  }));
  const placeholders: Element[] = [];
  let next = 0;
  // Elements come in the order in which they end, so the first that holds a phrase is the innermost.
  for (const { element, start, end } of ranges) {
    let isHeld = false;
    for (let phrase = phrases[next]; phrase !== undefined && phrase.end <= end; phrase = phrases[next]) {
      if (phrase.start < start) break;
      isHeld = true;
      next += 1;
    }
    if (isHeld) placeholders.push(element);
  }
  return placeholders;
}

export const loremIpsum: Audit = {
  name: 'lorem-ipsum',
  type: 'seo',
  isOfPageAlone: true,
  run: ({ document }) => {
    const placeholders = document.named('body').flatMap(placeholdersIn);
    if (placeholders.length === 0) return judged([]);
    return judged([
      {
        check: 'placeholder-text',
        issue: 'Placeholder text stands on the page',
        seo_impact: 'High',
        seo_recommendation: 'Put the real text in place of the placeholder',
        elements: pointersTo(placeholders),
      },
    ]);
  },
};
