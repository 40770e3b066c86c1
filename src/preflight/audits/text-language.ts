import { francAll } from 'franc-min';
import { readableLanguages, type ReadableLanguage } from './syllables.ts';

/** By their ISO 639-3 codes; of the 82 that are told apart, those whose texts can be measured. */
const measured: Readonly<Record<string, ReadableLanguage>> = {
  eng: 'en',
  deu: 'de',
  spa: 'es',
  ita: 'it',
  fra: 'fr',
  nld: 'nl',
};

/** The best has 1. What is nearer to it than this might be either. */
const doubtAbove = 0.96;

/** What the text itself tells; where it leaves a doubt, what the page says of itself. */
export function languageOf(text: string, declared: string | undefined): ReadableLanguage | undefined {
  const [[best] = ['und'], [, second] = ['und', 0]] = francAll(text);
  if (best !== 'und' && second <= doubtAbove) return measured[best];
  const named = (declared ?? '').toLowerCase().replace(/[-_].*$/, '');
  return readableLanguages.find((language) => language === named);
}
