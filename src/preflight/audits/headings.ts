import type { Element } from 'domhandler';
import { findingsMax, judged, type Audit, type CheckOpportunity, type Page, type PageContext } from './audit.ts';
import { pointersTo } from './element-pointer.ts';
import { factsOf, headingTextOf } from './page-facts.ts';
import { textOf } from './page-text.ts';
import type { PageFacts, Suggest } from './suggester.ts';

const h1LengthMax = 70;

interface Heading {
  readonly element: Element;
  readonly level: number;
  readonly text: string;
}

function headingsOf({ document }: Page): readonly Heading[] {
  return document.named('h1', 'h2', 'h3', 'h4', 'h5', 'h6').map((element) => ({
    element,
    level: Number(element.name.slice(1)),
    text: headingTextOf(element),
  }));
}

function countOfH1(h1: readonly Heading[]): readonly CheckOpportunity[] {
  if (h1.length === 1) return [];
  if (h1.length === 0)
    return [
      {
        check: 'heading-missing-h1',
        issue: 'There is no H1',
        issue_details: 'The outline of the page has no top',
        seo_impact: 'High',
        seo_recommendation: 'Begin the outline with one H1 that says what the page is about',
        suggestion: 'Add an H1 above the other headings',
      },
    ];
  return [
    {
      check: 'heading-multiple-h1',
      issue: `There are ${h1.length} H1 headings`,
      issue_details: 'The outline of the page has more than one top',
      seo_impact: 'High',
      seo_recommendation: 'Keep one H1 for the subject of the page',
      suggestion: 'Make every H1 but the first an H2',
      elements: pointersTo(h1.map(({ element }) => element)),
    },
  ];
}

function lengthOfH1({ element, text }: Heading): CheckOpportunity | undefined {
  if (text !== '' && text.length <= h1LengthMax) return undefined;
  return {
    check: 'heading-h1-length',
    issue: text === '' ? 'The H1 is empty' : 'The H1 is too long',
    issue_details: `It has ${text.length} characters`,
    seo_impact: 'High',
    seo_recommendation: `Write an H1 of 1 to ${h1LengthMax} characters`,
    suggestion: text === '' ? 'Write what the page is about' : 'Shorten the H1 to its subject',
    elements: pointersTo([element]),
  };
}

function emptyHeading({ element, level, text }: Heading): CheckOpportunity | undefined {
  if (level === 1 || text !== '') return undefined;
  return {
    check: 'heading-empty',
    issue: `An H${level} is empty`,
    issue_details: 'A heading without text names nothing',
    seo_impact: 'Moderate',
    seo_recommendation: 'Write the heading or remove it',
    suggestion: 'Say what the section is about, or remove the heading',
    elements: pointersTo([element]),
  };
}

function skippedLevels(headings: readonly Heading[]): readonly CheckOpportunity[] {
  return headings.flatMap(({ element, level }, index) => {
    const before = headings[index - 1]?.level ?? level;
    if (level - before <= 1) return [];
    return [
      {
        check: 'heading-order-invalid',
        issue: `An H${level} follows an H${before}`,
        issue_details: 'Levels of the outline are left out',
        seo_impact: 'Moderate' as const,
        seo_recommendation: 'Go down by one level at a time',
        suggestion: `Make it an H${before + 1}`,
        elements: pointersTo([element]),
      },
    ];
  });
}

/** The text after a heading, which is what it ought to be named after. */
function textAfter({ element }: Heading, { document }: Page): string | undefined {
  const { elements } = document;
  const after = elements.slice(elements.indexOf(element) + 1);
  const end = after.findIndex(({ name }) => /^h[1-6]$/.test(name));
  return after
    .slice(0, end === -1 ? undefined : end)
    .filter(({ name }) => name === 'p' || name === 'li')
    .map(textOf)
    .find((text) => text !== '');
}

type Found = CheckOpportunity & { readonly heading?: Heading };

/** What is suggested for this page stands in place of what is said to everybody. */
async function withSuggestion(
  { heading, ...opportunity }: Found,
  page: Page,
  facts: PageFacts,
  { suggest }: PageContext,
): Promise<CheckOpportunity> {
  const suggested = await suggestionFor(opportunity.check, heading, page, facts, suggest);
  if (suggested === undefined) return opportunity;
  const { suggestion: _, ...found } = opportunity;
  return { ...found, ...suggested };
}

function suggestionFor(
  check: string,
  heading: Heading | undefined,
  page: Page,
  facts: PageFacts,
  suggest: Suggest,
): ReturnType<Suggest> {
  if (check === 'heading-empty' && heading !== undefined)
    return suggest({ about: 'heading', following: textAfter(heading, page), page: facts });
  if (check !== 'heading-missing-h1' && check !== 'heading-h1-length') return Promise.resolve(undefined);
  return suggest({ about: 'h1', content: heading?.text, ideal: { min: 1, max: h1LengthMax }, page: facts });
}

function findingsOf(page: Page): readonly Found[] {
  const all = headingsOf(page);
  const written = all.flatMap((heading): readonly Found[] => {
    const found = heading.level === 1 ? lengthOfH1(heading) : emptyHeading(heading);
    return found === undefined ? [] : [{ ...found, heading }];
  });
  return [...countOfH1(all.filter(({ level }) => level === 1)), ...written, ...skippedLevels(all)];
}

export const headings: Audit = {
  name: 'headings',
  type: 'seo',
  isOfPageAlone: true,
  run: async (page, context) => {
    const found = findingsOf(page);
    if (context.step === 'identify') return judged(found.map(({ heading: _, ...opportunity }) => opportunity));
    const facts = factsOf(page.url, page.document);
    // No more are worth a suggestion than will be listed.
    const told = found.map((finding, index) =>
      index < findingsMax ? withSuggestion(finding, page, facts, context) : finding,
    );
    return judged(await Promise.all(told));
  },
};
