import { expect, test } from '@jest/globals';
import { languageOf } from './text-language.ts';

test.each([
  ['De kat ligt op het bed. Het is warm en hij slaapt de hele dag.', 'en', 'nl'],
  // As near to one language as to another, and too little to tell.
  ['taxi hotel restaurant radio museum', 'fr-CA', 'fr'],
  ['…', 'DE_at', 'de'],
  ['…', 'pt', undefined],
  ['…', undefined, undefined],
  ['A gata dorme na cama e não ouve o pássaro que canta no jardim da casa.', 'es', undefined],
])('%s, on a page that says %s of itself, is read as %s', (text, declared, language) => {
  expect(languageOf(text, declared)).toBe(language);
});
