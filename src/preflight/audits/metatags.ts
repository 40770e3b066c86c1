import {
  judged,
  type Audit,
  type AuditContext,
  type MetatagOpportunity,
  type Page,
  type PageHead,
  type SeoImpact,
} from './audit.ts';
import { pointersTo } from './element-pointer.ts';
import { factsOf, h1TagsOf, metaTagsOf, titleTagsOf, type Tag } from './page-facts.ts';

type TagName = MetatagOpportunity['tag_name'];

/** In characters. */
interface Bounds {
  readonly min: number;
  readonly ideal: { readonly min: number; readonly max: number };
  readonly max: number;
}

const boundsOf: Readonly<Record<TagName, Bounds>> = {
  title: { min: 3, ideal: { min: 40, max: 60 }, max: 75 },
  description: { min: 100, ideal: { min: 140, max: 160 }, max: 175 },
  h1: { min: 1, ideal: { min: 1, max: 70 }, max: 75 },
};

const labels: Readonly<Record<TagName, string>> = { title: 'title', description: 'meta description', h1: 'H1' };

const tagsOf: Readonly<Record<TagName, (page: Page) => readonly Tag[]>> = {
  title: ({ document }) => titleTagsOf(document),
  description: ({ document }) => metaTagsOf(document, 'name', 'description'),
  h1: ({ document }) => h1TagsOf(document),
};

interface Fault {
  readonly issue: string;
  readonly issue_details: string;
  readonly seo_impact: SeoImpact;
  readonly seo_recommendation: string;
}

function recommendedLength({ ideal }: Bounds): string {
  return ideal.min === 1 ? `up to ${ideal.max} characters` : `${ideal.min} to ${ideal.max} characters`;
}

function faultOfLength(tagName: TagName, { length }: string): Fault | undefined {
  const bounds = boundsOf[tagName];
  const advice = {
    issue_details: `It has ${length} characters`,
    seo_recommendation: `Write ${recommendedLength(bounds)}`,
  };
  if (length < bounds.min) return { issue: `The ${labels[tagName]} is too short`, seo_impact: 'Moderate', ...advice };
  if (length > bounds.max) return { issue: `The ${labels[tagName]} is too long`, seo_impact: 'Moderate', ...advice };
  if (length <= bounds.ideal.max) return undefined;
  return { issue: `The ${labels[tagName]} is longer than is ideal`, seo_impact: 'Low', ...advice };
}

const compared = (content: string | undefined): string | undefined => content?.toLowerCase();

function faultOfRepetition(
  tagName: TagName,
  tag: Tag,
  { url: own }: Page,
  heads: readonly PageHead[],
): Fault | undefined {
  const alike = heads.filter((head) => head.url !== own && compared(head[tagName]) === compared(tag.content));
  if (alike.length === 0) return undefined;
  return {
    issue: `Other pages have the same ${labels[tagName]}`,
    issue_details: `The same stands on ${alike.map(({ url }) => url).join(', ')}`,
    seo_impact: 'High',
    seo_recommendation: 'Write what sets this page apart from the others',
  };
}

function faultsOf(tagName: TagName, tag: Tag | undefined, page: Page, heads: readonly PageHead[]): readonly Fault[] {
  const label = labels[tagName];
  const advice = {
    seo_impact: 'High' as const,
    seo_recommendation: `Give the page a ${label} of ${recommendedLength(boundsOf[tagName])}`,
  };
  if (tag === undefined)
    return [{ issue: `The ${label} is missing`, issue_details: 'The page has no such tag', ...advice }];
  if (tag.content === '')
    return [{ issue: `The ${label} is empty`, issue_details: 'The tag holds no text', ...advice }];
  const faults = [faultOfLength(tagName, tag.content), faultOfRepetition(tagName, tag, page, heads)];
  return faults.filter((fault) => fault !== undefined);
}

async function opportunitiesOf(
  tagName: TagName,
  page: Page,
  { heads, suggest }: AuditContext,
): Promise<readonly MetatagOpportunity[]> {
  const [tag] = tagsOf[tagName](page);
  const faults = faultsOf(tagName, tag, page, heads);
  if (faults.length === 0) return [];
  const suggested = await suggest({
    about: tagName,
    content: tag?.content,
    ideal: boundsOf[tagName].ideal,
    page: factsOf(page.url, page.document),
  });
  return faults.map((fault) => ({
    tag_name: tagName,
    ...fault,
    ...(tag === undefined ? {} : { tag_content: tag.content, elements: pointersTo([tag.element]) }),
    ...suggested,
  }));
}

export const metatags: Audit = {
  name: 'metatags',
  type: 'seo',
  isOfPageAlone: false,
  run: async (page, context) => {
    const found = await Promise.all(
      (['title', 'description', 'h1'] as const).map((tagName) => opportunitiesOf(tagName, page, context)),
    );
    return judged(found.flat());
  },
};
