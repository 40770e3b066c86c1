import type { Element } from 'domhandler';
import { judged, notRun, type Audit, type Page, type PageContext, type ReadabilityOpportunity } from './audit.ts';
import { pointersTo } from './element-pointer.ts';
import { fleschReadingEase } from './flesch.ts';
import { childrenOf, isInside, textOf } from './page-text.ts';
import type { ReadableLanguage } from './syllables.ts';
import { languageOf } from './text-language.ts';

const textMin = 150;
const textMax = 5_000;
const poorBelow = 30;
const linkShareMax = 0.5;

const blockNames = ['p', 'li', 'blockquote', 'dd', 'td'] as const;
const blocks: ReadonlySet<string> = new Set(blockNames);

interface Block {
  readonly element: Element;
  readonly text: string;
  readonly language: ReadableLanguage | undefined;
}

function isNavigation({ name, attribs }: Element): boolean {
  return name === 'nav' || attribs['role'] === 'navigation';
}

function isEmbed({ name, attribs }: Element): boolean {
  const isNamedSo = (attribs['class'] ?? '').split(/\s+/).some((word) => word === 'embed');
  return isNamedSo || ['iframe', 'object', 'video', 'audio'].includes(name);
}

const linkText = (element: Element): number =>
  childrenOf(element).reduce((sum, child) => sum + (child.name === 'a' ? textOf(child).length : linkText(child)), 0);

const holdsBlocks = (element: Element): boolean =>
  childrenOf(element).some((child) => blocks.has(child.name) || holdsBlocks(child));

function blocksOf({ document }: Page): readonly Block[] {
  const declared = document.named('html')[0]?.attribs['lang'];
  return document
    .named(...blockNames)
    .filter((element) => !holdsBlocks(element) && !isInside(element, (it) => isNavigation(it) || isEmbed(it)))
    .map((element) => ({ element, text: textOf(element) }))
    .filter(({ element, text }) => text.length >= textMin && linkText(element) <= text.length * linkShareMax)
    .map(({ element, text }) => ({ element, text: text.slice(0, textMax) }))
    .map(({ element, text }) => ({ element, text, language: languageOf(text, declared) }));
}

type ReadableBlock = Block & { readonly language: ReadableLanguage };

async function suggestionFor(
  { text, language }: ReadableBlock,
  ease: number,
  { suggest, step }: PageContext,
): Promise<Partial<ReadabilityOpportunity>> {
  if (step === 'identify') return {};
  const suggested = await suggest({ about: 'paragraph', text, language });
  const improved = suggested === undefined ? ease : fleschReadingEase(suggested.ai_suggestion, language);
  if (suggested === undefined || improved <= ease)
    return {
      suggestion_status: 'excluded',
      suggestion_message: 'Nothing was found that would make the text easier to read',
      exclusion_reason: suggested === undefined ? 'no_suggestion' : 'no_improvement',
    };
  return {
    suggestion_status: 'completed',
    suggestion_message: 'A text that is easier to read is suggested',
    improved_flesch_score: improved,
    readability_improvement: Math.round((improved - ease) * 10) / 10,
    ...suggested,
  };
}

async function opportunityOf(
  block: ReadableBlock,
  ease: number,
  context: PageContext,
): Promise<ReadabilityOpportunity> {
  return {
    check: 'poor-readability',
    issue: `A text is hard to read: ${ease} on the scale of Flesch`,
    seo_impact: 'Moderate',
    seo_recommendation: 'Write shorter sentences and plainer words',
    flesch_reading_ease: ease,
    language: block.language,
    elements: pointersTo([block.element]),
    ...(await suggestionFor(block, ease, context)),
  };
}

export const readability: Audit = {
  name: 'readability',
  type: 'seo',
  isOfPageAlone: true,
  run: async (page, context) => {
    const all = blocksOf(page);
    if (all.length === 0) return notRun('no_text', `No text of the page has ${textMin} characters.`);
    const readable = all.filter((block): block is ReadableBlock => block.language !== undefined);
    if (readable.length === 0)
      return notRun('language_unknown', 'No text of the page is in a language that can be measured.');
    const found: ReadabilityOpportunity[] = [];
    for (const block of readable) {
      const ease = fleschReadingEase(block.text, block.language);
      if (ease < poorBelow) found.push(await opportunityOf(block, ease, context));
    }
    return judged(found);
  },
};
