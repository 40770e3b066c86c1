import createHyphenator, { type HyphenationFunctionSync } from 'hyphen';
import german from 'hyphen/patterns/de-1996.js';
import spanish from 'hyphen/patterns/es.js';
import french from 'hyphen/patterns/fr.js';
import italian from 'hyphen/patterns/it.js';
import dutch from 'hyphen/patterns/nl.js';
import { syllable } from 'syllable';

export const readableLanguages = ['en', 'de', 'es', 'it', 'fr', 'nl'] as const;
export type ReadableLanguage = (typeof readableLanguages)[number];

const softHyphen = '\u00AD';
/** Words of fewer letters have no hyphen; the library knows none below five. */
const options = { hyphenChar: softHyphen, minWordLength: 5 } as const;

const patterns = { de: german, es: spanish, fr: french, it: italian, nl: dutch } as const;

/** The library keeps every word it has seen, so it is begun anew after so many. */
const wordsMax = 100_000;

interface Hyphenator {
  readonly hyphenate: HyphenationFunctionSync;
  wordsLeft: number;
}

const hyphenators = new Map<string, Hyphenator>();

function hyphenated(word: string, language: keyof typeof patterns): string {
  let hyphenator = hyphenators.get(language);
  if (hyphenator === undefined || hyphenator.wordsLeft <= 0) {
    // Without the option that makes it asynchronous, it is not.
    const hyphenate = createHyphenator(patterns[language], options) as HyphenationFunctionSync;
    hyphenator = { hyphenate, wordsLeft: wordsMax };
    hyphenators.set(language, hyphenator);
  }
  hyphenator.wordsLeft -= 1;
  return hyphenator.hyphenate(word);
}

const vowels = /[aeiouyàáâãäåæèéêëìíîïòóôõöøœùúûüýÿ]+/gi;

function vowelGroups(word: string, language: ReadableLanguage): number {
  // A French e at the end is written and not spoken.
  const spoken = language === 'fr' ? word.replace(/(?<=[^aeiouyéèêëîïôûù])(e|es|ent)$/i, '') : word;
  return spoken.match(vowels)?.length ?? 0;
}

/**
 * English has a count of its own. Elsewhere hyphenation finds most borders, but none in short words and at their
 * edges, and groups of vowels find those but no hiatus: the larger of two counts that are both low at times.
 */
export function syllablesOf(word: string, language: ReadableLanguage): number {
  if (language === 'en') return Math.max(1, syllable(word));
  const parts = hyphenated(word, language).split(softHyphen).length;
  return Math.max(1, parts, vowelGroups(word, language));
}
