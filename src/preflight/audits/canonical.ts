import type { Element } from 'domhandler';
import { judged, type Audit, type CheckOpportunity, type Page } from './audit.ts';
import { pointersTo } from './element-pointer.ts';
import { isInside } from './page-text.ts';

type Fault = Omit<CheckOpportunity, 'seo_impact'>;

const isCanonical = ({ attribs }: Element): boolean =>
  (attribs['rel'] ?? '').toLowerCase().split(/\s+/).includes('canonical');

const pathOf = ({ pathname }: URL): string => pathname.toLowerCase().replace(/\/+$/, '');

function faultsOfPlace(tags: readonly Element[]): readonly Fault[] {
  const faults: Fault[] = [];
  if (tags.length > 1)
    faults.push({
      check: 'canonical-tag-multiple',
      issue: `The page has ${tags.length} canonical tags`,
      seo_recommendation: 'Keep one canonical tag: of several, search engines may heed none',
      elements: pointersTo(tags),
    });
  const outside = tags.filter((tag) => !isInside(tag, ({ name }) => name === 'head'));
  if (outside.length > 0)
    faults.push({
      check: 'canonical-tag-outside-head',
      issue: 'A canonical tag stands outside the head of the page',
      seo_recommendation: 'Move the canonical tag into the head: elsewhere it is not heeded',
      elements: pointersTo(outside),
    });
  return faults;
}

function faultsOfTarget(href: string, page: URL): readonly Omit<Fault, 'url'>[] {
  const isAbsolute = /^https?:\/\//i.test(href) && URL.canParse(href);
  const target = URL.canParse(href, page.href) ? new URL(href, page) : undefined;
  const faults: Omit<Fault, 'url'>[] = [];
  if (!isAbsolute)
    faults.push({
      check: 'canonical-url-absolute',
      issue: 'The canonical URL is not absolute',
      seo_recommendation: 'Write the canonical URL in full, with scheme and host',
    });
  if (target !== undefined && target.protocol !== page.protocol)
    faults.push({
      check: 'canonical-url-same-protocol',
      issue: `The canonical URL has the scheme ${target.protocol} and the page ${page.protocol}`,
      seo_recommendation: 'Give the canonical URL the scheme under which the page is served',
    });
  if (target !== undefined && pathOf(target) !== pathOf(page))
    faults.push({
      check: 'canonical-self-referenced',
      issue: 'The canonical URL names another page',
      seo_recommendation: 'Let the page name itself, unless it is meant to be found under the other address only',
    });
  if (href === href.toUpperCase() && href !== href.toLowerCase())
    faults.push({
      check: 'canonical-url-lowercased',
      issue: 'The canonical URL is written in capitals',
      seo_recommendation: 'Write the canonical URL in lower case',
    });
  return faults;
}

function faultsOfTag(tag: Element, page: Page): readonly Fault[] {
  const href = tag.attribs['href']?.trim();
  const elements = pointersTo([tag]);
  if (href === undefined || href === '')
    return [
      {
        check: href === undefined ? 'canonical-tag-no-href' : 'canonical-tag-empty',
        issue: href === undefined ? 'The canonical tag has no href' : 'The href of the canonical tag is empty',
        seo_recommendation: 'Put the address of the page into the canonical tag',
        elements,
      },
    ];
  return faultsOfTarget(href, new URL(page.url)).map((fault) => ({ ...fault, url: href, elements }));
}

export const canonical: Audit = {
  name: 'canonical',
  type: 'seo',
  isOfPageAlone: true,
  run: (page) => {
    const tags = page.document.named('link').filter(isCanonical);
    const [first] = tags;
    const missing: Fault = {
      check: 'canonical-tag-missing',
      issue: 'The page has no canonical tag',
      seo_recommendation: 'Name the address of the page in a canonical tag in its head',
    };
    const faults = first === undefined ? [missing] : [...faultsOfPlace(tags), ...faultsOfTag(first, page)];
    return judged(faults.map((fault) => ({ ...fault, seo_impact: 'Moderate' })));
  },
};
