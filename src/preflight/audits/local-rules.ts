import leven from 'fastest-levenshtein';
import type { Suggestion } from './audit.ts';
import type { PageFacts, Suggester, SuggestionSubject } from './suggester.ts';

type SubjectAbout<About extends SuggestionSubject['about']> = Extract<SuggestionSubject, { readonly about: About }>;

/** At most so many characters, ended between words. */
export function shortened(text: string, max: number): string {
  if (text.length <= max) return text;
  const cut = text.slice(0, max + 1);
  const border = cut.lastIndexOf(' ');
  return (border > max / 2 ? cut.slice(0, border) : text.slice(0, max)).replace(/[\s,;:–—-]+$/, '');
}

const nonEmpty = (texts: readonly (string | undefined)[]): readonly string[] =>
  texts.filter((text) => text !== undefined && text !== '') as readonly string[];

/** What the page says elsewhere of the same thing, the nearest first. */
function sourcesFor(about: 'title' | 'description' | 'h1', page: PageFacts): readonly string[] {
  if (about === 'h1') return nonEmpty([page.title?.split(/\s[|–—-]\s/)[0], page.title]);
  if (about === 'description') return nonEmpty(page.paragraphs);
  const withSite = page.h1 !== undefined && page.site_name !== undefined ? `${page.h1} | ${page.site_name}` : undefined;
  return nonEmpty([withSite, page.h1]);
}

function forTag(subject: SubjectAbout<'title' | 'description' | 'h1'>): Suggestion | undefined {
  const { about, content = '', ideal, page } = subject;
  if (content.length > ideal.max)
    return {
      ai_suggestion: shortened(content, ideal.max),
      ai_rationale: `It is cut between words, to ${ideal.max} characters at most.`,
    };
  const [source] = sourcesFor(about, page);
  const text = source === undefined ? '' : shortened(source, ideal.max);
  if (text === '' || text === content) return undefined;
  return { ai_suggestion: text, ai_rationale: 'It is taken from what the page says elsewhere.' };
}

const headingMax = 50;

function forHeading({ following }: SubjectAbout<'heading'>): Suggestion | undefined {
  const [sentence] = (following ?? '').split(/(?<=[.!?])\s/);
  if (sentence === undefined || sentence === '') return undefined;
  const text = shortened(sentence, headingMax).replace(/[.!?]$/, '');
  return { ai_suggestion: text, ai_rationale: 'It is the beginning of the text that follows.' };
}

/** A mistyped address is near one that works. */
function forLink({ url, working }: SubjectAbout<'link'>): Suggestion | undefined {
  const compared = url.slice(0, 512).toLowerCase();
  const [nearest] = working
    .map((other) => ({ other, distance: leven.distance(compared, other.slice(0, 512).toLowerCase()) }))
    .sort((one, another) => one.distance - another.distance);
  const { length } = new URL(url).pathname;
  if (nearest === undefined || nearest.distance > Math.max(1, Math.floor(length / 4))) return undefined;
  return {
    ai_suggestion: nearest.other,
    ai_rationale: 'It works, stands on the same page and is spelled nearly alike.',
  };
}

function forParagraph({ text }: SubjectAbout<'paragraph'>): Suggestion | undefined {
  const split = text.replace(/\s*;\s+(\p{L})/gu, (_, letter: string) => `. ${letter.toUpperCase()}`);
  if (split === text) return undefined;
  return { ai_suggestion: split, ai_rationale: 'Its longest sentences are split where they are two already.' };
}

/** Needs nobody: what it proposes stands on the page, or is made of what does. */
export const localRules: Suggester = {
  suggest: (subject) => {
    if (subject.about === 'heading') return forHeading(subject);
    if (subject.about === 'link') return forLink(subject);
    if (subject.about === 'paragraph') return forParagraph(subject);
    return forTag(subject);
  },
};
