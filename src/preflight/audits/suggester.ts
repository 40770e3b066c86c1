import type { PageHead, Suggestion } from './audit.ts';

/** What is known of a page without asking anybody. */
export interface PageFacts extends PageHead {
  readonly site_name: string | undefined;
  /** Its longer paragraphs, in order. */
  readonly paragraphs: readonly string[];
}

export type SuggestionSubject =
  | {
      readonly about: 'title' | 'description' | 'h1';
      readonly content: string | undefined;
      /** In characters. */
      readonly ideal: { readonly min: number; readonly max: number };
      readonly page: PageFacts;
    }
  | { readonly about: 'heading'; readonly following: string | undefined; readonly page: PageFacts }
  | { readonly about: 'link'; readonly url: string; readonly working: readonly string[] }
  | { readonly about: 'paragraph'; readonly text: string; readonly language: string };

/** Who has something to propose. To have nothing is no failure. */
export interface Suggester {
  suggest(subject: SuggestionSubject): Promise<Suggestion | undefined> | Suggestion | undefined;
}

export type Suggest = (subject: SuggestionSubject) => Promise<Suggestion | undefined>;

export const suggestNothing: Suggest = () => Promise.resolve(undefined);

/** A suggester that fails costs its suggestions and no finding; `failed` hears of it. */
export function suggestBy(suggester: Suggester, failed: (failure: unknown) => void): Suggest {
  return async (subject) => {
    try {
      return await suggester.suggest(subject);
    } catch (failure) {
      failed(failure);
      return undefined;
    }
  };
}
