import { describe, expect, test } from '@jest/globals';
import { fleschReadingEase } from './flesch.ts';
import { syllablesOf, type ReadableLanguage } from './syllables.ts';

describe('how easily a text is read', () => {
  // Words, sentences and syllables are counted by hand, and the formula applied to them.
  test.each<[ReadableLanguage, string, number]>([
    ['en', 'The cat sat on the mat. It ran.', 206.835 - 1.015 * (8 / 2) - 84.6],
    ['de', 'Der Hund ist da. Er schläft.', 180 - 6 / 2 - 58.5],
    ['es', 'El sol es la luz. No hay más.', 206.84 - 1.02 * (8 / 2) - 60],
    ['it', 'Il re va al bar. Ci sta qui.', 217 - 1.3 * (8 / 2) - 60],
    ['fr', 'Le chat dort. Il ne voit pas le chien.', 207 - 1.015 * (9 / 2) - 73.6],
    ['nl', 'De kat zit op de mat. Zij slaapt.', 206.84 - 0.93 * (8 / 2) - 77],
  ])('in %s: %s', (language, text, ease) => {
    expect(fleschReadingEase(text, language)).toBe(Math.round(ease * 10) / 10);
  });

  test.each<[ReadableLanguage, string, number]>([
    ['en', 'readability', 5],
    ['de', 'Verantwortung', 4],
    ['de', 'Beamter', 3],
    ['es', 'casa', 2],
    ['es', 'biblioteca', 4],
    ['it', 'montagna', 3],
    ['fr', 'bibliothèque', 4],
    ['fr', 'chantent', 1],
    ['nl', 'verzekering', 4],
  ])('goes by syllables: in %s %s has %i', (language, word, count) => {
    expect(syllablesOf(word, language)).toBe(count);
  });

  test('of nothing is not hard', () => {
    expect(fleschReadingEase('… – 17', 'en')).toBe(100);
  });
});
