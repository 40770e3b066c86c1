import { syllablesOf, type ReadableLanguage } from './syllables.ts';

/** Longer words are nobody's; they are counted by their beginning, so that no text costs more than its length. */
const wordMax = 60;

const segmenters = new Map<string, Intl.Segmenter>();

function segmenter(language: ReadableLanguage, granularity: 'word' | 'sentence'): Intl.Segmenter {
  const key = `${language} ${granularity}`;
  const known = segmenters.get(key) ?? new Intl.Segmenter(language, { granularity });
  segmenters.set(key, known);
  return known;
}

export function wordsOf(text: string, language: ReadableLanguage): readonly string[] {
  return [...segmenter(language, 'word').segment(text)]
    .filter(({ isWordLike }) => isWordLike === true)
    .map(({ segment }) => segment);
}

export function sentencesOf(text: string, language: ReadableLanguage): readonly string[] {
  return [...segmenter(language, 'sentence').segment(text)]
    .map(({ segment }) => segment.trim())
    .filter((sentence) => /\p{L}/u.test(sentence));
}

/** Of words in a sentence, and of syllables in a word. */
type Formula = (words: number, syllables: number) => number;

/** Flesch; Amstad; Fernández Huerta; Franchina and Vacca; Kandel and Moles; Douma. */
const formulas: Readonly<Record<ReadableLanguage, Formula>> = {
  en: (words, syllables) => 206.835 - 1.015 * words - 84.6 * syllables,
  de: (words, syllables) => 180 - words - 58.5 * syllables,
  es: (words, syllables) => 206.84 - 1.02 * words - 60 * syllables,
  it: (words, syllables) => 217 - 1.3 * words - 60 * syllables,
  fr: (words, syllables) => 207 - 1.015 * words - 73.6 * syllables,
  nl: (words, syllables) => 206.84 - 0.93 * words - 77 * syllables,
};

/** How easily a text is read: 100 is very easy, below 30 is for scholars. One decimal. */
export function fleschReadingEase(text: string, language: ReadableLanguage): number {
  const words = wordsOf(text, language);
  const sentences = sentencesOf(text, language).length;
  if (words.length === 0 || sentences === 0) return 100;
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word.slice(0, wordMax), language), 0);
  return Math.round(formulas[language](words.length / sentences, syllables / words.length) * 10) / 10;
}
